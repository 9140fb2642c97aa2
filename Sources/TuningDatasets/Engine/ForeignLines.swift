import Diagnostics
import JSONLines

/// The lines in other formats: one finding for each format, at its first line, with the number of lines.
struct ForeignLines {
  private struct Format {
    let first: Finding
    let arguments: (Int) -> [String]
    var lines = 1
  }

  private var formats: [Int: Format] = [:]

  /// Counts a line.
  mutating func add(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, number: Int, offset: Int) {
    let (index, item, arguments): (Int, LineFindings.Item, (Int) -> [String])
    switch verdict {
    case .example: return
    case .foreignFormat(let format, let key):
      index = format
      item = LineFindings.Item(ForeignFormat.self, at: key.start - 1, length: key.count + 2)
      let format = ForeignFormat.all[format]
      arguments = { [format.name, "\($0)", format.mapping] }
    case .otherMethod(let isPreference, let key):
      index = isPreference ? -1 : -2
      item = LineFindings.Item(OtherTuningMethod.self, at: key.start - 1, length: key.count + 2)
      arguments = { [isPreference ? "preference" : "reinforcement", "\($0)"] }
    }
    if formats[index] != nil {
      formats[index]?.lines += 1
    } else {
      let first = Finding(item, in: line, number: number, offset: offset)
      formats[index] = Format(first: first, arguments: arguments)
    }
  }

  /// Reports one finding for each format.
  func report(to ledger: inout FindingLedger) {
    for format in formats.values {
      let first = format.first
      ledger.add(
        Finding(
          code: first.code, severity: first.severity, arguments: format.arguments(format.lines),
          location: first.location, excerpt: first.excerpt))
    }
  }
}
