import Diagnostics
import JSONLines

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
  /// The pointer of the finding, and a comma.
  private var place = VisibleBuffer()

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
  private let byteOffset = VisibleBytes("byte offset ")
  private let inLine = VisibleBytes(" in the line, ")
  private let inData = VisibleBytes(" in the data\n")
  private let comma = VisibleBytes(", ")

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
    if finding.hasExcerpt {
      excerpt.fill(finding, columns: columns - margin.digits - " | ".utf8.count, beside: margin.sides)
    }
    place.removeAll()
    if !finding.pointer.isEmpty {
      place.add(anything: finding.pointer.span)
      place.add(comma)
    }
    text.add(atMost: mostBytes(of: finding, form)) { room in
      room.append(beginning.bytes.span)
      if finding.hasPlace { room.append(":", finding.line, ":", finding.column) }
      room.append(forms[form].message.span)
      if finding.hasPlace {
        if finding.hasExcerpt {
          room.append(margin.above.bytes.span)
          room.append(digitsOf: finding.line)
          room.append(excerpt.text.bytes.span)
        }
        room.append(margin.place.bytes.span)
        room.append(place.bytes.span)
        room.append(byteOffset.bytes.span)
        room.append(digitsOf: finding.byteOffsetInLine)
        room.append(inLine.bytes.span)
        room.append(digitsOf: finding.byteOffset)
        room.append(inData.bytes.span)
      }
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
    text.add(atMost: margin.help.bytes.count + forms[form].remedy.count) { room in
      room.append(margin.help.bytes.span)
      room.append(forms[form].remedy.span)
    }
  }

  /// The most bytes of a finding up to its place.
  private func mostBytes(of finding: FindingRecord, _ form: Int) -> Int {
    beginning.bytes.count + forms[form].message.count + margin.above.bytes.count + excerpt.text.bytes.count
      + margin.place.bytes.count + place.bytes.count + byteOffset.bytes.count + inLine.bytes.count
      + inData.bytes.count + 5 * OutputSpan<UInt8>.mostDigits + "::".utf8.count
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

  private static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}
