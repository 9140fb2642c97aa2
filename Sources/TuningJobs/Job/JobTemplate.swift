/// A job file to start from: the required fields of a job, and the optional ones in comments.
public struct JobTemplate: Sendable {
  /// What the job tunes.
  public enum Model: Sendable {
    /// A base model, by its id.
    case base(String)
    /// A tuned model to continue from, by its resource name.
    case tuned(ModelName)
  }

  /// The texts of the template that are valid but meant to be replaced, by the name of their field.
  static let placeholders = [
    "tunedModelDisplayName": "My tuned model", "description": "A description of the job",
  ]

  private let model: Model

  /// A template of a job for a model.
  public init(_ model: Model) {
    self.model = model
  }

  /// The file's text, with comments, ended by a line feed.
  public var text: String {
    """
    // A supervised tuning job for Gemini: the API's TuningJob, and three fields of tunekit. Comments are allowed.
    // 'tunekit plan' checks the job and its datasets, shows the plan, and writes the request.
    {
      // The project and the region of the job (fields of tunekit; --project and --location override them).
      "project": \(quoted(project)),
      "location": \(quoted(location)),

      // The local files of the dataset URIs below, relative to this file's folder (a field of tunekit).
      // "datasets": {"training": "train.jsonl", "validation": "validation.jsonl"},

    \(modelLines)

      "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/train.jsonl",
        // "validationDatasetUri": "gs://my-bucket/validation.jsonl",
        // "hyperParameters": {
        //   "epochCount": 3,
        //   "learningRateMultiplier": 1.0,
        //   "adapterSize": "ADAPTER_SIZE_FOUR", // use the name: a number means another size
        // },
        // To keep only the last checkpoint:
        // "exportLastCheckpointOnly": true,
      },

    \(displayNameLines)
      // "description": "A description of the job",
      // "labels": {"team": "ml"},
      // The key that encrypts everything that the job creates, in the job's region:
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

  /// The id of the project: service accounts contain the id, not the number.
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
        // The model to tune; 'tunekit models' lists the models that can be tuned.
        "baseModel": \(quoted(id)),
      """
    case .tuned(let name):
      """
        // The model and the checkpoint to continue from; without a checkpoint, the default one.
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
        // A different display name creates a new model; otherwise the job creates a new version:
        // "tunedModelDisplayName": "My tuned model",
      """
    }
  }

  /// A name as a JSON string: the names of models, projects and locations need no escapes.
  private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
