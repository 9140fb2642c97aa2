import Diagnostics
import JSONLines

/// The lines in other formats: one finding for each format, at its first line, with the number of lines.
struct ForeignLines: Observation {
  private struct Format: Codable {
    /// The name by which lines of one format are known to be so.
    let name: String
    var first: Finding
    /// What the message says beside the name and the number of lines.
    let mapping: String
    var lines = 1
  }

  /// The formats in the order of their first lines.
  private var formats: [Format] = []

  /// Counts a line.
  mutating func add(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, number: Int, offset: Int) {
    switch verdict {
    case .example: break
    case .foreignFormat(let index, let key):
      let format = ForeignFormat.all[index]
      add(ForeignFormat.self, format.name, format.mapping, key, line, number, offset)
    case .otherMethod(let isPreference, let key):
      let name = isPreference ? "preference" : "reinforcement"
      add(OtherTuningMethod.self, name, "", key, line, number, offset)
    }
  }

  private mutating func add<Found: Rule>(
    _ rule: Found.Type, _ name: String, _ mapping: String, _ key: StringToken, _ line: LineBytes,
    _ number: Int,
    _ offset: Int
  ) {
    if let index = formats.firstIndex(where: { $0.name == name }) {
      formats[index].lines += 1
    } else {
      let item = LineFindings.Item(rule, at: key.start - 1, length: key.count + 2)
      let first = Finding(item, in: line, number: number, offset: offset)
      formats.append(Format(name: name, first: first, mapping: mapping))
    }
  }

  /// Adds the lines of the part that follows, after so many lines.
  mutating func append(_ next: ForeignLines, behind lines: Int, _ settings: RuleSettings) {
    for var format in next.formats {
      if let index = formats.firstIndex(where: { $0.name == format.name }) {
        formats[index].lines += format.lines
      } else {
        format.first = format.first.moved(behind: lines)
        formats.append(format)
      }
    }
  }

  /// Reports one finding for each format, and counts its lines.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    for format in formats {
      ledger.add(
        format.first.with(arguments: [format.name, "\(format.lines)", format.mapping]), times: format.lines)
    }
  }
}
