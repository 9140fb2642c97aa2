import JSONLines
import Submission
import Testing
import TuningJobs
import TestSupport

@Suite struct JobResultTests {
  private static let job = """
    {"name": "projects/1/locations/us-central1/tuningJobs/7", "state": "JOB_STATE_SUCCEEDED", "experiment":
    "projects/1/locations/us-central1/metadataStores/default/contexts/tuning-experiment-1", "tunedModel": {"model":
    "projects/1/locations/us-central1/models/2@3", "endpoint": "projects/1/locations/eu/endpoints/4", "checkpoints": [
    {"checkpointId": "1", "epoch": "1", "step": 10, "endpoint": "projects/1/locations/eu/endpoints/5"},
    {"checkpointId": "2", "epoch": 2, "step": "20"}]}, "tuningDataStats": {"supervisedTuningDataStats": {
    "tuningDatasetExampleCount": "3", "totalBillableTokenCount": 120, "tuningStepCount": "20",
    "totalTruncatedExampleCount": "1", "truncatedExampleIndices": ["2"], "droppedExampleReasons": ["too many tokens"],
    "userDatasetExamples": [{"secret": 1}]}}}
    """

  private func parsed(_ text: String = job) throws -> RemoteJob { try #require(RemoteJob(Array(text.utf8))) }

  @Test("the lines are those of Google's sample")
  func lines() throws {
    var output = ""
    JobResult(try parsed()).write(to: &output)
    #expect(
      output == """
        projects/1/locations/us-central1/models/2@3
        projects/1/locations/eu/endpoints/4
        projects/1/locations/us-central1/metadataStores/default/contexts/tuning-experiment-1
        Checkpoint 1:  checkpoint_id='1' epoch=1 step=10 endpoint='projects/1/locations/eu/endpoints/5'
        Checkpoint 2:  checkpoint_id='2' epoch=2 step=20 endpoint=None

        """)
    #expect(JobResult(try parsed()).endpointLocation?.description == "eu")
  }

  @Test("the service's statistics stand beside ours, dropped examples by their lines")
  func statistics() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("\n{}\n \n{}\n{}".utf8), as: "train.jsonl")
    let lines = ExampleLines.find([2, 3], inFileAt: path)
    #expect(lines == [2: 4, 3: 5])
    let statistics = try #require(try parsed().statistics)
    var output = ""
    let prediction = DataComparison.Prediction(
      examples: 3, tokens: 118, overlong: 0, isCounted: false, path: "train.jsonl")
    DataComparison(statistics, prediction, lines: lines).write(to: &output)
    #expect(
      output == """
          examples          3 (tunekit: 3)
          tokens per epoch  120 (tunekit: about 118)
          dropped examples  1 (tunekit: about 0)
          steps             20
            dropped: train.jsonl:4: too many tokens

        """)
  }

  @Test("each dropped example keeps its reason, in whatever order the service lists them")
  func dropped() throws {
    let lists =
      "\"truncatedExampleIndices\": [\"9\", null, 2, 0, \"7\"], \"droppedExampleReasons\": [\"nine\", \"none\", \"two\"]"
    let text = Self.job.replacing(
      "\"truncatedExampleIndices\": [\"2\"], \"droppedExampleReasons\": [\"too many tokens\"]", with: lists)
    let dropped = try #require(try parsed(text).statistics).dropped
    #expect(dropped.map(\.number) == [2, 7, 9])
    #expect(dropped.map(\.reason) == ["two", nil, "nine"])
  }

  @Test(
    "the number of a failure has its name, if it is one of Google's",
    arguments: [
      ("0", "OK"), ("13", "INTERNAL"), ("\"16\"", "UNAUTHENTICATED"), ("17", nil), ("-1", nil), ("1e99", nil),
    ])
  func codes(number: String, name: String?) throws {
    let text = Self.job.replacing(
      "\"experiment\":", with: "\"error\": {\"code\": \(number)}, \"experiment\":")
    #expect(try parsed(text).problem?.codeName == name)
  }

  @Test("the service's words in JSON have no secret")
  func redaction() throws {
    let text = Self.job.replacing(
      "\"experiment\":", with: "\"error\": {\"message\": \"-----BEGIN PRIVATE KEY----- x\"}, \"experiment\":")
    let job = try parsed(text)
    var json = JSONWriter()
    json.object { json in JobResult(job).write(to: &json) }
    #expect(String(decoding: json.finish(), as: UTF8.self).contains("\"message\": \"[secret]\""))
  }

  @Test("an answer without the name of a job is none")
  func names() {
    for name in ["", "projects/1/locations/us-central1/tuningJobs/../../x", "tuningJobs/7"] {
      #expect(RemoteJob(Array("{\"name\": \"\(name)\"}".utf8)) == nil)
    }
  }
}
