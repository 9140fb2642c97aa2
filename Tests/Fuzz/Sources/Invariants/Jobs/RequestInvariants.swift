import Diagnostics
import JSONLines
import TuningJobs

/// What holds for every request that is made of a job file.
enum RequestInvariants {
  static func check(
    _ request: TuningRequest, of checked: CheckedJob, _ validation: JobValidation,
    _ datasets: JobValidation.KnownDatasets
  ) throws(BrokenInvariant) {
    let body = Array(request.body.utf8)
    try ShownText.requireJSON(body, "the body")
    try ShownText.require(request.rest, "the request as HTTP")
    try ShownText.require(request.curl, "the request for curl")
    let ends = request.curl.split(separator: "\n").filter { $0 == "EOF" }
    try BrokenInvariant.unless(
      ends.count == 1 && request.curl.hasSuffix("\nEOF\n"), "the body ends early: \(request.curl)")
    if let script = try? request.python() { try ShownText.require(script, "the script") }
    try BrokenInvariant.unless(
      request.url.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"\"'$`\\<>".utf8.contains($0) },
      "the address is not plain: \(request.url)")
    try checkAgain(request, body, of: checked, validation, datasets)
  }

  /// The body is a job file that makes the same request, and nothing more is wrong with it.
  private static func checkAgain(
    _ request: TuningRequest, _ body: [UInt8], of checked: CheckedJob, _ validation: JobValidation,
    _ datasets: JobValidation.KnownDatasets
  ) throws(BrokenInvariant) {
    var validation = validation
    validation.project = request.project.description
    validation.location = request.location.description
    let again = validation.check(body, path: JobFolder.jobName, datasets)
    let codes = Set(again.report.counts.map(\.code)).subtracting(checked.report.counts.map(\.code))
    try BrokenInvariant.unless(codes.isEmpty, "the body has \(codes), which the job file has not")
    guard let job = again.job else { throw BrokenInvariant("the body is no job: \(request.body)") }
    let other = try? TuningRequest(job, project: validation.project, location: validation.location)
    try BrokenInvariant.unless(
      other?.body == request.body && other?.url == request.url,
      "the body makes another request: \(request.body) \(other?.body ?? "none")")
  }
}
