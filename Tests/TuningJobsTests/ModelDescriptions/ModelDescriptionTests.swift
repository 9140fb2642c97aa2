import Documents
import Testing

@testable import TuningJobs

@Suite struct ModelDescriptionTests {
  /// A `Model` as the REST API and gcloud write it.
  static let restModel = """
    {
      "name": "projects/123456789012/locations/us-central1/models/1234567890",
      "displayName": "Support", "versionId": "2", "versionAliases": ["default", "prod"],
      "createTime": "2025-07-01T08:00:00.123456Z", "versionCreateTime": "2025-08-01T08:00:00.5Z",
      "versionUpdateTime": "2025-08-02T08:00:00Z", "etag": "x", "metadata": null,
      "labels": {"google-vertex-llm-tuning-base-model-id": "gemini-2_5-flash-lite", "tune-type": "sft"},
      "defaultCheckpointId": "2",
      "checkpoints": [{"checkpointId": "1", "epoch": "1", "step": "10"}, {"checkpointId": "2", "epoch": 2}],
      "encryptionSpec": {"kmsKeyName": "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"},
      "modelSourceInfo": {"sourceType": "GENIE", "copy": true}
    }
    """

  private func read(_ json: String) throws(DocumentFault) -> ModelDescription {
    try ModelDescription(Array(json.utf8))
  }

