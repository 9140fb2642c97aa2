import Submission
import TuningJobs

/// A job on the command line: its name, or the job file that it was made of.
enum JobNameArgument {
  /// The name of a job.
  static func name(_ text: String, _ events: Events) throws(Stop) -> TuningJobName {
    let name = text.hasPrefix("projects/") ? text : try nameOfFile(text, events)
    do throws(NameFault) {
      return try TuningJobName(name)
    } catch {
      throw .trouble(
        "'\(name)' is not the name of a tuning job: the \(error.piece) \(error.problem); 'tunekit list' lists them"
      )
    }
  }

  /// The name of the job that a file was submitted as last.
  private static func nameOfFile(_ path: String, _ events: Events) throws(Stop) -> String {
    guard let last = try Submissions.last(ofFileAt: path, events) else {
      throw .trouble(
        "\(path) was not submitted from this machine: \(events.command("submit \(ShellWord.of(path))")) does so"
      )
    }
    if let name = last.jobName { return name }
    let command = events.command("submit \(ShellWord.of(path))")
    guard last.isOutcomeUnknown else {
      throw .trouble("no job of \(path) was created: \(command) continues")
    }
    throw Stop(
      .unknown, "outcome-unknown",
      "a job of \(path) may exist, with the label \(SubmissionMarker.label)=\(last.marker): \(command) looks for it"
    )
  }
}

/// The numbers that options take.
enum NumberOption {
  private static let mostSeconds = 31_536_000.0

  /// Checks that a number of seconds is one.
  static func check(_ seconds: Double?, _ option: String) throws(Stop) {
    guard let seconds else { return }
    guard (0...mostSeconds).contains(seconds) else {
      throw .trouble(
        "\(option) takes a number of seconds from 0 to \(Int(mostSeconds)), which is a year, not \(seconds)")
    }
  }
}
