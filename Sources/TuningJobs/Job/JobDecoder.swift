import Documents

/// Makes a job of the values in a file, and finds what has no place in it.
struct JobDecoder {
  private(set) var job = TuningJob()
  private(set) var findings = JobFindings()
  /// The file, without comments.
  private let text: [UInt8]

  /// Reads a job from the value of its file, which must be an object.
  ///
  /// Names may be in snake_case, and a null counts as absent, as for Google's JSON parsers.
  ///
  /// - Parameters:
  ///   - text: the file, without comments.
  ///   - fields: what a job can say.
  init(_ root: DocumentValue, of text: [UInt8], by fields: JobFields<TuningJob> = JobSchema.job) {
    self.text = text
    job.beginning = root.range.lowerBound..<root.range.lowerBound + 1
    let reader = DocumentReader(root, [.snakeCase, .nulls])
    let faults = reader.readAll(fields.fields, into: &job)
    for fault in faults { report(fault) }
    reportUnknownFields(faults)
  }

  /// Finds what a fault of a document's shape is for the rules of jobs.
  private mutating func report(_ fault: DocumentFault) {
    switch fault.problem {
    case .unknownField: break
    case .repeatedField(let first, let second):
      findings.report(JobFieldSpelledTwice.self, at: fault.range, first, second)
    case .outputOnlyField(let name):
      findings.report(OutputOnlyJobField.self, at: fault.range, Shown.name(name))
    case .wrongType(let expected, let found):
      let written = String(decoding: text[fault.range], as: UTF8.self)
      WrongJobFieldType.report(fault.field, at: fault.range, written, is: found, not: expected, &findings)
    case .tooLarge, .empty, .truncated, .notJSON, .unsupportedVersion, .missingField, .invalidValue:
      preconditionFailure("the fields of a job have no such fault: \(fault)")
    }
  }

  /// Reports unknown fields: those that belong in one other object together, each of the others alone.
  private mutating func reportUnknownFields(_ faults: [DocumentFault]) {
    var misplaced = MisplacedFields()
    for fault in faults {
      guard case .unknownField(let name, let known) = fault.problem else { continue }
      if misplaced.note(name, in: fault.field, at: fault.range) { continue }
      let object = fault.field.isEmpty ? "a tuning job" : "'\(fault.field)'"
      UnknownJobField.report(name, at: fault.range, among: known, in: object, &findings)
    }
    for group in misplaced.groups { UnknownJobField.report(group, &findings) }
  }
}
