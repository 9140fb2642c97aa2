import Diagnostics

/// Writes findings as people read them. There may be millions, so what they have in common is made once.
struct FindingText {
  private let rules: RuleBook
  private let columns: Int
  /// What all findings of a rule have in common.
  private struct Form {
    let code: VisibleText
    let name: VisibleText
    let words: RuleWords

    init(_ rule: RuleDescription) {
      code = VisibleText(rule.code.description)
      name = VisibleText(rule.name)
      words = RuleWords(rule) { VisibleText.append($0, to: &$1) }
    }
  }

  /// The forms of the rules that had findings, by the number of their code.
  private var forms = [Form?](repeating: nil, count: RuleCode.tableLength)
  // What begins and ends coloured text.
  private let bold: VisibleText
  private let dim: VisibleText
  private let cyan: VisibleText
  private let end: VisibleText
  /// What begins the label of each severity.
  private let labels: [VisibleText]

  /// Prepares for findings of these rules.
  init(_ rules: RuleBook, columns: Int, _ style: TerminalStyle) {
    self.rules = rules
    self.columns = columns
    bold = style.opening(.bold)
    dim = style.opening(.dim)
    cyan = style.opening(.cyan)
    end = style.closing
    labels = [.info, .warning, .error].map { style.opening(.bold, TerminalStyle.Ink($0)) }
  }

  /// Writes a finding and an empty line.
  mutating func write(_ finding: Finding, in path: VisibleText, to text: inout VisibleBuffer) {
    let index = finding.code.number
    let rule = forms[index] ?? Form(rules[finding.code])
    if forms[index] == nil { forms[index] = rule }
    let gutter = finding.location.map { Self.digits(of: $0.line) } ?? 1
    writeHeadline(of: finding, rule, in: path, to: &text)
    if let location = finding.location {
      if let excerpt = finding.excerpt { write(excerpt, of: finding, at: location, gutter, to: &text) }
      writeLabel("=", gutter, to: &text)
      write(location, to: &text)
    }
    for other in finding.related {
      writeLabel("=", gutter, to: &text)
      let place: VisibleText = "\(other.location.line):\(other.location.column), \(other.message)\n"
      text.add(" see \(other.path.map { VisibleText($0) } ?? path):\(place)")
    }
    writeLabel("=", gutter, to: &text)
    text.add(" ")
    text.add(cyan)
    text.add("help:")
    text.add(end)
    text.add(" ")
    text.add { rule.words.writeRemedy(of: finding, to: &$0) }
    text.add("\n\n")
  }

  /// Writes the line that says where, how bad and what.
  private func writeHeadline(
    of finding: Finding, _ rule: Form, in path: VisibleText, to text: inout VisibleBuffer
  ) {
    text.add(bold)
    text.add(path)
    if let location = finding.location {
      text.add(":")
      text.add(location.line)
      text.add(":")
      text.add(location.column)
    }
    text.add(":")
    text.add(end)
    text.add(" ")
    text.add(label(of: finding))
    text.add(VisibleText("\(finding.severity.name)"))
    text.add("[")
    text.add(rule.code)
    text.add("]")
    text.add(end)
    text.add(" ")
    text.add(rule.name)
    text.add(": ")
    text.add { rule.words.writeMessage(of: finding, to: &$0) }
    text.add("\n")
  }

  /// Writes the part of the line around the fault, with carets beneath it.
  private func write(
    _ excerpt: Finding.Excerpt, of finding: Finding, at location: Location, _ gutter: Int,
    to text: inout VisibleBuffer
  ) {
    let view = ExcerptView(excerpt, length: finding.length, columns: columns - gutter - " | ".utf8.count)
    writeLabel("|", gutter, to: &text)
    text.add("\n")
    text.add(dim)
    text.add(location.line)
    text.add(end)
    text.add(" ")
    text.add(dim)
    text.add("|")
    text.add(end)
    text.add(" ")
    view.write(to: &text)
    text.add("\n")
    writeLabel("|", gutter, to: &text)
    text.add(" ")
    text.add(" ", times: view.indent)
    text.add(label(of: finding))
    text.add("^", times: view.carets)
    text.add(end)
    text.add("\n")
  }

  /// Writes the place as programs count it, in the uncompressed data, which can differ from the bytes of the file.
  private func write(_ location: Location, to text: inout VisibleBuffer) {
    text.add(" at ")
    if !location.pointer.isEmpty {
      text.add(anything: location.pointer)
      text.add(", ")
    }
    text.add("byte offset ")
    text.add(location.byteOffsetInLine)
    text.add(" in the line, ")
    text.add(location.byteOffset)
    text.add(" in the data\n")
  }

  /// Writes what is between the gutter and the text.
  private func writeLabel(_ mark: VisibleText, _ gutter: Int, to text: inout VisibleBuffer) {
    text.add(" ", times: gutter + 1)
    text.add(dim)
    text.add(mark)
    text.add(end)
  }

  private func label(of finding: Finding) -> VisibleText {
    switch finding.severity {
    case .info: labels[0]
    case .warning: labels[1]
    case .error: labels[2]
    }
  }

  private static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}
