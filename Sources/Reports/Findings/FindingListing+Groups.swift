import Diagnostics

extension FindingListing {
  /// Calls `body` for the findings of a file that are listed, in their order, and once for those that are one mistake repeated.
  ///
  /// - Returns: the listed rules that have more findings than `body` was called for.
  func forEachGroup(of file: FileReport, _ body: (FindingGroup) -> Void) -> [Rest] {
    let causes = file.causes.sorted { $0.first.isBefore($1.first) }
    var known: [RuleCode: Int] = [:]
    for cause in causes { known[cause.first.code, default: 0] += cause.findings }
    var next = 0
    for finding in file.kept {
      while next < causes.count, !finding.isBefore(causes[next].first) {
        if lists(causes[next].first) { body(FindingGroup(causes[next], in: file)) }
        next += 1
      }
      if causes.contains(where: { $0.has(finding) }) { continue }
      known[finding.code, default: 0] += 1
      if lists(finding) { body(FindingGroup(finding)) }
    }
    for cause in causes[next...] where lists(cause.first) { body(FindingGroup(cause, in: file)) }
    return file.counts.filter { !$0.isHidden && lists($0.code, $0.severity) }.compactMap { count in
      let rest = count.findings - known[count.code, default: 0]
      return rest > 0 ? Rest(code: count.code, findings: rest, findingsInAll: count.findings) : nil
    }
  }

  private func lists(_ finding: Finding) -> Bool { lists(finding.code, finding.severity) }

  /// The findings of a rule in a file.
  struct RuleFindings {
    let code: RuleCode
    /// The greatest severity among them.
    let severity: Severity
    /// How many there are.
    let findings: Int
    /// The first of them.
    var listed: [Finding] = []
  }

  /// The listed rules with findings in a file, the worst first, then the most frequent, each with its first findings.
  func rules(of file: FileReport, listing most: Int) -> [RuleFindings] {
    var rules: [RuleCode: RuleFindings] = [:]
    for count in file.counts where !count.isHidden && lists(count.code, count.severity) {
      rules[count.code] = RuleFindings(code: count.code, severity: count.severity, findings: count.findings)
    }
    for finding in findings(of: file) where rules[finding.code].map({ $0.listed.count < most }) ?? false {
      rules[finding.code]?.listed.append(finding)
    }
    return rules.values.sorted { ($1.severity, $1.findings, $0.code) < ($0.severity, $0.findings, $1.code) }
  }
}

extension Finding {
  /// Whether it comes before another: those about the whole file, then the others in the order of the data.
  fileprivate func isBefore(_ other: Finding) -> Bool {
    (location?.byteOffset ?? -1, code) < (other.location?.byteOffset ?? -1, other.code)
  }
}
