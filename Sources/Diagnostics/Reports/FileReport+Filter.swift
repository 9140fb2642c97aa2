extension FileReport {
  /// The same report without some of the findings, which are not counted either.
  ///
  /// - Parameters:
  ///   - most: the most findings that are kept of a rule; 0 for all.
  ///   - taken: how many of a finding's occurrences are left out; called for each finding, in their order.
  /// - Returns: the report, which must have kept all findings before, and how many were left out.
  /// - Complexity: linear in the findings.
  package func filtered(
    keeping most: Int, without taken: (Finding) -> Int
  ) -> (report: FileReport, leftOut: Int) {
    var counts: [RuleCode: Count] = [:]
    var kept: [RuleCode: Int] = [:]
    var leftOut = 0
    let findings = self.kept.filtered { finding in
      let out = taken(finding)
      leftOut += out
      let rest = finding.occurrences - out
      if rest == 0 { return false }
      let before = counts[finding.code]
      counts[finding.code] = Count(
        code: finding.code, severity: max(before?.severity ?? .info, finding.severity),
        findings: (before?.findings ?? 0) + rest,
        errors: (before?.errors ?? 0) + (finding.severity == .error ? rest : 0), isHidden: false)
      if most > 0, kept[finding.code] ?? 0 >= most { return false }
      kept[finding.code, default: 0] += 1
      return true
    }
    // Findings that are not listed are not kept either.
    let all = counts.values + self.counts.filter(\.isHidden)
    let report = FileReport(
      self, kept: findings, counts: all.sorted { $0.code < $1.code }, inBaseline: inBaseline)
    return (report, leftOut)
  }
}
