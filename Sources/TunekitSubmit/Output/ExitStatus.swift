/// The exit status of the program.
enum ExitStatus: Int32 {
  /// The job has succeeded, or what was asked for is done.
  case done = 0
  /// The job has failed, was cancelled, has expired or succeeded in part, or findings refuse it.
  case failed = 1
  /// Something could not be done.
  case trouble = 2
  /// The job continues, and the time is over.
  case running = 3
  /// There may be a job: look before you repeat.
  case unknown = 4
  /// SIGINT has ended the program; the job continues.
  case interrupted = 130
  /// SIGTERM has ended the program; the job continues.
  case terminated = 143
}
