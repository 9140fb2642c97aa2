import JSONLines
import ArgumentParser
import Reports
import Submission
import TuningJobs

/// `tunekit cancel`: cancels a job.
struct Cancel: Command {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a tuning job.",
    discussion: """
      The service cancels as well as it can: a job can still succeed. 'tunekit watch' shows what becomes of it. Exit status: 0 \
      the service was asked, or the job had ended; 2 it could not be asked.
      """)

  @Argument(help: .job, completion: .file())
  var job: String

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    var caller = try connection.caller(events, isBrief: true)
    let name = try JobNameArgument.name(job, events)
    let service = try Session(connection, events).service(of: name)
    var job: RemoteJob?
    do throws(ServiceFailure) {
      job = try service.cancel(name, &caller)
    } catch {
      throw Stop(error, "the job cannot be cancelled")
    }
    do throws(ServiceFailure) {
      if job == nil { job = try service.job(name, &caller) }
    } catch {
      // It was asked all the same.
      if case .interrupted = error { throw .interrupted }
      events.say("the job cannot be read: \(error)")
    }
    if let job, job.state.isFinal {
      events.say("the job has ended: \(JobLine(job).text)")
    } else {
      let state = job.map { ", its state is \(JobLine($0).text)" } ?? ""
      events.say("the job is being cancelled\(state): \(events.command("watch \(name)")) follows it")
    }
    events.event("cancel") { json in
      json.member("job", name.description)
      json.member("state", job?.state.description)
    }
    return .done
  }
}
