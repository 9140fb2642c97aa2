import Foundation
import TestSupport
import Testing

@testable import TuningJobs

/// The script is run with the real SDK, against a server that records what it sends and plays a job.
@Suite struct PythonScriptTests {
  /// What became of a script.
  private struct Run: Decodable {
    struct Request: Decodable {
      let method: String
      let path: String
      let authorization: String?
      let contentType: String?
    }

    let status: Int
    let output: String
    let errors: String
    let sleeps: [Double]
    let requests: [Request]
    /// The body of the first request.
    var body: ComparableJSON?

    enum CodingKeys: CodingKey {
      case status, output, errors, sleeps, requests
    }
  }

  private static let name = "projects/123456789012/locations/us-central1/tuningJobs/444"

  @Test(
    "the SDK sends what the request says",
    .enabled(if: Tool.hasPython("google.genai"), "needs Python with google-genai"),
    arguments: [
      RequestSample.documented, RequestSample.full, RequestSample.minimal, RequestSample.hostile,
    ])
  func body(job: String) throws {
    let request = try RequestSample.request(job)
    let run = try run(request, states: ["JOB_STATE_SUCCEEDED"])
    #expect(run.status == 0, "\(run.errors)")
    let sent = try #require(run.requests.first)
    #expect(sent.method == request.method && request.url.hasSuffix(".googleapis.com" + sent.path))
    #expect(sent.authorization == "Bearer a-token" && sent.contentType == "application/json")
    #expect(try run.body == ComparableJSON(request.body))
    #expect(run.requests.count == 1 && run.sleeps.isEmpty)
  }

  @Test(
    "the script waits through every state that is not final, and prints what the job made",
    .enabled(if: Tool.hasPython("google.genai"), "needs Python with google-genai"))
  func waiting() throws {
    let states = [
      "QUEUED", "PENDING", "RUNNING", "PAUSED", "UPDATING", "CANCELLING", "UNSPECIFIED", "SUCCEEDED",
    ]
    var answers = states.map { "JOB_STATE_" + $0 }
    // The service may be away for a moment, and may have states that nobody knows yet.
    answers.insert(contentsOf: ["503", "JOB_STATE_RUNNING", "JOB_STATE_DREAMING"], at: 3)
    let run = try run(try RequestSample.request(RequestSample.documented), states: answers)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        job: \(Self.name)
        state: JOB_STATE_QUEUED
        state: JOB_STATE_PENDING
        state: JOB_STATE_RUNNING
        state: JOB_STATE_DREAMING
        state: JOB_STATE_PAUSED
        state: JOB_STATE_UPDATING
        state: JOB_STATE_CANCELLING
        state: JOB_STATE_UNSPECIFIED
        state: JOB_STATE_SUCCEEDED
        model: projects/123456789012/locations/us-central1/models/1234567890@2
        endpoint: projects/123456789012/locations/us-central1/endpoints/777
        experiment: projects/123456789012/locations/us-central1/metadataStores/default/contexts/555
        checkpoint: 1, epoch 1, step 10, endpoint projects/123456789012/locations/us-central1/endpoints/776
        checkpoint: 2, epoch 2, step 20, endpoint projects/123456789012/locations/us-central1/endpoints/777

        """)
    #expect(run.requests.map(\.method) == ["POST"] + [String](repeating: "GET", count: answers.count - 1))
    #expect(run.requests.dropFirst().allSatisfy { $0.path == "/v1beta1/\(Self.name)" })
    #expect(run.sleeps.count { $0 == 60 } == answers.count - 2)
  }

  @Test(
    "any other end is a failure, with the service's reason",
    .enabled(if: Tool.hasPython("google.genai"), "needs Python with google-genai"),
    arguments: [
      ("JOB_STATE_FAILED", "error: Row: 0. Missing required `contents` field."),
      ("JOB_STATE_CANCELLED", "error: JOB_STATE_CANCELLED"),
      ("JOB_STATE_EXPIRED", "error: JOB_STATE_EXPIRED"),
      ("JOB_STATE_PARTIALLY_SUCCEEDED", "error: JOB_STATE_PARTIALLY_SUCCEEDED"),
    ])
  func failures(state: String, message: String) throws {
    let run = try run(
      try RequestSample.request(RequestSample.minimal),
      states: ["JOB_STATE_PENDING", "JOB_STATE_RUNNING", state])
    #expect(run.status == 1 && run.requests.count == 3)
    #expect(run.errors.split(separator: "\n").last.map(String.init) == message)
    #expect(run.output.contains("model: ") == (state == "JOB_STATE_PARTIALLY_SUCCEEDED"))
  }

  @Test(
    "a job that is refused is not asked for again",
    .enabled(if: Tool.hasPython("google.genai"), "needs Python with google-genai"), arguments: ["400", "503"])
  func refusal(status: String) throws {
    let run = try run(
      try RequestSample.request(RequestSample.minimal), states: [status, "JOB_STATE_SUCCEEDED"])
    #expect(run.status == 1 && run.requests.count == 1 && run.output.isEmpty)
    #expect(run.errors.contains("no job here"))
  }

  @Test("fields that the SDK cannot send are named")
  func beyondSDK() throws {
    let fields: [(String, [String])] = [
      (RequestSample.beyondSDK, ["supervisedTuningSpec.evaluationConfig", "serviceAccount"]),
      (
        RequestSample.minimal.replacing("gemini-2.5-flash", with: "projects/p/locations/l/models/1"),
        ["baseModel"]
      ),
      (
        RequestSample.documented.replacing("projects/123456789012", with: "1234567890@1"),
        ["preTunedModel.tunedModelName"]
      ),
    ]
    for (job, names) in fields {
      let request = try RequestSample.request(job)
      #expect(throws: TuningRequestFault.notInSDK(names)) { try request.python() }
    }
  }

  @Test("text becomes one literal of Python")
  func literals() {
    #expect(PythonLiteral.string("a\"b\\c\n\r\t'é日") == #""a\"b\\c\n\r\t'é日""#)
    #expect(
      PythonLiteral.string("\0\u{1B}\u{2028}\u{202E}\u{E0041}") == #""\u0000\u001B\u2028\u202E\U000E0041""#)
  }

  @Test("Python reads every character as it was", .enabled(if: Tool.hasPython("ast"), "needs Python"))
  func everyCharacter() throws {
    let scalars = String.UnicodeScalarView((0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init(_:)))
    let folder = try TemporaryFolder()
    let script = """
      text = \(PythonLiteral.string(String(scalars)))
      codes = [code for code in range(0x110000) if not 0xD800 <= code < 0xE000]
      assert [ord(character) for character in text] == codes

      """
    try Tool.run("python3 \(try folder.write(Array(script.utf8), as: "script.py"))")
  }

  private func run(_ request: TuningRequest, states: [String]) throws -> Run {
    let folder = try TemporaryFolder()
    let script = try folder.write(Array(try request.python().utf8), as: "script.py")
    let output = try Tool.output(
      of: ["python3", RequestSample.helper("SDKRecorder.py"), script] + states)
    var run = try JSONDecoder().decode(Run.self, from: Data(output.utf8))
    if case .object(let members) = try ComparableJSON(output),
      case .array(let requests) = members["requests"],
      case .object(let first) = requests.first
    {
      run.body = first["body"]
    }
    return run
  }
}
