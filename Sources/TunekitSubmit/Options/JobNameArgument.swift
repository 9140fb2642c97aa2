import TuningJobs

/// The name of a job on the command line.
enum JobNameArgument {
  /// Whether a text is meant to be the name of a job, not the path of a file.
  static func isName(_ text: String) -> Bool { text.hasPrefix("projects/") }

  /// Reads a name.
  static func name(_ text: String) throws(Stop) -> TuningJobName {
    do throws(NameFault) {
      return try TuningJobName(text)
    } catch {
      throw .trouble(
        "'\(text)' is not the name of a tuning job: the \(error.piece) \(error.problem); 'tunekit list' lists them"
      )
    }
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
