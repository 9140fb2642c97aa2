import Documents
public import JSONLines

extension TuningRequest {
  /// The body: the API's `TuningJob` as indented JSON, ending in a line feed.
  ///
  /// Names are in camelCase, the adapter size is a name and numbers are numbers, however the job file spells them; the
  /// evaluation's configuration is as it appears there.
  public var body: String {
    var json = JSONWriter()
    writeBody(to: &json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  /// The body of a job that has one more label, which is none of ``labelKeys``.
  public func body(addingLabel key: String, _ value: String) -> String {
    var json = JSONWriter()
    writeBody(to: &json, addedLabel: (key, value))
    return String(decoding: json.finish(), as: UTF8.self)
  }

  /// The keys of the job's labels.
  public var labelKeys: [String] { job.labels.map(\.key.value) }

  /// Writes the body as a JSON value.
  ///
  /// - Parameter addedLabel: a label that the job does not have.
  public func writeBody(to json: inout JSONWriter, addedLabel: (key: String, value: String)? = nil) {
    json.object { json in
      writeModel(to: &json)
      json.object("supervisedTuningSpec") { json in writeSpec(to: &json) }
      json.given("tunedModelDisplayName", job.tunedModelDisplayName?.value)
      json.given("description", job.description?.value)
      if !job.labels.isEmpty || addedLabel != nil {
        json.object("labels") { json in
          for label in job.labels { json.member(label.key.value, label.value.value) }
          if let addedLabel { json.member(addedLabel.key, addedLabel.value) }
        }
      }
      if let key = job.kmsKeyName?.value {
        json.object("encryptionSpec") { json in json.member("kmsKeyName", key) }
      }
      json.given("serviceAccount", job.serviceAccount?.value)
    }
  }

  /// Writes the request as a JSON object with the members `method`, `url` and `body`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("method", method)
      json.member("url", url)
      json.name("body")
      writeBody(to: &json)
    }
  }

  private func writeModel(to json: inout JSONWriter) {
    switch model {
    case .base(let name): json.member("baseModel", name)
    case .tuned(let name, let checkpointID):
      json.object("preTunedModel") { json in
        json.member("tunedModelName", name)
        json.given("checkpointId", checkpointID)
      }
    }
  }

  private func writeSpec(to json: inout JSONWriter) {
    let spec = job.supervisedTuningSpec?.value
    let parameters = spec?.hyperParameters?.value
    json.member("trainingDatasetUri", trainingDatasetURI)
    json.given("validationDatasetUri", spec?.validationDatasetUri?.value)
    let epochs = parameters?.epochCount?.value
    let multiplier = parameters?.learningRateMultiplier?.value
    if epochs != nil || multiplier != nil || adapterSize != nil {
      json.object("hyperParameters") { json in
        if let epochs { json.member("epochCount", epochs) }
        if let multiplier { json.member("learningRateMultiplier", multiplier) }
        json.given("adapterSize", adapterSize)
      }
    }
    if let isLastOnly = spec?.exportLastCheckpointOnly?.value {
      json.member("exportLastCheckpointOnly", isLastOnly)
    }
    if let evaluation = spec?.evaluationConfig?.value {
      json.name("evaluationConfig")
      json.value(evaluation)
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a string; nil writes nothing.
  fileprivate mutating func given(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }
}
