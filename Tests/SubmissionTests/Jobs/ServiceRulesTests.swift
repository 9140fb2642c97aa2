import Diagnostics
import Submission
import Testing
import TuningJobs

@Suite struct ServiceRulesTests {
  @Test(
    "messages that were seen have the rule that says the same beforehand",
    arguments: [
      ("training_dataset_uri should be a GCS object of type JSONL.", "invalid-dataset-uri"),
      ("Row: 0. Missing required `contents` field.", "missing-contents"),
      (
        "Dataset example 1 of 14 contains an unsupported modality [function call] in the \"parts\" field",
        "function-calling-not-tunable"
      ),
      ("Base model gemini-2.0-flash is not supported", "base-model-not-tunable"),
      (
        "oneof field 'tuning_spec' is already set. Cannot set 'reinforcementTuningSpec'", "conflicting-fields"
      ),
      ("Multimodal is not supported for tunex evaluation datasets at this time.", "evaluation-not-supported"),
      ("The adapter size is not supported for this base model.", "adapter-size-not-supported"),
      ("Row: 122. Token limit exceeded for 'input_text'", "example-over-token-limit"),
    ])
  func rules(message: String, name: String) throws {
    let code = try #require(ServiceRules.rule(for: message))
    #expect(RuleBook.all.rule(code)?.name == name)
  }

  @Test("other messages have none")
  func others() {
    #expect(ServiceRules.rule(for: "Internal error encountered.") == nil)
  }

  @Test("a list of errors is taken apart")
  func list() {
    let message =
      "List of found errors:\t1.Field: tuning_job.a; Message: one.\t2.Field: tuning_job.b; Message: two.\t"
    #expect(
      ServiceRules.pieces(of: message) == [
        "1.Field: tuning_job.a; Message: one.", "2.Field: tuning_job.b; Message: two.",
      ])
    #expect(ServiceRules.pieces(of: "one error") == ["one error"])
    #expect(ServiceRules.pieces(of: "") == [])
  }
}
