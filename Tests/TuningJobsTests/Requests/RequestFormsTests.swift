import Documents
import Foundation
import JSONLines
import TestSupport
import Testing

@testable import TuningJobs

/// The forms in which people send a request, but for the script.
@Suite struct RequestFormsTests {
  @Test("HTTP has a line, two headers, an empty line and the body")
  func rest() throws {
    let request = try RequestSample.request(RequestSample.documented)
    let (head, body) = try #require(Self.split(request.rest, at: "\n\n"))
    #expect(
      head == """
        POST \(request.url)
        Authorization: Bearer ACCESS_TOKEN
        Content-Type: application/json; charset=utf-8
        """)
    #expect(body == request.body)
  }

  @Test(
    "a shell gives curl the address, the token and the whole body", .enabled(if: Tool.has("sh")),
    arguments: RequestSample.all.map(\.1))
  func curl(job: String) throws {
    let request = try RequestSample.request(job)
    let folder = try TemporaryFolder()
    _ = try folder.write(Array(request.curl.utf8), as: "send.sh")
    _ = try folder.write(Array("#!/bin/sh\nprintf '<%s>\\n' \"$@\"\ncat\n".utf8), as: "curl")
    _ = try folder.write(Array("#!/bin/sh\necho \"token-of-$*\"\n".utf8), as: "gcloud")
    try Tool.run("chmod +x \(folder.path("curl")) \(folder.path("gcloud"))")
    let path = "\(folder.path(".")):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    let output = try Tool.output(of: ["env", "PATH=\(path)", "sh", "-eu", folder.path("send.sh")])
    #expect(
      output == """
        <--fail-with-body>
        <--request>
        <POST>
        <--header>
        <Authorization: Bearer token-of-auth print-access-token>
        <--header>
        <Content-Type: application/json; charset=utf-8>
        <--data-binary>
        <@->
        <\(request.url)>
        \(request.body)
        """)
  }

  @Test("a body says what the job says, however hostile its text", arguments: RequestSample.all.map(\.1))
  func body(job text: String) throws {
    let request = try RequestSample.request(text)
    let again = try RequestSample.request(
      request.body, project: request.project.description, location: request.location.description)
    #expect(again.body == request.body)
    let name = try RequestSample.job(text).tunedModelDisplayName?.value
    let body = try DocumentValue(parsing: Array(request.body.utf8))
    #expect(body["tunedModelDisplayName"]?.string == name)
    for name in ["project", "location", "datasets"] { #expect(body[name] == nil) }
  }

  private static func split(_ text: String, at separator: String) -> (String, String)? {
    guard let range = text.range(of: separator) else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}