  @Test("a model of the REST API")
  func rest() throws {
    let model = try read(Self.restModel)
    #expect(model.versionedName == "projects/123456789012/locations/us-central1/models/1234567890@2")
    #expect(model.versionAliases == ["default", "prod"] && model.displayName == "Support")
    #expect(model.tuned == .exact(try Timestamp("2025-08-01T08:00:00.5Z")))
    #expect(model.baseModelID == "gemini-2.5-flash-lite" && model.method == .supervised && model.isCopied)
    #expect(model.defaultCheckpointID == "2")
    #expect(
      model.checkpoints == [
        ModelDescription.Checkpoint(id: "1", epoch: 1, step: 10),
        ModelDescription.Checkpoint(id: "2", epoch: 2, step: nil),
      ])
    #expect(model.encryptionKey == .named("projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"))
  }

  @Test("a model of the Gen AI SDK, which has no place for aliases, keys and the version's time")
  func sdkModel() throws {
    // What model_dump_json() of google-genai 3.4.0 wrote.
    let model = try read(
      """
      {"name":"projects/123456/locations/us-central1/models/123","display_name":"x","description":null,"version":"1",\
      "endpoints":null,"labels":{"google-vertex-llm-tuning-base-model-id":"gemini-2_5-flash"},"tuned_model_info":\
      {"base_model":"gemini-2_5-flash","create_time":"2025-08-01T00:00:00Z","update_time":null},\
      "input_token_limit":null,"output_token_limit":null,"supported_actions":null,"default_checkpoint_id":"2",\
      "checkpoints":[{"checkpoint_id":"1","epoch":1,"step":10}],"temperature":null,"max_temperature":null,\
      "top_p":null,"top_k":null,"thinking":null}
      """)
    #expect(model.versionedName == "projects/123456/locations/us-central1/models/123@1")
    #expect(model.tuned == .notBefore(Timestamp(2025, 8, 1, hour: 0)))
    #expect(model.baseModelID == "gemini-2.5-flash" && model.displayName == "x")
    #expect(model.encryptionKey == .notTold && model.versionAliases == nil && model.method == nil)
    #expect(model.defaultCheckpointID == "2" && model.checkpoints?.map(\.id) == ["1"])
  }

  @Test(
    "the base model is also read from where the model comes from",
    arguments: [
      (
        #"{"modelGardenSource": {"publicModelName": "publishers/google/models/gemini-2.5-flash"}}"#,
        "gemini-2.5-flash"
      ),
      (
        #"{"model_garden_source": {"public_model_name": "publishers/google/models/gemini-2.5-pro@default"}}"#,
        "gemini-2.5-pro"
      ),
      (
        #"{"genieSource": {"baseModelUri": "publishers/google/models/gemini-3.5-flash"}}"#, "gemini-3.5-flash"
      ),
      (#"{"modelGardenSource": {"publicModelName": ""}}"#, nil), (#"{"modelGardenSource": {}}"#, nil),
    ])
  func source(source: String, id: String?) throws {
    let name = "projects/123456789012/locations/us-central1/models/1234567890"
    let model = try read(#"{"name": "\#(name)", "versionId": "1", "baseModelSource": \#(source)}"#)
    #expect(model.baseModelID == id)
  }

  @Test("a tuning job of the Gen AI SDK, and the same one in camelCase")
  func job() throws {
    // What model_dump_json() of google-genai 3.4.0 wrote, without most of its nulls.
    let snakeCase = """
      {"sdk_http_response":null,"name":"projects/1/locations/us-central1/tuningJobs/4","state":"JOB_STATE_SUCCEEDED",\
      "create_time":"2025-08-01T00:00:00Z","start_time":null,"end_time":"2025-08-01T02:00:00.123456Z","error":null,\
      "base_model":"gemini-2.5-flash","tuned_model":{"model":"projects/123456/locations/us-central1/models/123@1",\
      "endpoint":"projects/1/locations/us-central1/endpoints/9","checkpoints":[{"checkpoint_id":"1","epoch":1,\
      "step":10,"endpoint":"e"}]},"pre_tuned_model":null,"supervised_tuning_spec":{"hyper_parameters":\
      {"adapter_size":"ADAPTER_SIZE_FOUR","epoch_count":3},"training_dataset_uri":"gs://b/o.jsonl"},\
      "preference_optimization_spec":null,"encryption_spec":null,"tuned_model_display_name":"n"}
      """
    let camelCase = snakeCase.replacing(/_(?<letter>[a-z])/) { $0.letter.uppercased() }
    for json in [snakeCase, camelCase] {
      let model = try read(json)
      #expect(model.versionedName == "projects/123456/locations/us-central1/models/123@1")
      #expect(model.tuned == .exact(try Timestamp("2025-08-01T02:00:00.123456Z")))
      #expect(model.baseModelID == "gemini-2.5-flash" && model.method == .supervised)
      #expect(model.adapterSize == .four && model.encryptionKey == .none && model.displayName == "n")
      #expect(model.checkpoints?.map(\.id) == ["1"] && model.defaultCheckpointID == nil)
    }
  }

  @Test("a continuous job names its base model in the tuned one")
  func continuousJob() throws {
    let model = try read(
      """
      {"name": "projects/1/locations/us-central1/tuningJobs/4",
       "preTunedModel": {"tunedModelName": "projects/1/locations/us-central1/models/123@1",
         "baseModel": "publishers/google/models/gemini-2.5-pro"},
       "tunedModel": {"model": "projects/123456/locations/us-central1/models/123@2"}}
      """)
    #expect(model.baseModelID == "gemini-2.5-pro" && model.versionID == "2" && model.method == nil)
  }

  @Test(
    "what is no description, where and why",
    arguments: [
      ("", "1:1: the file is empty"), (" \n", "1:1: the file is empty"),
      ("{\"name\": ", "the file ends inside"),
      ("{\n  \"name\": x}", "2:11: not JSON: expected a value, found 'x'"),
      ("name: projects/1", "1:1: not JSON: expected a value"),
      ("[{\"name\": \"projects/1\"}]", "1:1: this is a list with 1 entry"),
      ("[]", "1:1: this is a list with 0 entries"),
      (#"{"models": [{}, {}]}"#, "1:1: this is a list with 2 entries"),
      (#"{"tuningJobs": [{}]}"#, "1:1: this is a list with 1 entry"), ("3", "1:1: this is a number"),
      (#"{"error": {"code": 404}}"#, "the response to a failed request"),
      (
        #"{"baseModel": "gemini-2.5-flash", "supervisedTuningSpec": {}}"#, "a job that has not been created"
      ),
      ("{}", "an object without a 'name'"),
      (#"{"name": "projects/p/locations/us-central1/endpoints/1"}"#, "this is an endpoint"),
      (#"{"name": "publishers/google/models/gemini-2.5-flash"}"#, "this is a base model"),
      (#"{"name": "models/x"}"#, "this is not the name of a model"), (#"{"name": "Ann"}"#, "named 'Ann'"),
      (
        #"{"name": "projects/my-project/locations/us-central1/tuningJobs/1", "state": "JOB_STATE_RUNNING"}"#,
        "has not created a model, its state is JOB_STATE_RUNNING"
      ),
      (
        #"""
        {"name": "projects/my-project/locations/us-central1/tuningJobs/1", "state": "JOB_STATE_RUNNING",
         "tunedModel": {"model": "projects/1/locations/us-central1/models/2@1", "checkpoints": []}}
        """#,
        "has not created a model, its state is JOB_STATE_RUNNING"
      ),
      (named("\"versionId\": 1"), "expected a string, found a number (at /versionId)"),
      (named("\"versionId\": \"default\""), "is an alias"),
      (named("\"createTime\": \"2025-07-11\""), "1:100: the time is a day without"),
      (named("\"versionCreateTime\": \"2025-07-11T10:00:00 PDT\""), "neither 'Z' nor of the form '+02:00'"),
      (named("\"checkpoints\": {}"), "expected an array, found an object (at /checkpoints)"),
      (named("\"name\": 1"), "name"),
    ])
  func faults(json: String, expected: String) {
    let error = #expect(throws: DocumentFault.self) { try read(json) }
    let line = error?.description ?? ""
    #expect(line.contains(expected) && !line.contains("\n"), "\(line)")
  }

  private static func named(_ field: String) -> String {
    #"{"name": "projects/my-project/locations/us-central1/models/1234567890", "x": [[{}]], \#(field)}"#
  }

  @Test("a megabyte is the most")
  func size() {
    let most = ModelDescription.maximumFileBytes
    #expect(throws: DocumentFault.self) { try ModelDescription(Array(repeating: 0x5B, count: most)) }
    let error = #expect(throws: DocumentFault.self) {
      try ModelDescription(Array(repeating: 0x5B, count: most + 1))
    }
    #expect(error?.problem == .tooLarge(most))
  }

  @Test("a description that is cut anywhere is said to be cut")
  func cuts() {
    let bytes = Array(Self.restModel.utf8)
    for length in 1..<bytes.count {
      let error = #expect(throws: DocumentFault.self) {
        try ModelDescription(Array(bytes[..<length]))
      }
      #expect(error?.problem == .truncated, "\(length): \(error?.description ?? "")")
    }
  }

  @Test("no changed byte ends in anything but a description or one line")
  func mutations() {
    let bytes = Array(Self.restModel.utf8)
    for offset in bytes.indices {
      for byte in [0x00, 0x22, 0x5B, 0x7D, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[offset] = byte
        do throws(DocumentFault) {
          _ = try ModelDescription(changed)
        } catch {
          #expect(!error.description.utf8.contains(0x0A))
        }
      }
    }
  }
}
