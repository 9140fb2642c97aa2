/// Runs the rules of a job: one line each, in the order of their codes.
enum JobRules {
  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    ConflictingFields.check(context, &findings)
    MissingJobField.check(context, &findings)
  }
}
