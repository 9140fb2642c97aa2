import Diagnostics
import JSONLines
import ModelCatalog

/// How many files of each kind an example has.
struct MediaCounts {
  private var counts = InlineArray<6, Int>(repeating: 0)

  /// The count of a kind.
  subscript(kind: MIMEType.Kind) -> Int { counts[Int(kind.rawValue)] }

  /// Adds a file; true for the first of its kind.
  @inline(__always)
  mutating func add(_ kind: MIMEType.Kind) -> Bool {
    counts[Int(kind.rawValue)] &+= 1
    return counts[Int(kind.rawValue)] == 1
  }

  /// Reports that there are too many of a kind, at the first beyond the limit. A limit that is not known for certain is a
  /// warning.
  func report<Found: Rule>(
    _ rule: Found.Type, _ kind: MIMEType.Kind, over limit: Fact<Int>, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    var places = 0..<context.example.media.count
    var others = limit.value
    while let index = places.popFirst() {
      guard let string = context.example.media[index].mimeType.string,
        context.mediaNames.type(string, in: context.line).kind == kind
      else { continue }
      others -= 1
      guard others < 0, let range = context.example.media[index].object.range else { continue }
      return findings.report(
        rule, at: range.lowerBound, length: range.count, as: limit.confidence.isSure ? nil : .warning,
        .number(self[kind]), .number(limit.value))
    }
  }
}

extension Confidence {
  /// Whether a refusal can rest on it.
  var isSure: Bool { self != .guess && self != .conflicting }
}
