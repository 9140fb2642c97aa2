import JSONLines
import ArgumentParser
import Reports
import Submission
import TuningJobs

/// `tunekit status`: how a job is now.
struct Status: Command {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how a tuning job is now.",
    discussion: """
      JOB is the name of a job, or a job file that was submitted from this machine. Exit status: 0 it has succeeded, 1 it has \
      failed, was cancelled, has expired or succeeded in part, 2 it could not be read, 3 it continues, 4 the file was submitted, \
      and it is not known whether there is a job.
      """)

  @Argument(help: "The job file, or projects/PROJECT/locations/LOCATION/tuningJobs/ID.", completion: .file())
  var job: String

  @OptionGroup var connection: ConnectionOptions

  @Flag(help: .allowPartial) var allowPartial = false

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    let text = JobNameArgument.isName(job) ? job : try nameOfFile()
    let name = try JobNameArgument.name(text)
    let service = try Session(connection, events).service(of: name)
    var caller = try connection.caller(events, isBrief: true)
    let job: RemoteJob
    do throws(ServiceFailure) {
      job = try service.job(name, &caller)
    } catch {
      throw Stop(error, "the job cannot be read")
    }
    events.say("\(name): \(JobLine(job).text)")
    events.event("state") { json in
      json.member("job", name.description)
      json.member("state", job.state.description)
      json.member("activity", job.activity)
      json.member("epochsDone", job.epochsDone)
    }
    guard job.state.isFinal else { return .running }
    var follower = Follower(service: service, name: name, events: events)
    follower.allowsPartial = allowPartial
    return follower.end(job)
  }

  /// The name of the job that a file was submitted as last.
  private func nameOfFile() throws(Stop) -> String {
    let states = try Submissions.states(ofFileAt: job)
    guard let last = states.last else {
      throw .trouble("\(job) was not submitted from this machine: 'tunekit submit \(job)' does so")
    }
    if let name = last.jobName { return name }
    guard last.isOutcomeUnknown else {
      throw .trouble("no job of \(job) was created: 'tunekit submit \(job)' continues")
    }
    throw Stop(
      .unknown, "outcome-unknown",
      "a job of \(job) may exist, with the label \(SubmissionMarker.label)=\(last.marker): "
        + "'tunekit submit \(job)' looks for it")
  }
}
