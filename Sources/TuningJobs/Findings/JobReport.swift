import Documents
import Diagnostics
import JSONLines
import TuningDatasets

/// Turns what was found in a job file into a report: with lines, columns, pointers and the text around.
enum JobReport {
  /// The most findings of a rule that are kept; all are counted.
  static let mostKept = 20

  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - text: the file without comments, of the same length.
  ///   - failure: why the job could not be checked as asked.
  /// - Complexity: linear in the file and in the findings.
  static func make(
    of findings: JobFindings, in bytes: [UInt8], _ text: [UInt8], path: String, failure: String?
  ) -> FileReport {
    let items = findings.items.enumerated().sorted {
      ($0.element.range?.lowerBound ?? -1, $0.element.code, $0.offset)
        < ($1.element.range?.lowerBound ?? -1, $1.element.code, $1.offset)
    }.map(\.element)
    var kept: [Finding] = []
    var counts: [RuleCode: (severity: Severity, findings: Int)] = [:]
    DocumentValue.withLine(of: text) { line in
      var places = LinePlaces(of: line)
      var lines = TextLines(bytes)
      for item in items {
        let count = counts[item.code, default: (item.severity, 0)]
        counts[item.code] = (max(count.severity, item.severity), count.findings + 1)
        if count.findings < mostKept { kept.append(finding(item, &lines, &places)) }
      }
    }
    let ruleCounts = counts.sorted { $0.key < $1.key }.map { code, count in
      FileReport.Count(code: code, severity: count.severity, findings: count.findings, isHidden: false)
    }
    return FileReport(
      path: path, role: .job, examples: 0, turns: 0, bytes: bytes.count, examplesNotExamined: 0,
      findings: kept, counts: ruleCounts, failure: failure)
  }

  private static func finding(
    _ item: JobFindings.Item, _ lines: inout TextLines, _ places: inout LinePlaces
  ) -> Finding {
    guard let range = item.range else {
      return Finding(
        code: item.code, severity: item.severity, arguments: item.arguments, location: nil, excerpt: nil)
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
        excerpt: Finding.Excerpt(of: line, at: offset, length: max(1, range.count)))
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
