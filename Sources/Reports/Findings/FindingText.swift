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
  /// What is between the number of a line and its text.
  private let bar: VisibleBytes
  /// What ends the carets.
  private let endOfCarets: VisibleBytes
  private let caretLabels: [VisibleBytes]
  private var forms = FindingForms()
  /// The file of the finding before, and what begins the headlines of its findings.
  private var path: (text: VisibleText, bytes: VisibleBytes)
  private var margin: Margin

  /// What is at the left of the lines of a finding, by the digits of the line's number.
  private struct Margin {
    let digits: Int
    /// What goes before the number of the line.
    let above: VisibleBytes
    /// What is between the text of the line and the carets.
    let carets: VisibleBytes
    /// What goes before the place, before another place and before the help.
    let place: VisibleBytes
    let other: VisibleBytes
    /// What goes before how often it was found.
    let number: VisibleBytes
    let help: VisibleBytes

    init(digits: Int, dim: VisibleText, cyan: VisibleText, end: VisibleText) {
      self.digits = digits
      let blanks = VisibleText(String(repeating: " ", count: digits + 1))
      above = VisibleBytes("\(blanks)\(dim)|\(end)\n\(dim)")
      carets = VisibleBytes("\n\(blanks)\(dim)|\(end) ")
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
    caretLabels = labels.map { VisibleBytes($0) }
    bar = VisibleBytes("\(end) \(dim)|\(end) ")
    endOfCarets = VisibleBytes("\(end)\n")
    path = ("", VisibleBytes(bold))
    margin = Margin(digits: 1, dim: dim, cyan: cyan, end: end)
  }

  /// Writes a finding, or the first of a group and how many there are, and an empty line.
  mutating func write(_ group: FindingGroup, in path: VisibleText, to text: inout VisibleBuffer) {
    let finding = group.first
    let form = form(of: finding)
    let digits = finding.location.map { Self.digits(of: $0.line) } ?? 1
    if margin.digits != digits { margin = Margin(digits: digits, dim: dim, cyan: cyan, end: end) }
    if self.path.text != path { self.path = (path, VisibleBytes("\(bold)\(path)")) }
    text.add(self.path.bytes)
    if let location = finding.location {
      text.add(":", times: 1)
      text.add(location.line)
      text.add(":", times: 1)
      text.add(location.column)
    }
    text.add { bytes in
      bytes += form.beginning
      bytes += form.message
      bytes.append(0x0A)
    }
    if let location = finding.location {
      if let excerpt = finding.excerpt { write(excerpt, of: finding, at: location, to: &text) }
      text.add(margin.place)
      write(location, to: &text)
    }
    for other in finding.related {
      let place: VisibleText = "\(other.location.line):\(other.location.column), \(other.message)\n"
      text.add(margin.other)
      text.add("\(other.path.map { VisibleText($0) } ?? path):\(place)")
    }
    if let number = group.number {
      text.add(margin.number)
      text.add("\(number)\n")
    }
    text.add(margin.help)
    text.add { bytes in
      bytes += form.remedy
      bytes.append(0x0A)
      bytes.append(0x0A)
    }
  }

  /// The form of a finding: what goes before the message says how bad and what.
  private mutating func form(of finding: Finding) -> FindingForm {
    forms.form(of: finding) {
      let rule = rules[finding.code]
      let label = labels[Self.index(of: finding.severity)]
      let beginning: VisibleText =
        ":\(end) \(label)\(finding.severity.name)[\(rule.code)]\(end) \(rule.name): "
      return FindingForm(
        finding.severity, beginning: VisibleBytes(beginning).bytes,
        RuleWords(rule) { VisibleText.append($0, to: &$1) })
    }
  }

  /// Writes the part of the line around the fault, with carets beneath it.
  private func write(
    _ excerpt: Finding.Excerpt, of finding: Finding, at location: Location, to text: inout VisibleBuffer
  ) {
    let columns = columns - margin.digits - " | ".utf8.count
    let view = ExcerptView(excerpt, length: finding.length, columns: columns)
    text.add(margin.above)
    text.add(location.line)
    text.add(bar)
    view.write(to: &text)
    text.add(margin.carets)
    text.add(" ", times: view.indent)
    text.add(caretLabels[Self.index(of: finding.severity)])
    text.add("^", times: view.carets)
    text.add(endOfCarets)
  }

  /// Writes the place as programs count it, in the uncompressed data, which can differ from the bytes of the file.
  private func write(_ location: Location, to text: inout VisibleBuffer) {
    if !location.pointer.isEmpty {
      text.add(anything: location.pointer)
      text.add(Self.comma)
    }
    text.add(Self.byteOffset)
    text.add(location.byteOffsetInLine)
    text.add(Self.inLine)
    text.add(location.byteOffset)
    text.add(Self.inData)
  }

  private static func index(of severity: Severity) -> Int {
    switch severity {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  private static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}
