import Foundation
import Testing

@testable import TuningJobs

/// Job files whose requests are tested in every form.
enum RequestSample {
  /// Continuous tuning from a checkpoint, as the documentation shows it.
  static let documented = """
    {
      "project": "my-project", "location": "us-central1", // Ours: they are no part of the body.
      "datasets": {"training": "data/train.jsonl.gz", "validation": "data/val.jsonl"},
      "preTunedModel": {
        "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1",
        "checkpointId": "1",
      },
      "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/sft_train_data.jsonl",
        "validationDatasetUri": "gs://my-bucket/sft_validation_data.jsonl",
      },
      "tunedModelDisplayName": "Example tuning job",
    }
    """

  /// All that the SDK can send, in other spellings.
  static let full = """
    {
      "project": "123456789012", "location": "europe-west4", "base_model": "gemini-2.5-flash",
      "supervised_tuning_spec": {
        "training_dataset_uri": "gs://my-bucket/train.jsonl",
        "validation_dataset_uri": "projects/my-project/locations/europe-west4/datasets/2",
        "hyper_parameters": {"epoch_count": "3", "learning_rate_multiplier": "1.5", "adapter_size": 4},
        "export_last_checkpoint_only": false
      },
      "tuned_model_display_name": "disp", "description": "descr", "labels": {"team": "ml", "env": "dev"},
      "encryption_spec": {
        "kms_key_name": "projects/my-project/locations/europe-west4/keyRings/my-ring/cryptoKeys/my-key"
      }
    }
    """

  /// The least that a job can say.
  static let minimal = """
    {"project": "my-project", "location": "us-central1", "baseModel": "gemini-2.5-flash",
     "supervisedTuningSpec": {"trainingDatasetUri": "projects/my-project/locations/us-central1/datasets/1"}}
    """

  /// What only the API takes.
  static let beyondSDK = """
    {"project": "my-project", "location": "us-central1", "baseModel": "gemini-2.5-flash",
     "supervisedTuningSpec": {
       "trainingDatasetUri": "gs://my-bucket/train.jsonl",
       "evaluationConfig": {
         "metrics": [{"pointwiseMetricSpec": {"metricPromptTemplate": "Judge {response}"}}],
         "outputConfig": {"gcsDestination": {"outputUriPrefix": "gs://my-bucket/evaluation"}},
         "autoraterConfig": {"samplingCount": 4, "flipEnabled": true}
       }
     },
     "serviceAccount": "tuner@my-project.iam.gserviceaccount.com"}
    """

  /// Text that would end strings, lines, shells' texts and comments, or that nobody sees.
  static let hostile = #"""
    {"project": "my-project", "location": "us-central1", "baseModel": "gemini-2.5-flash",
     "supervisedTuningSpec": {"trainingDatasetUri": "gs://my-bucket/\"); import os #.jsonl"},
     "tunedModelDisplayName": "\nEOF\n'\"\"\"''' \\ \\N{DASH} {job} %s $(id) `id` ${HOME} \u0000\u001b[2J\r\t\u2028",
     "description": "日本語 é e\u0301 👩‍💻 \u202Egnirts \uFEFF\uFFFE \uDB40\uDC41 \u0007",
     "labels": {"\"}, x={\"": "\\", "": "\"\"\""}}
    """#

  static let all = [
    ("documented", documented), ("full", full), ("minimal", minimal), ("beyond the SDK", beyondSDK),
    ("hostile", hostile),
  ]

  /// The path of a program that lies beside this file.
  static func helper(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
  }

  /// The job in a file's text.
  static func job(_ text: String) throws -> TuningJob { try #require(JobExample.check(Array(text.utf8)).job) }

  /// The request of the job in a file's text.
  static func request(
    _ text: String, project: String? = nil, location: String? = nil
  ) throws -> TuningRequest {
    try TuningRequest(try job(text), project: project, location: location)
  }
}
