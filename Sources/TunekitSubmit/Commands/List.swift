import JSONLines
import ArgumentParser
import Reports
import Submission
import TuningJobs

/// `tunekit list`: the jobs of a project.
struct List: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tuning jobs of a project in a location.",
    discussion: """
      A job that tunekit has created has a marker, the label 'tunekit-submission'. Exit status: 0, or 2 if the jobs could not \
      be listed.
      """)

  @Option(help: ArgumentHelp("The project; by default that of GOOGLE_CLOUD_PROJECT.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("The region; by default that of GOOGLE_CLOUD_LOCATION.", valueName: "region"))
  var location: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("List the newest jobs alone, so many.", valueName: "number"))
  var limit: Int?

  @Flag(help: "List only jobs that have not ended.")
  var active = false

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    if let limit, limit < 1 { throw .trouble("--limit takes a number from 1 on, not \(limit)") }
    let project = project ?? SystemCalls.environment("GOOGLE_CLOUD_PROJECT")
    let location = location ?? SystemCalls.environment("GOOGLE_CLOUD_LOCATION")
    guard let project, let location else {
      throw .trouble(
        "give --project and --location, or set GOOGLE_CLOUD_PROJECT and GOOGLE_CLOUD_LOCATION")
    }
    let names: (ProjectReference, LocationName)
    do throws(NameFault) {
      names = (try ProjectReference(project), try LocationName(location))
    } catch {
      throw .trouble("the \(error.piece) \(error.problem)")
    }
    let service = try Session(connection, events).service(names.0, names.1)
    var caller = try connection.caller(events, isBrief: true)
    do throws(ServiceFailure) {
      let found = ListingText.newestFirst(try service.jobs(&caller)).filter { !active || !$0.state.isFinal }
      let jobs = Array(found.prefix(limit ?? .max))
      events.showResult { ListingText(jobs).write(to: &$0) }
      if jobs.isEmpty {
        events.say("there are no \(active ? "active " : "")tuning jobs in \(names.0), \(names.1)")
      }
      for job in jobs {
        events.event("job") { json in
          json.member("job", job.name.description)
          json.member("state", job.state.description)
          json.member("createTime", job.createTime?.description)
          json.member("tunes", job.tunes)
          json.member("displayName", job.displayName)
          json.member("model", job.model)
          json.member("marker", job.labels[SubmissionMarker.label])
        }
      }
    } catch {
      throw Stop(error, "the jobs cannot be listed")
    }
    return .done
  }
}
