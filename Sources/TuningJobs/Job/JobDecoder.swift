import JSONLines

/// Makes a job of the values in a file, and notes what has no place in it.
struct JobDecoder {
  private(set) var job = TuningJob()
  private(set) var findings = JobFindings()

  /// Reads a job from the value of its file, which must be an object.
  init(_ value: JSONValue) {
    job.beginning = value.range.lowerBound..<value.range.lowerBound + 1
    for (field, member) in fields(of: value, JobSchema.job, in: "a tuning job") { read(field, member) }
  }

  // MARK: Fields

  /// The fields that an object gives and that may be given, with values of the right type, in the order of the file.
  ///
  /// A null counts as absent, as it does for Google's JSON parsers.
  private mutating func fields(
    of object: JSONValue, _ known: [JobField], in what: String
  ) -> [(JobField, JSONValue.Member)] {
    var found: [(JobField, JSONValue.Member)] = []
    for member in object.members {
      guard let field = known.first(where: { $0.isNamed(member.name) })
      else {
        UnknownJobField.report(member, among: known, in: what, &findings)
        continue
      }
      if let first = found.first(where: { $0.0.name == field.name }) {
        findings.report(JobFieldSpelledTwice.self, at: member.nameRange, first.1.name, member.name)
        continue
      }
      if member.value.kind == .null { continue }
      if field.status == .outputOnly {
        findings.report(OutputOnlyJobField.self, at: member.nameRange, Shown.name(member.name))
        continue
      }
      // As for those parsers; a path of ours that is empty is a mistake.
      if let text = member.value.string, text.isEmpty, case .string = field.shape, !field.isPath { continue }
      found.append((field, member))
    }
    return found
  }

  private mutating func read(_ field: JobField, _ member: JSONValue.Member) {
    switch field.status {
    case .otherMethod: return job.otherSpecs.append(Placed(field.name, at: member.nameRange))
    case .forOpenModels: return job.openModelFields.append(Placed(field.name, at: member.nameRange))
    case .input, .outputOnly: break
    }
    switch field.name {
    case "$schema": break
    case "project": job.project = string(field, member)
    case "location": job.location = string(field, member)
    case "datasets":
      for (field, member) in members(field, member) {
        let path = string(field, member)
        if field.name == "training" { job.datasets.training = path } else { job.datasets.validation = path }
      }
    case "baseModel": job.baseModel = string(field, member)
    case "preTunedModel": job.preTunedModel = preTunedModel(field, member)
    case "supervisedTuningSpec": job.supervisedTuningSpec = supervisedTuningSpec(field, member)
    case "tunedModelDisplayName": job.tunedModelDisplayName = string(field, member)
    case "description": job.description = string(field, member)
    case "labels": readLabels(field, member)
    case "encryptionSpec":
      for (field, member) in members(field, member) { job.kmsKeyName = string(field, member) }
    case "serviceAccount": job.serviceAccount = string(field, member)
    default: preconditionFailure("the schema has a field '\(field.name)' that nobody reads")
    }
  }

  private mutating func preTunedModel(
    _ field: JobField, _ member: JSONValue.Member
  ) -> Placed<TuningJob.PreTunedModel>? {
    guard member.value.kind == .object else { return wrongType(field, member) }
    var model = TuningJob.PreTunedModel()
    for (field, member) in members(field, member) {
      if field.name == "checkpointId" {
        model.checkpointId = string(field, member)
      } else {
        model.tunedModelName = string(field, member)
      }
    }
    return Placed(model, at: member.nameRange)
  }

