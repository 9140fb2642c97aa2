public import Diagnostics

/// Writes workflow commands, which GitHub Actions shows as annotations: one for each rule and file, because only about ten of each
/// severity are shown.
///
///     ::error file=data/train.jsonl,line=12,col=34,endLine=12,endColumn=45,title=TK401 unknown-role::role …
public struct GitHubReport: Reporter {
  private let rules: RuleBook
  private let listing: FindingListing

  /// Prepares a report.
  public init(_ choices: ReportChoices) {
    rules = choices.rules
    listing = choices.listing
  }

  /// Writes the commands, the worst first; nothing without findings.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    for file in report.files {
      guard let failure = file.failure else { continue }
      write("error", [("file", ReportPath(file.path).path), ("title", "not checked")], failure, to: &output)
    }
    let found = report.files.flatMap { file in listing.rules(of: file, listing: 3).map { (file, $0) } }
    for severity in [Severity.error, .warning, .info] {
      for (file, rule) in found where rule.severity == severity { write(rule, in: file, to: &output) }
    }
    for sentence in RunSummary(report)?.unlisted ?? [] {
      write("warning", [("title", "not examined")], sentence, to: &output)
    }
  }

  private func write(
    _ found: FindingListing.RuleFindings, in file: FileReport, to output: inout some VisibleOutput
  ) {
    let rule = rules[found.code]
    var properties = [("file", ReportPath(file.path).path)]
    if let region = found.listed.first.flatMap(FindingRegion.init) {
      properties += [("line", "\(region.line)"), ("col", "\(region.column)"), ("endLine", "\(region.line)")]
      if let end = region.endColumn { properties.append(("endColumn", "\(end)")) }
    }
    properties.append(("title", "\(rule.code) \(rule.name)"))
    write(Self.command(of: found.severity), properties, message(of: found, rule), to: &output)
  }

  /// What is wrong, how often, and what to do about it.
  private func message(of found: FindingListing.RuleFindings, _ rule: RuleDescription) -> String {
    guard let first = found.listed.first else { return "\(Quantity.count(found.findings, "finding"))" }
    var message = VisibleText.of(rule.message(with: first.arguments))
    if found.findings > 1 {
      let lines = found.listed.compactMap { $0.location.map { "\($0.line)" } }.joined(separator: ", ")
      let places = lines.isEmpty ? "" : ", first in lines \(lines)"
      message += "\n\(Quantity.count(found.findings)) findings of \(rule.code) in this file\(places)"
    }
    return message + "\nhelp: " + VisibleText.of(rule.remedy(with: first.arguments))
  }

  private static func command(of severity: Severity) -> String {
    switch severity {
    case .info: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  // MARK: Commands

  private func write(
    _ command: String, _ properties: [(name: String, value: String)], _ data: String,
    to output: inout some VisibleOutput
  ) {
    let list = properties.map { "\($0.name)=\(Self.escaped($0.value, isProperty: true))" }
    output.write("::\(command) \(list.joined(separator: ","))::\(Self.escaped(data, isProperty: false))\n")
  }

  /// The escapes of a workflow command: those of `actions/toolkit`, which the runner reads.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
