extension TuningRequest {
  /// A script that sends the request with Google's Gen AI SDK for Python, waits for the end of the job however long it
  /// takes, and prints the model, its endpoint, the experiment and the checkpoints. Its exit status is 0 if the job
  /// succeeded and 1 if not.
  ///
  /// - Throws: `notInSDK` for fields that the SDK has no argument for or sends in another form: the service account;
  ///   the evaluation's configuration, because it replaces the aggregations and drops some metrics; a base model whose
  ///   name begins with `projects/`, which it takes for a tuned one; and a tuned model whose name does not.
  public func python() throws(TuningRequestFault) -> String {
    let fields = fieldsNotInSDK
    guard fields.isEmpty else { throw .notInSDK(fields) }
    return Self.scriptBeginning + createCall + Self.scriptEnd
  }

  /// Source: google-genai 3.4.0, `Tunings.tune`, `CreateTuningJobConfig` and `t_metrics`, as of 2026-11-22.
  private var fieldsNotInSDK: [String] {
    var fields: [String] = []
    switch model {
    case .base(let name): if Self.isTunedModelInSDK(name) { fields.append("baseModel") }
    case .tuned(let name, _):
      if !Self.isTunedModelInSDK(name) { fields.append("preTunedModel.tunedModelName") }
    }
    if job.supervisedTuningSpec?.value.evaluationConfig != nil {
      fields.append("supervisedTuningSpec.evaluationConfig")
    }
    if job.serviceAccount != nil { fields.append("serviceAccount") }
    return fields
  }

  /// The SDK tells the two kinds of models by their names alone.
  private static func isTunedModelInSDK(_ name: String) -> Bool { name.utf8.starts(with: "projects/".utf8) }

  // MARK: The call

  private var createCall: String {
    let name =
      switch model {
      case .base(let name): name
      case .tuned(let name, _): name
      }
    var lines = [
      "client = genai.Client(",
      "    vertexai=True,",
      "    project=\(PythonLiteral.string(project.description)),",
      "    location=\(PythonLiteral.string(location.description)),",
      ")",
      "job = client.tunings.tune(",
      "    base_model=\(PythonLiteral.string(name)),",
      "    training_dataset=types.TuningDataset(",
      "        \(Self.dataset(trainingDatasetURI)),",
      "    ),",
    ]
    let settings = self.settings
    if !settings.isEmpty {
      lines.append("    config=types.CreateTuningJobConfig(")
      lines += settings.map { "        \($0)," }
      lines.append("    ),")
    }
    return (lines + [")"]).joined(separator: "\n") + "\n"
  }

  /// The arguments of the job's configuration.
  private var settings: [String] {
    var settings: [String] = []
    func add(_ name: String, _ literal: String?) { if let literal { settings.append("\(name)=\(literal)") } }

    let spec = job.supervisedTuningSpec?.value
    let parameters = spec?.hyperParameters?.value
    if case .tuned(_, let checkpointID) = model {
      add("pre_tuned_model_checkpoint_id", checkpointID.map(PythonLiteral.string))
    }
    add(
      "validation_dataset",
      spec?.validationDatasetUri.map { Self.object("TuningValidationDataset", Self.dataset($0.value)) })
    add("epoch_count", parameters?.epochCount.map { String($0.value) })
    add("learning_rate_multiplier", parameters?.learningRateMultiplier.map { String($0.value) })
    add("adapter_size", adapterSize.map { "types.AdapterSize.\($0)" })
    add("export_last_checkpoint_only", spec?.exportLastCheckpointOnly.map { PythonLiteral.bool($0.value) })
    add("tuned_model_display_name", job.tunedModelDisplayName.map { PythonLiteral.string($0.value) })
    add("description", job.description.map { PythonLiteral.string($0.value) })
    add("labels", job.labels.isEmpty ? nil : "{\(labels)}")
    add(
      "encryption_spec",
      job.kmsKeyName.map {
        Self.object("EncryptionSpec", "kms_key_name=\(PythonLiteral.string($0.value))")
      })
    return settings
  }

  private var labels: String {
    job.labels.map { "\(PythonLiteral.string($0.key.value)): \(PythonLiteral.string($0.value.value))" }
      .joined(separator: ", ")
  }

  /// A setting that is an object with one argument.
  private static func object(_ type: String, _ argument: String) -> String {
    "types.\(type)(\n            \(argument),\n        )"
  }

  /// The argument of a dataset: a file, or a dataset of the service by its resource name.
  private static func dataset(_ uri: String) -> String {
    let name = uri.utf8.starts(with: "projects/".utf8) ? "vertex_dataset_resource" : "gcs_uri"
    return "\(name)=\(PythonLiteral.string(uri))"
  }
}
