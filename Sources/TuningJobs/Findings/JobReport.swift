import Documents
import Diagnostics
import JSONLines
import TuningDatasets

/// Turns what was found in a job file into a report: with lines, columns, pointers and the text around.
enum JobReport {
  /// - Complexity: linear in the file and in the findings.
  static func make(
    of findings: JobFindings, in file: JobFile, _ rules: RuleSettings
  ) -> FileReport {
    let items = findings.items.enumerated().sorted {
      ($0.element.range?.lowerBound ?? -1, $0.element.code, $0.offset)
        < ($1.element.range?.lowerBound ?? -1, $1.element.code, $1.offset)
    }.map(\.element)
    var ledger = FindingLedger(rules)
    LineBytes.withDocument(file.text) { line in
      var places = LinePlaces(of: line)
      var lines = TextLines(file.bytes)
      for item in items { ledger.add(item.code, item.severity) { finding(item, &lines, &places) } }
    }
    return FileReport(
      path: file.path, role: .job, examples: 0, turns: 0, bytes: file.bytes.count, examplesNotExamined: 0,
      kept: ledger.tally.kept, counts: ledger.tally.counts(rules), failure: nil)
  }

  private static func finding(
    _ item: JobFindings.Item, _ lines: inout TextLines, _ places: inout LinePlaces
  ) -> Finding {
    guard let range = item.range else {
      return Finding(code: item.code, severity: item.severity, arguments: item.arguments)
    }
    let pointer = places.pointer(to: range.lowerBound)
    let (number, start, bytes) = lines.line(at: range.lowerBound)
    let offset = range.lowerBound - start
    return LineBytes.with(bytes) { line in
      let location = Diagnostics.Location(
        line: number, column: line.column(of: offset), byteOffsetInLine: offset, byteOffset: range.lowerBound,
        pointer: pointer)
      return Finding(
        code: item.code, severity: item.severity, arguments: item.arguments, location: location,
        length: range.count, excerpt: Finding.Excerpt(of: line, at: offset),
        fingerprint: Fingerprint(
          item.code, pointer: pointer, content: Fingerprint.contentHash(of: line)))
    }
  }
}

/// Finds the lines of a text, asked for in ascending order.
private struct TextLines {
  private let bytes: [UInt8]
  private var number = 1
  private var start = 0
  private var end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.firstIndex(of: 0x0A) ?? bytes.count
  }

  /// The number, from 1, the offset and the bytes of the line with the byte at an offset.
  mutating func line(at offset: Int) -> (number: Int, start: Int, bytes: [UInt8]) {
    while offset > end, end < bytes.count {
      number += 1
      start = end + 1
      end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }
    return (number, start, Array(bytes[start..<end]))
  }
}
