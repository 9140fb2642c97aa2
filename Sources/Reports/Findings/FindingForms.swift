import Diagnostics

/// The forms of the rules that had findings, by the number of the code.
struct FindingForms {
  private var forms = [[FindingForm]](repeating: [], count: RuleCode.tableLength)

  /// The form of a finding, with its words; made where it is missing.
  mutating func form(of finding: FindingRecord, _ make: () -> FindingForm) -> FindingForm {
    let form = knownForm(of: finding) ?? make()
    if form.isNew { forms[finding.code.number].append(form) }
    form.fill(finding)
    return form
  }

  private func knownForm(of finding: FindingRecord) -> FindingForm? {
    for form in forms[finding.code.number] where form.severity == finding.severity { return form }
    return nil
  }
}
