import ArgumentParser
import Submission
import TuningJobs

/// `tunekit watch`: follows a job that exists.
struct Watch: Command {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Follow a tuning job until it has ended.",
    discussion: """
      Exit status: 0 succeeded, 1 failed, cancelled, expired, succeeded in part or perhaps with other data than were validated, \
      2 it could not be followed, 3 it continues after --timeout, 130 and 143 interrupted: the job continues.
      """)

  @Argument(help: .job, completion: .file())
  var job: String

  @OptionGroup var connection: ConnectionOptions

  @Option(parsing: .unconditional, help: .timeout) var timeout: Double?

  @Option(parsing: .unconditional, help: .interval) var interval: Double?

  @Flag(help: .allowPartial) var allowPartial = false

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    try NumberOption.check(timeout, "--timeout")
    try NumberOption.check(interval, "--interval")
    let session = try Session(connection, events)
    var caller = try connection.caller(events)
    let name = try JobNameArgument.name(job, events)
    var follower = Follower(service: session.service(of: name), name: name, events: events)
    (follower.timeout, follower.interval, follower.allowsPartial) = (timeout, interval, allowPartial)
    follower.otherData = Submissions.otherData(of: name)
    // A job that a user names may never have been there.
    follower.patienceWithUnseen = 10
    return try follower.run(&caller)
  }
}
