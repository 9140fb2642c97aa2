/// The findings in a part of a file: how many there are of each rule, and the first of them.
package struct FindingTally: Sendable, Codable {
  /// The findings of one rule.
  package struct Count: Sendable, Codable {
    package let code: RuleCode
    /// The greatest severity among them.
    package var severity: Severity
    package var findings: Int
    /// How many of them are errors.
    package var errors: Int
    /// How many of them are kept.
    package var kept: Int
  }

  /// The rules with findings, by code.
  package var counts: [Count] = []
  /// The findings that are kept, those of one rule in the order of the data.
  package var findings: [Finding] = []

  /// No findings.
  package init() {}

  /// Appends the findings of the part that follows, after so many lines.
  package mutating func append(_ next: FindingTally, behind lines: Int, _ settings: RuleSettings) {
    for count in next.counts {
      add(count.code, count.severity, times: count.findings, errors: count.errors)
    }
    for finding in next.findings {
      let index = index(of: finding.code)
      guard settings.keeps(finding.code, having: counts[index].kept) else { continue }
      counts[index].kept += 1
      findings.append(finding.moved(behind: lines))
    }
  }

  /// Counts findings of a rule.
  ///
  /// - Parameters:
  ///   - severity: the greatest severity among them.
  ///   - errors: how many of them are errors.
  /// - Returns: the index of the rule's count.
  @discardableResult
  package mutating func add(_ code: RuleCode, _ severity: Severity, times: Int, errors: Int) -> Int {
    let index = index(of: code)
    counts[index].findings += times
    counts[index].errors += errors
    counts[index].severity = max(counts[index].severity, severity)
    return index
  }

  /// The index of a rule's count. Adds the count if it is missing.
  private mutating func index(of code: RuleCode) -> Int {
    let index = counts.firstIndex { $0.code >= code } ?? counts.endIndex
    if index == counts.endIndex || counts[index].code != code {
      counts.insert(Count(code: code, severity: .info, findings: 0, errors: 0, kept: 0), at: index)
    }
    return index
  }

  // MARK: The result

  /// The findings kept: those about the whole file, then the others in the order of the data.
  package var sorted: [Finding] {
    findings.sorted { left, right in
      guard let leftPlace = left.location, let rightPlace = right.location else {
        if (left.location == nil) != (right.location == nil) { return left.location == nil }
        return left.code < right.code
      }
      return (leftPlace.byteOffset, left.code) < (rightPlace.byteOffset, right.code)
    }
  }

  /// How many findings each rule has, by code.
  package func counts(_ settings: RuleSettings) -> [FileReport.Count] {
    counts.map { count in
      FileReport.Count(
        code: count.code, severity: count.severity, findings: count.findings, errors: count.errors,
        isHidden: settings.hides(count.code))
    }
  }
}
