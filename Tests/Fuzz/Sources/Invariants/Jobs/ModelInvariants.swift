import Documents
import JSONLines
import ModelCatalog
import TuningJobs

/// What holds for every description of a tuned model.
public enum ModelInvariants {
  /// Checks the file that an input stands for as a ``Recipe``: its bytes, or edits of a good description.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    let recipe = Recipe(input, atMost: ModelDescription.maximumFileBytes)
    let good = recipe.options.contains { $0.name == 1 && $0.value % 2 == 1 } ? jobTokens : modelTokens
    try check(document: Edits(recipe.bytes, of: good).bytes)
  }

  private static func check(document bytes: [UInt8]) throws(BrokenInvariant) {
    let description: ModelDescription
    do throws(DocumentFault) {
      description = try ModelDescription(bytes)
    } catch {
      try BrokenInvariant.unless(!error.description.contains("\n"), "\(error) is not one line")
      return try FindingPlaces.require(line: error.line, column: error.column, in: bytes)
    }
    guard let value = try? DocumentValue(parsing: bytes) else { throw BrokenInvariant("read, but no JSON") }
    var json = JSONWriter()
    json.value(value)
    let again = try? ModelDescription(json.finish())
    try BrokenInvariant.unless(
      again.map(facts) == facts(description), "written again: \(String(describing: again))")
    try checkJobs(of: description)
  }

  /// All that a description tells.
  private static func facts(_ model: ModelDescription) -> [String] {
    [
      "\(model.name)", "\(model.versionID as Any)", "\(model.versionAliases as Any)",
      "\(model.displayName as Any)",
      "\(model.defaultCheckpointID as Any)", "\(model.checkpoints as Any)", "\(model.tuned as Any)",
      "\(model.baseModelID as Any)", "\(model.method as Any)", "\(model.encryptionKey)", "\(model.isCopied)",
      "\(model.adapterSize as Any)",
    ]
  }

  /// A job that tunes the model further, and one that tunes another.
  private static func checkJobs(of model: ModelDescription) throws(BrokenInvariant) {
    var validation = JobValidation(catalog: .builtIn, today: try JobFolder.day("2026-11-23"))
    validation.modelDescription = model
    let version = model.versionID.map { "@\($0)" } ?? ""
    for name in ["\(model.name)\(version)", "projects/1/locations/us-central1/models/1"] {
      let job = """
        {"project": "my-project", "location": "us-central1", "tunedModelDisplayName": "a",
         "preTunedModel": {"tunedModelName": "\(name)", "checkpointId": "1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/train.jsonl"}}
        """
      try JobInvariants.check(Array(job.utf8), validation)
    }
  }

  private static let modelTokens = Edits.Tokens(Array(model.utf8))
  private static let jobTokens = Edits.Tokens(Array(tuningJob.utf8))

  /// A model's own description.
  static let model = """
    {
      "name": "projects/123456789012/locations/us-central1/models/4611686018427387904@2",
      "versionId": "2",
      "versionAliases": ["default", "support"],
      "displayName": "Support",
      "defaultCheckpointId": "3",
      "checkpoints": [{"checkpointId": "1", "epoch": "1", "step": "12"}, {"checkpointId": "3", "epoch": 3}],
      "versionCreateTime": "2026-10-01T12:00:00.123456Z",
      "createTime": "2026-09-01T12:00:00Z",
      "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-2_5-flash", "tune-type": "sft"},
      "encryptionSpec": {"kmsKeyName": "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"},
      "modelSourceInfo": {"sourceType": "GENIE", "copy": false}
    }

    """

  /// A tuning job's.
  static let tuningJob = """
    {
      "name": "projects/123456789012/locations/us-central1/tuningJobs/1",
      "state": "JOB_STATE_SUCCEEDED",
      "createTime": "2026-10-01T12:00:00Z",
      "endTime": "2026-10-01T14:00:00Z",
      "tunedModelDisplayName": "Support",
      "baseModel": "gemini-2.5-flash",
      "supervisedTuningSpec": {"hyperParameters": {"epochCount": "3", "adapterSize": "ADAPTER_SIZE_FOUR"}},
      "encryptionSpec": {"kmsKeyName": "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"},
      "tunedModel": {
        "model": "projects/123456789012/locations/us-central1/models/4611686018427387904@1",
        "endpoint": "projects/123456789012/locations/us-central1/endpoints/2",
        "checkpoints": [{"checkpointId": "1", "epoch": "1", "step": "12", "endpoint": "e"}]
      }
    }

    """
}
