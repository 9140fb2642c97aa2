import Diagnostics

extension TextReport {
  /// Writes a finding and an empty line.
  func write(_ finding: Finding, in path: String, to output: inout some VisibleOutput) {
    let rule = rules[finding.code]
    let gutter = finding.location.map { String($0.line).utf8.count } ?? 1
    let indent = String(repeating: " ", count: gutter)

    output.write(headline(of: finding, rule, in: path))
    if let location = finding.location {
      if let excerpt = finding.excerpt { write(excerpt, of: finding, at: location, to: &output) }
      output.write("\(indent) \(style.paint("=", .dim)) at \(place(location))\n")
    }
    for other in finding.related {
      let place: VisibleText = "\(other.path ?? path):\(other.location.line):\(other.location.column)"
      output.write("\(indent) \(style.paint("=", .dim)) see \(place), \(other.message)\n")
    }
    let remedy = rule.remedy(with: finding.arguments)
    output.write("\(indent) \(style.paint("=", .dim)) \(style.paint("help:", .cyan)) \(remedy)\n\n")
  }

  /// The line that says where, how bad and what.
  private func headline(of finding: Finding, _ rule: RuleDescription, in path: String) -> VisibleText {
    let place: VisibleText =
      finding.location.map { "\(path):\($0.line):\($0.column):" } ?? "\(path):"
    let label = style.paint(
      "\(finding.severity.name)[\(finding.code)]", .bold, TerminalStyle.Ink(finding.severity))
    let message = rule.message(with: finding.arguments)
    return "\(style.paint(place, .bold)) \(label) \(rule.name): \(message)\n"
  }

  /// The part of the line around the fault, with carets beneath it.
  private func write(
    _ excerpt: Finding.Excerpt, of finding: Finding, at location: Location,
    to output: inout some VisibleOutput
  ) {
    let number = String(location.line)
    let indent = String(repeating: " ", count: number.utf8.count)
    let bar = style.paint("|", .dim)
    let view = ExcerptView(
      excerpt, length: finding.length, columns: columns - number.utf8.count - " | ".utf8.count)
    let spaces = view.marks.prefix { $0 == " " }
    let carets = String(view.marks.dropFirst(spaces.count))
    output.write("\(indent) \(bar)\n")
    output.write("\(style.paint("\(number)", .dim)) \(bar) \(view.text)\n")
    let marks = style.paint("\(carets)", .bold, TerminalStyle.Ink(finding.severity))
    output.write("\(indent) \(bar) \(spaces)\(marks)\n")
  }

  /// The place as programs count it, in the uncompressed data, which can differ from the bytes of the file.
  private func place(_ location: Location) -> VisibleText {
    let pointer = location.pointer.isEmpty ? "" : "\(location.pointer), "
    let (inLine, inData) = (location.byteOffsetInLine, location.byteOffset)
    return "\(pointer)byte offset \(inLine) in the line, \(inData) in the data"
  }
}
