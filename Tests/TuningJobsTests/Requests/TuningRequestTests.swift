import Documents
import JSONLines
import TestSupport
import Testing

@testable import TuningJobs

/// What the request of a job is, and which jobs have none.
@Suite struct TuningRequestTests {
  @Test("the documented job, byte for byte")
  func documented() throws {
    let request = try RequestSample.request(RequestSample.documented)
    #expect(request.method == "POST")
    #expect(
      request.url
        == "https://us-central1-aiplatform.googleapis.com/v1beta1/projects/my-project/locations/us-central1/tuningJobs"
    )
    #expect(
      request.body == """
        {
          "preTunedModel": {
            "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1",
            "checkpointId": "1"
          },
          "supervisedTuningSpec": {
            "trainingDatasetUri": "gs://my-bucket/sft_train_data.jsonl",
            "validationDatasetUri": "gs://my-bucket/sft_validation_data.jsonl"
          },
          "tunedModelDisplayName": "Example tuning job"
        }

        """)
  }

  @Test("spellings become canonical: names in camelCase, the adapter size a name, numbers numbers")
  func full() throws {
    let request = try RequestSample.request(RequestSample.full)
    #expect(
      try ComparableJSON(request.body)
        == ComparableJSON(
          """
          {
            "baseModel": "gemini-2.5-flash",
            "supervisedTuningSpec": {
              "trainingDatasetUri": "gs://my-bucket/train.jsonl",
              "validationDatasetUri": "projects/my-project/locations/europe-west4/datasets/2",
              "hyperParameters": {
                "epochCount": 3, "learningRateMultiplier": 1.5, "adapterSize": "ADAPTER_SIZE_SIXTEEN"
              },
              "exportLastCheckpointOnly": false
            },
            "tunedModelDisplayName": "disp", "description": "descr", "labels": {"team": "ml", "env": "dev"},
            "encryptionSpec": {
              "kmsKeyName": "projects/my-project/locations/europe-west4/keyRings/my-ring/cryptoKeys/my-key"
            }
          }
          """))
    #expect(!request.body.contains("_count") && request.body.contains("\"epochCount\": 3,"))
  }

  @Test("the evaluation's configuration is as it stands there")
  func evaluation() throws {
    let written = #"{"b": [1e2, 1.50, -0], "a": {"é": null, "x": [{}, [], true]}, "metrics": []}"#
    let request = try RequestSample.request(
      """
      {"baseModel": "gemini-2.5-flash", "supervisedTuningSpec": {
        "trainingDatasetUri": "gs://my-bucket/train.jsonl", "evaluationConfig": \(written)}}
      """, project: "p-12345", location: "us-central1")
    let body = try DocumentValue(parsing: Array(request.body.utf8))
    let config = try #require(body["supervisedTuningSpec"]?["evaluationConfig"])
    #expect(Self.compact(config) == written)
  }

  @Test("the address follows the options before the file, and the location's server")
  func address() throws {
    let job = try RequestSample.job(RequestSample.minimal)
    let request = try TuningRequest(job, project: "example.com:my-project", location: "europe-west4")
    #expect(
      request.url
        == "https://europe-west4-aiplatform.googleapis.com/v1beta1/projects/example.com:my-project/locations/europe-west4/tuningJobs"
    )
    #expect(request.project.kind == .domainScopedID && request.location.kind == .region)
    for (location, host) in [
      ("global", "aiplatform.googleapis.com"), ("eu", "aiplatform.eu.rep.googleapis.com"),
      ("us", "aiplatform.us.rep.googleapis.com"),
    ] {
      #expect(try TuningRequest(job, location: location).url.hasPrefix("https://\(host)/v1beta1/"))
    }
  }

  @Test("what is missing is named, all of it")
  func missing() {
    expect(
      .missing(["project", "location", "baseModel", "supervisedTuningSpec.trainingDatasetUri"]), of: "{}")
    expect(
      .missing(["location"]),
      of: #"{"project": "p", "baseModel": "m", "supervisedTuningSpec": {"trainingDatasetUri": "gs://b/o"}}"#)
    expect(
      .missing(["project", "location", "preTunedModel.tunedModelName"]),
      of:
        #"{"preTunedModel": {"checkpointId": "1"}, "supervisedTuningSpec": {"trainingDatasetUri": "gs://b/o"}}"#
    )
    #expect(
      TuningRequestFault.missing(["project", "location"]).description
        == "the request needs 'project' and 'location', which neither the job file nor an option gives")
  }

  @Test("what has no place in the request is named, all of it")
  func outOfPlace() {
    expect(
      .outOfPlace([
        "preTunedModel", "reinforcementTuningSpec", "outputUri", "supervisedTuningSpec.tuningMode",
        "supervisedTuningSpec.hyperParameters.learningRate", "supervisedTuningSpec.hyperParameters.batchSize",
      ]),
      of: """
        {"baseModel": "m", "preTunedModel": {"tunedModelName": "projects/p/locations/l/models/1"},
         "outputUri": "gs://b/o", "reinforcementTuningSpec": {}, "supervisedTuningSpec": {
           "tuningMode": "TUNING_MODE_FULL", "hyperParameters": {"batchSize": 4, "learningRate": 1e-5}}}
        """)
  }

  @Test(
    "no name changes where the request goes",
    arguments: [
      "a/b", "evil.example/", "x@evil.example", "a b", "a\nb", "é", "%2e", "l?", "l#", "..", ".", "$(id)", "",
    ])
  func unfitNames(name: String) throws {
    let job = try RequestSample.job(RequestSample.minimal)
    #expect(throws: TuningRequestFault.unfit(["location"])) { try TuningRequest(job, location: name) }
    #expect(throws: TuningRequestFault.unfit(["project"])) { try TuningRequest(job, project: name) }
    #expect(throws: TuningRequestFault.unfit(["project", "location"])) {
      try TuningRequest(job, project: name, location: "evil.example")
    }
  }

  @Test("an adapter size is a name or the number of the API's enumeration, which is not the size")
  func adapterSizes() throws {
    func body(_ size: String) throws -> String {
      try RequestSample.request(
        """
        {"baseModel": "m", "supervisedTuningSpec": {
          "trainingDatasetUri": "gs://b/o", "hyperParameters": {"adapterSize": \(size)}}}
        """, project: "p-12345", location: "us-central1"
      ).body
    }
    for (written, name) in [
      ("1", "ONE"), ("2", "FOUR"), ("3", "EIGHT"), ("4", "SIXTEEN"), ("5", "THIRTY_TWO"), ("6", "TWO"),
      (#""ADAPTER_SIZE_EIGHT""#, "EIGHT"), (#""4""#, "SIXTEEN"), ("0", "UNSPECIFIED"),
      (#""ADAPTER_SIZE_UNSPECIFIED""#, "UNSPECIFIED"),
    ] {
      #expect(try body(written).contains("\"adapterSize\": \"ADAPTER_SIZE_\(name)\""))
    }
    for unknown in ["7", "-1", #""ADAPTER_SIZE_SEVEN""#, #""adapter_size_four""#, #""7""#] {
      #expect(throws: TuningRequestFault.unfit(["supervisedTuningSpec.hyperParameters.adapterSize"])) {
        try body(unknown)
      }
    }
  }

  @Test("as a JSON object it has the method, the address and the body")
  func object() throws {
    let request = try RequestSample.request(RequestSample.documented)
    var json = JSONWriter()
    request.write(to: &json)
    let value = try DocumentValue(parsing: json.finish())
    #expect(value.members.map(\.name) == ["method", "url", "body"])
    #expect(value["method"]?.string == "POST" && value["url"]?.string == request.url)
    #expect(try ComparableJSON(#require(value["body"])) == ComparableJSON(request.body))
  }

  private func expect(
    _ fault: TuningRequestFault, of text: String, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: fault, sourceLocation: location) { try RequestSample.request(text) }
  }

  /// A value on one line, as the test writes it.
  private static func compact(_ value: DocumentValue) -> String {
    switch value.content {
    case .object(let members):
      "{" + members.map { "\"\($0.name)\": \(compact($0.value))" }.joined(separator: ", ") + "}"
    case .array(let elements): "[" + elements.map(compact).joined(separator: ", ") + "]"
    case .string(let text): "\"\(text)\""
    case .number(let text): text
    case .bool(let isTrue): "\(isTrue)"
    case .null: "null"
    }
  }
}
