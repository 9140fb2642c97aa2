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
      Exit status: 0 it has succeeded, 1 it has failed, was cancelled, has expired or succeeded in part, or may have other data \
      than were validated, 2 it could not be read, 3 it continues, 4 the file was submitted, and it is not known whether there \
      is a job.
      """)

  @Argument(help: .job, completion: .file())
  var job: String

  @OptionGroup var connection: ConnectionOptions

  @Flag(help: .allowPartial) var allowPartial = false

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    var caller = try connection.caller(events, isBrief: true)
    let name = try JobNameArgument.name(job, events)
    let service = try Session(connection, events).service(of: name)
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
    follower.otherData = Submissions.otherData(of: name)
    follower.tellEnd(job)
    return follower.status(of: job)
  }
}