  private mutating func supervisedTuningSpec(
    _ field: JobField, _ member: JSONValue.Member
  ) -> Placed<TuningJob.SupervisedTuningSpec>? {
    guard member.value.kind == .object else { return wrongType(field, member) }
    var spec = TuningJob.SupervisedTuningSpec()
    for (field, member) in members(field, member) {
      switch field.name {
      case "trainingDatasetUri": spec.trainingDatasetUri = string(field, member)
      case "validationDatasetUri": spec.validationDatasetUri = string(field, member)
      case "hyperParameters": spec.hyperParameters = hyperParameters(field, member)
      case "exportLastCheckpointOnly":
        guard case .bool(let value) = member.value.content else {
          let _: Placed<Bool>? = wrongType(field, member)
          continue
        }
        spec.exportLastCheckpointOnly = Placed(value, at: member.value.range)
      case "evaluationConfig":
        guard member.value.kind == .object else {
          let _: Placed<JSONValue>? = wrongType(field, member)
          continue
        }
        spec.evaluationConfig = Placed(member.value, at: member.nameRange)
      case "tuningMode": spec.tuningMode = Placed(member.value, at: member.nameRange)
      default: preconditionFailure("the schema has a field '\(field.name)' that nobody reads")
      }
    }
    return Placed(spec, at: member.nameRange)
  }

  private mutating func hyperParameters(
    _ field: JobField, _ member: JSONValue.Member
  ) -> Placed<TuningJob.HyperParameters>? {
    guard member.value.kind == .object else { return wrongType(field, member) }
    var parameters = TuningJob.HyperParameters()
    for (field, member) in members(field, member) {
      switch field.name {
      case "epochCount":
        parameters.epochCount =
          JobNumber.whole(member.value).map { Placed($0, at: member.value.range) } ?? wrongType(field, member)
      case "learningRateMultiplier":
        parameters.learningRateMultiplier =
          JobNumber.any(member.value).map { Placed($0, at: member.value.range) } ?? wrongType(field, member)
      case "adapterSize": parameters.adapterSize = adapterSize(field, member)
      case "learningRate": parameters.learningRate = Placed(member.value, at: member.nameRange)
      case "batchSize": parameters.batchSize = Placed(member.value, at: member.nameRange)
      default: preconditionFailure("the schema has a field '\(field.name)' that nobody reads")
      }
    }
    return Placed(parameters, at: member.nameRange)
  }

  private mutating func readLabels(_ field: JobField, _ member: JSONValue.Member) {
    guard member.value.kind == .object else {
      let _: Placed<String>? = wrongType(field, member)
      return
    }
    for label in member.value.members {
      guard let text = label.value.string else {
        findings.report(
          WrongJobFieldType.self, at: label.value.range, Shown.name(label.name), "a string",
          label.value.kind.name)
        continue
      }
      job.labels.append((Placed(label.name, at: label.nameRange), Placed(text, at: label.value.range)))
    }
  }

  // MARK: Values

  /// The fields of an object that a field holds.
  private mutating func members(
    _ field: JobField, _ member: JSONValue.Member
  ) -> [(JobField, JSONValue.Member)] {
    guard case .object(let known) = field.shape else {
      preconditionFailure("the schema's '\(field.name)' is no object")
    }
    guard member.value.kind == .object else {
      let _: Placed<String>? = wrongType(field, member)
      return []
    }
    return fields(of: member.value, known, in: "'\(field.name)'")
  }

  private mutating func string(_ field: JobField, _ member: JSONValue.Member) -> Placed<String>? {
    guard let text = member.value.string else { return wrongType(field, member) }
    return Placed(text, at: member.value.range)
  }

  private mutating func adapterSize(
    _ field: JobField, _ member: JSONValue.Member
  ) -> Placed<TuningJob.WrittenAdapterSize>? {
    if let name = member.value.string { return Placed(.name(name), at: member.value.range) }
    guard let number = JobNumber.whole(member.value) else { return wrongType(field, member) }
    return Placed(.number(number), at: member.value.range)
  }

  /// Notes that a value is of the wrong type; always nil.
  private mutating func wrongType<Value>(_ field: JobField, _ member: JSONValue.Member) -> Placed<Value>? {
    findings.report(
      WrongJobFieldType.self, at: member.value.range, field.name, field.shape.noun,
      JobNumber.describe(member.value))
    return nil
  }
}
