import ArgumentParser
import TuningDatasets

/// How the work is shared.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The maximum number of threads per file; one per core by default. The report is always the same.",
      valueName: "n"))
  var jobs: Int?

  /// The number of threads; one for each core by default.
  func threads() throws(Trouble) -> Int {
    guard let jobs else { return Cores.threads }
    guard (1...Limits.maximumJobs).contains(jobs) else {
      throw Trouble("--jobs takes a number from 1 to \(Limits.maximumJobs), not \(jobs)")
    }
    return jobs
  }
}
