import ArgumentParser
import TuningDatasets

/// How the work is shared.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most threads that work on a file; without it one for each core. They change no result.",
      valueName: "n"))
  var jobs: Int?

  /// How many threads work: as many as are asked for, else one for each core.
  func threads() throws(Trouble) -> Int {
    guard let jobs else { return Cores.threads }
    guard (1...Limits.maximumJobs).contains(jobs) else {
      throw Trouble("--jobs takes a number from 1 to \(Limits.maximumJobs), not \(jobs)")
    }
    return jobs
  }
}
