import Diagnostics
import JSONLines

/// Writes findings for programs. There may be millions, so what those of a rule have in common is made once.
struct FindingJSON {
  /// What all findings of a rule and a severity have in common.
  private struct Form {
    let severity: Severity
    /// The members before the message, and its beginning.
    let beginning: [UInt8]
    let words: RuleWords
  }

  private let rules: RuleBook
  /// What is between two members.
  private let separator: [UInt8]
  /// The forms that were made, by the number of the code.
  private var forms = [[Form]](repeating: [], count: RuleCode.tableLength)

  /// Prepares for findings of these rules, whose members are indented by so many spaces.
  init(_ rules: RuleBook, indent: Int) {
    self.rules = rules
    separator = [UInt8(ascii: ","), 0x0A] + [UInt8](repeating: 0x20, count: indent)
  }

  /// Writes the members of a finding that are neither arrays nor objects.
  mutating func write(_ finding: Finding, to bytes: inout [UInt8]) {
    let form = form(of: finding)
    bytes.append(contentsOf: form.beginning)
    form.words.writeMessage(of: finding, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    begin("remedy", &bytes)
    bytes.append(UInt8(ascii: "\""))
    form.words.writeRemedy(of: finding, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    let location = finding.location
    write("line", location?.line, &bytes)
    write("column", location?.column, &bytes)
    write("byteOffsetInLine", location?.byteOffsetInLine, &bytes)
    write("byteOffset", location?.byteOffset, &bytes)
    write("pointer", location?.pointer, &bytes)
    write("length", location.map { _ in finding.length }, &bytes)
    write("fingerprint", finding.fingerprint.description, &bytes)
  }

  private mutating func form(of finding: Finding) -> Form {
    let index = finding.code.number
    for form in forms[index] where form.severity == finding.severity { return form }
    let rule = rules[finding.code]
    var beginning = Array(#""code": "\#(finding.code)""#.utf8)
    write("name", rule.name, &beginning)
    write("severity", finding.severity.name, &beginning)
    begin("message", &beginning)
    beginning.append(UInt8(ascii: "\""))
    let words = RuleWords(rule) { JSONWriter.append(escaped: $0, to: &$1) }
    let form = Form(severity: finding.severity, beginning: beginning, words: words)
    forms[index].append(form)
    return form
  }

  // MARK: Members

  private func begin(_ name: String, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: separator)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "\": ".utf8)
  }

  private func write(_ name: String, _ value: String?, _ bytes: inout [UInt8]) {
    begin(name, &bytes)
    guard let value else { return bytes.append(contentsOf: "null".utf8) }
    bytes.append(UInt8(ascii: "\""))
    JSONWriter.append(escaped: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private func write(_ name: String, _ value: Int?, _ bytes: inout [UInt8]) {
    begin(name, &bytes)
    if let value { bytes.append(digitsOf: value) } else { bytes.append(contentsOf: "null".utf8) }
  }
}
