import Foundation
import Submission
import TestSupport
import Testing

/// Uploads over libcurl to the server that plays Cloud Storage, which has faults.
@Suite(.enabled(if: Tool.has("python3"), "the server is a program in Python"))
struct StorageServerTests {
  /// The machine's clock, with pauses that are a hundredth of what they should be.
  private struct QuickClock: ServiceClock {
    var clock = SystemClock()
    var elapsedSeconds: Double { clock.elapsedSeconds }
    var wallSeconds: Double { clock.wallSeconds }
    mutating func wait(seconds: Double) -> Bool { clock.wait(seconds: seconds / 100) }
    mutating func chance() -> Double { clock.chance() }
  }

  private static func caller() -> GoogleCaller<CurlTransport, QuickClock> {
    var settings = CredentialSettings()
    settings.environment = { $0 == "CLOUDSDK_AUTH_ACCESS_TOKEN" ? "ya29.test" : nil }
    var transport = TransportSettings()
    transport.stallSeconds = 2
    return GoogleCaller(CurlTransport(transport), QuickClock(), Credentials(settings))
  }

  private static func upload(
    _ faults: [String], _ sample: inout UploadSample, isCompressed: Bool = false
  ) throws -> (Result<DatasetUploader.Outcome, UploadFault>, [AccountEntry]) {
    let server = try FaultServer(faults)
    var caller = caller()
    sample.uploader = DatasetUploader(ObjectStorage(endpoint: server.url), chunkSizeInBytes: 1 << 18)
    if isCompressed {
      let path = sample.dataset.path
      try Tool.run("gzip -1 -k \(path)")
      sample.dataset.path = path + ".gz"
    }
    let result = Result<DatasetUploader.Outcome, UploadFault> { () throws(UploadFault) in
      try sample.uploader.run(&sample.dataset, &caller) { _ in }
    }
    if case .success = result {
      var request = HTTPRequest(
        .get, server.url + "/storage/v1/b/bucket/o/folder%2Ftrain%20set.jsonl?alt=media")
      request.mostAnswerBytes = 4 << 20
      #expect(try caller.call(request, .forMinutes).body == sample.bytes, "\(faults)")
    }
    return (result, try server.requests())
  }

  @Test(
    "the upload survives",
    arguments: [
      [], ["503@chunk*3"], ["429@chunk.2=date"], ["500@finish"], ["408@status", "reset-after-body@chunk"],
      ["reset-mid-body@chunk.2"], ["reset-after-headers@chunk.3"],
      ["close-reused@chunk", "503-acted@finish"],
      ["503-acted@chunk.2"], ["500-acted@finish"], ["502@start", "504@object-get"], ["early-answer@chunk.2"],
      ["range-absent@chunk.2"], ["range-shorter@chunk.2=100"], ["range-bare@chunk"],
      ["range-malformed@chunk.2"],
      ["range-zero@status", "503@chunk"], ["bytes-lost@chunk.3"], ["bytes-flipped@chunk.2"],
      ["bytes-flipped@finish"], ["session-404@chunk.2"], ["session-410@finish"],
      ["session-400@status", "503@chunk"],
      ["rival-writes@finish=same"], ["finish-pending@finish"], ["crc-wrong@finish"], ["crc-absent@finish"],
      ["size-wrong@finish"], ["body-cut@finish"], ["body-html@finish"], ["body-array@finish"],
      ["running-hash-wrong@chunk.2"], ["running-hash-absent@chunk"], ["numbers-as-numbers@finish"],
      ["session-without-location@start"], ["length-too-large@chunk.2"], ["stall@chunk.2"],
      ["interim@chunk.2"], ["huge-answer@chunk.2"], ["junk@chunk.2"],
    ])
  func survival(faults: [String]) throws {
    var sample = try UploadSample()
    let (result, requests) = try Self.upload(faults, &sample)
    guard case .success(.uploaded) = result else {
      Issue.record("\(faults): \(result), \(requests.map(\.call))")
      return
    }
    #expect(sample.dataset.generation != nil && sample.dataset.session == nil)
  }

  @Test(
    "what cannot be right is refused",
    arguments: [
      ("range-beyond@chunk.2", "bytes, but only"), ("session-elsewhere@start", "not its own"),
      ("rival-writes@finish=other", "is not the dataset that was validated"),
      ("forbidden@start", "403"), ("redirect-308@chunk.2", "308"),
      ("running-hash-wrong@chunk*all", "other bytes than were sent"),
      ("session-404@chunk*all", "does not know it"),
      ("503@chunk*all", "in 10 attempts"),
    ])
  func refusal(fault: String, problem: String) throws {
    var sample = try UploadSample()
    let (result, requests) = try Self.upload([fault], &sample)
    guard case .failure(let found) = result else {
      Issue.record("\(fault): \(result), \(requests.map(\.call))")
      return
    }
    #expect(found.description.contains(problem), "\(found)")
    #expect(!found.description.contains("upload_id"))
  }

  @Test(
    "what is in gzip data is uploaded, whatever breaks",
    arguments: [
      [], ["reset-mid-body@chunk.2"], ["503-acted@chunk.3"], ["session-410@chunk.3"],
    ])
  func compressed(faults: [String]) throws {
    var sample = try UploadSample()
    let (result, _) = try Self.upload(faults, &sample, isCompressed: true)
    guard case .success(.uploaded) = result else {
      Issue.record("\(faults): \(result)")
      return
    }
  }
}
