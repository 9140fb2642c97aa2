import TuningDatasets

/// Checks the numbers that options take.
enum OptionNumber {
  /// The longest line to read, in bytes.
  ///
  /// - Throws: ``Trouble`` if it is not in the supported range.
  static func lineBytes(_ number: Int?) throws(Trouble) -> Int {
    guard let number else { return Limits().maximumLineBytes }
    guard (1...Limits.largestMaximumLineBytes).contains(number) else {
      throw Trouble(
        "--max-line-bytes takes a number from 1 to \(Limits.largestMaximumLineBytes), not \(number)")
    }
    return number
  }

  /// The number of threads; one for each core by default.
  ///
  /// - Throws: ``Trouble`` if it is not in the supported range.
  static func threads(_ number: Int?) throws(Trouble) -> Int {
    guard let number else { return Cores.threads }
    guard (1...Limits.maximumJobs).contains(number) else {
      throw Trouble("--jobs takes a number from 1 to \(Limits.maximumJobs), not \(number)")
    }
    return number
  }

  /// The maximum number of findings that are kept per rule and file; 0 keeps all.
  ///
  /// - Throws: ``Trouble`` if it is negative.
  static func findings(_ number: Int) throws(Trouble) -> Int {
    guard number >= 0 else {
      throw Trouble("--max-findings takes 0 or a positive number, not \(number)")
    }
    return number
  }
}
