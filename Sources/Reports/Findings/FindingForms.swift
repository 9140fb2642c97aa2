import Diagnostics

/// The forms of the rules that had findings.
struct FindingForms {
  private var forms: ContiguousArray<FindingForm> = []
  /// The index of each form by the number of the rule's code and the severity; -1 where none is made yet.
  private var indices = ContiguousArray(repeating: -1, count: RuleCode.tableLength * severities)

  private static var severities: Int { Severity.error.rawValue + 1 }

  /// A form by its index.
  subscript(index: Int) -> FindingForm { _read { yield forms[index] } }

  /// The index of the form of a finding, which has its words then; the form is made where it is missing.
  mutating func fill(_ finding: FindingRecord, _ make: () -> FindingForm) -> Int {
    let place = finding.code.number * Self.severities + finding.severity.rawValue
    if indices[place] < 0 {
      indices[place] = forms.count
      forms.append(make())
    }
    forms[indices[place]].fill(finding)
    return indices[place]
  }
}
