/// A job file to begin with: what every job needs, and the rest in comments.
public struct JobTemplate: Sendable {
  /// What the job tunes.
  public enum Model: Sendable {
    /// A base model, by its id.
    case base(String)
    /// A tuned model, by its resource name, that is tuned further.
    case tuned(ModelName)
  }

  private let model: Model

  /// A template of a job for a model.
  public init(_ model: Model) {
    self.model = model
  }

  /// The file's text, with comments, ended by a line feed.
  public var text: String {
    """
    // A supervised tuning job for Gemini: the API's TuningJob, and three fields of tunekit's own. Comments may stand here.
    // 'tunekit plan' checks it together with its datasets, says what will happen, and writes the request.
    {
      // Where the job runs (tunekit's own; or --project and --location).
      "project": \(quoted(project)),
      "location": \(quoted(location)),

      // The local files behind the dataset URIs below, from this file's folder (tunekit's own).
      // "datasets": {"training": "train.jsonl", "validation": "validation.jsonl"},

    \(modelLines)

      "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/train.jsonl",
        // "validationDatasetUri": "gs://my-bucket/validation.jsonl",
        // "hyperParameters": {
        //   "epochCount": 3,
        //   "learningRateMultiplier": 1.0,
        //   "adapterSize": "ADAPTER_SIZE_FOUR", // by name: a number is not the size
        // },
        // Keep only the last checkpoint:
        // "exportLastCheckpointOnly": true,
      },

    \(displayNameLines)
      // "description": "What the job is about",
      // "labels": {"team": "ml"},
      // The key that encrypts all that the job makes, in the job's region:
      // "encryptionSpec": {"kmsKeyName": \(quoted(exampleKey))},
      // "serviceAccount": "tuning@\(projectID).iam.gserviceaccount.com",
    }

    """
  }

  private var project: String {
    switch model {
    case .base: "my-project"
    case .tuned(let name): name.project.description
    }
  }

  /// A project's id: accounts have that, not the number.
  private var projectID: String {
    project.utf8.allSatisfy(NameCharacters.digits.contains) ? "my-project" : project
  }

  private var location: String {
    switch model {
    case .base: "us-central1"
    case .tuned(let name): name.location.description
    }
  }

  private var exampleKey: String {
    "projects/\(project)/locations/\(location)/keyRings/my-key-ring/cryptoKeys/my-key"
  }

  private var modelLines: String {
    switch model {
    case .base(let id):
      """
        // The model to be tuned; 'tunekit models' lists those that can be.
        "baseModel": \(quoted(id)),
      """
    case .tuned(let name):
      """
        // The model to be tuned further, and the checkpoint to go on from; without one, the default checkpoint.
        "preTunedModel": {
          "tunedModelName": \(quoted(name.description)),
          // "checkpointId": "1",
        },
      """
    }
  }

  private var displayNameLines: String {
    switch model {
    case .base: "  \"tunedModelDisplayName\": \"My tuned model\","
    case .tuned:
      """
        // With another name than the model's a new model is made, else a new version of it:
        // "tunedModelDisplayName": "My tuned model",
      """
    }
  }

  /// A name as a JSON string: the names of models, projects and locations hold nothing that needs an escape.
  private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
