import Diagnostics

/// Writes findings as people read them. There may be millions, so what they have in common is made once.
struct FindingText {
  private let rules: RuleBook
  private let columns: Int
  // What begins and ends coloured text.
  private let bold: VisibleText
  private let dim: VisibleText
  private let cyan: VisibleText
  private let end: VisibleText
  /// What begins the label of each severity.
  private let labels: [VisibleText]
  private var forms = FindingForms()
  /// The file of the findings, and what begins their headlines.
  private var path: VisibleText = ""
  private var beginning = VisibleBytes("")
  private var margin: Margin
  private var excerpt = ExcerptText()

  /// What is at the left of the lines of a finding, by the digits of the line's number.
  private struct Margin {
    let digits: Int
    /// What goes before the number of the line.
    let above: VisibleBytes
    /// What is beside the excerpt and the carets, by the severity.
    let sides: [ExcerptText.Sides]
    /// What goes before the place, before another place and before the help.
    let place: VisibleBytes
    let other: VisibleBytes
    /// What goes before how often it was found.
    let number: VisibleBytes
    let help: VisibleBytes

    init(digits: Int, _ labels: [VisibleText], dim: VisibleText, cyan: VisibleText, end: VisibleText) {
      self.digits = digits
      let blanks = VisibleText(String(repeating: " ", count: digits + 1))
      above = VisibleBytes("\(blanks)\(dim)|\(end)\n\(dim)")
      sides = labels.map { label in
        ExcerptText.Sides(
          bar: VisibleBytes("\(end) \(dim)|\(end) "), carets: VisibleBytes("\n\(blanks)\(dim)|\(end) "),
          label: VisibleBytes(label), end: VisibleBytes("\(end)\n"))
      }
      place = VisibleBytes("\(blanks)\(dim)=\(end) at ")
      other = VisibleBytes("\(blanks)\(dim)=\(end) see ")
      number = VisibleBytes("\(blanks)\(dim)=\(end) found ")
      help = VisibleBytes("\(blanks)\(dim)=\(end) \(cyan)help:\(end) ")
    }
  }

  // The words of the place.
  private static let byteOffset = VisibleBytes("byte offset ")
  private static let inLine = VisibleBytes(" in the line, ")
  private static let inData = VisibleBytes(" in the data\n")
  private static let comma = VisibleBytes(", ")

  /// Prepares for findings of these rules.
  init(_ rules: RuleBook, columns: Int, _ style: TerminalStyle) {
    self.rules = rules
    self.columns = columns
    bold = style.opening(.bold)
    dim = style.opening(.dim)
    cyan = style.opening(.cyan)
    end = style.closing
    labels = [.info, .warning, .error].map { style.opening(.bold, TerminalStyle.Ink($0)) }
    margin = Margin(digits: 1, labels, dim: dim, cyan: cyan, end: end)
  }

  /// Begins with the findings of a file.
  mutating func begin(_ path: VisibleText) {
    self.path = path
    beginning = VisibleBytes("\(bold)\(path)")
  }

  /// Writes the first finding of a group and how many there are, and an empty line.
  mutating func write(_ group: FindingGroup, to text: inout VisibleBuffer) {
    var first = FindingRecord()
    first.set(group.first)
    write(first, number: group.number, to: &text)
  }

  /// Writes a finding, how many there are like it, and an empty line.
  mutating func write(_ finding: FindingRecord, number: String? = nil, to text: inout VisibleBuffer) {
    let form = form(of: finding)
    let digits = finding.hasPlace ? Self.digits(of: finding.line) : 1
    if margin.digits != digits { margin = Margin(digits: digits, labels, dim: dim, cyan: cyan, end: end) }
    text.add(beginning)
    if finding.hasPlace { text.add(":", finding.line, ":", finding.column) }
    text.add { $0.append(forms[form].message.span) }
    if finding.hasPlace {
      if finding.hasExcerpt { writeExcerpt(of: finding, to: &text) }
      text.add(margin.place)
      writePlace(of: finding, to: &text)
    }
    for other in finding.related {
      let place: VisibleText = "\(other.location.line):\(other.location.column), \(other.message)\n"
      text.add(margin.other)
      text.add("\(other.path.map { VisibleText($0) } ?? path):\(place)")
    }
    if let number {
      text.add(margin.number)
      text.add("\(number)\n")
    }
    text.add(margin.help)
    text.add { $0.append(forms[form].remedy.span) }
  }

  /// The index of the form of a finding: what goes before the message says how bad and what.
  private mutating func form(of finding: FindingRecord) -> Int {
    forms.fill(finding) {
      let rule = rules[finding.code]
      let label = labels[finding.severity.rawValue]
      let beginning: VisibleText =
        ":\(end) \(label)\(finding.severity.name)[\(rule.code)]\(end) \(rule.name): "
      return FindingForm(
        beginning: VisibleBytes(beginning).bytes, endOfMessage: [0x0A],
        endOfRemedy: [0x0A, 0x0A],
        RuleWords(rule) { VisibleText.append($0, to: &$1) })
    }
  }

  /// Writes the part of the line around the fault, with carets beneath it.
  private mutating func writeExcerpt(of finding: FindingRecord, to text: inout VisibleBuffer) {
    text.add(margin.above)
    text.add(finding.line)
    excerpt.write(
      finding, columns: columns - margin.digits - " | ".utf8.count,
      beside: margin.sides, to: &text)
  }

  /// Writes the place as programs count it, in the uncompressed data, which can differ from the bytes of the file.
  private func writePlace(of finding: FindingRecord, to text: inout VisibleBuffer) {
    if !finding.pointer.isEmpty {
      text.add(anything: finding.pointer.span)
      text.add(Self.comma)
    }
    text.add(Self.byteOffset)
    text.add(finding.byteOffsetInLine)
    text.add(Self.inLine)
    text.add(finding.byteOffset)
    text.add(Self.inData)
  }

  private static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}
