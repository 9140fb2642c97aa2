import Diagnostics
import JSONLines

/// The findings of a page as data for its script: a row of numbers and texts for each, with what its rule and its file have in common
/// written once.
///
///     {"rules":[["TK401","unknown-role","role '{0}' is …"]],"files":["train.jsonl"],"findings":[
///     [0,0,2,12,34,"/contents/1/role","assistant"],
///     …
struct HTMLData {
  private let rules: RuleBook
  private let listing: FindingListing

  init(_ rules: RuleBook, _ listing: FindingListing) { (self.rules, self.listing) = (rules, listing) }

  /// Writes the data, finding by finding.
  func write(_ report: RunReport, to output: inout some VisibleOutput) {
    let codes = Set(report.files.flatMap { $0.counts.map(\.code) }).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var text = VisibleBuffer()
    text.add { bytes in
      bytes += #"{"rules":["#.utf8
      for (index, code) in codes.enumerated() {
        bytes += (index > 0 ? ",[" : "[").utf8
        for (index, word) in [code.description, rules[code].name, rules[code].message].enumerated() {
          if index > 0 { bytes.append(UInt8(ascii: ",")) }
          Self.append(word, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
      }
      bytes += #"],"files":["#.utf8
      for (index, file) in report.files.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(file.path, to: &bytes)
      }
      bytes += #"],"counted":"#.utf8
      bytes.append(digitsOf: RunSummary(report)?.findings ?? 0)
      bytes += #","findings":["#.utf8
    }
    var isFirst = true
    for (index, file) in report.files.enumerated() {
      for finding in listing.findings(of: file) {
        text.add { bytes in
          bytes += (isFirst ? "\n" : ",\n").utf8
          append(finding, file: index, rule: positions[finding.code] ?? 0, to: &bytes)
        }
        isFirst = false
        text.flushPiece(to: &output)
      }
    }
    text.add("]}")
    text.flush(to: &output)
  }

  private func append(_ finding: Finding, file: Int, rule: Int, to bytes: inout [UInt8]) {
    let location = finding.location
    bytes.append(UInt8(ascii: "["))
    for number in [file, rule, finding.severity.rawValue, location?.line ?? 0, location?.column ?? 0] {
      bytes.append(digitsOf: number)
      bytes.append(UInt8(ascii: ","))
    }
    Self.append(location?.pointer ?? "", to: &bytes)
    // The message asks for no arguments after the last that says something.
    let last = finding.arguments.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    for argument in finding.arguments.prefix(last) {
      bytes.append(UInt8(ascii: ","))
      Self.append(argument, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a string that cannot end the element it is in.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    JSONWriter.append(escaped: VisibleText.of(text), to: &bytes)
    if bytes[start...].contains(UInt8(ascii: "<")) {
      let escaped = bytes[start...].flatMap { $0 == UInt8(ascii: "<") ? Array(#"\u003C"#.utf8) : [$0] }
      bytes.replaceSubrange(start..., with: escaped)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
