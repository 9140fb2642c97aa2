import ArgumentParser
import TuningDatasets

/// The bound on the lines of a dataset.
struct LineOptions: ParsableArguments {
  @Option(
    name: .customLong("max-line-bytes"),
    help: ArgumentHelp("The longest line to read, in bytes.", valueName: "n"))
  var maximumLineBytes = Limits().maximumLineBytes

  /// The bound in bytes.
  ///
  /// - Throws: ``Trouble`` if it is not in the supported range.
  func checkedMaximum() throws(Trouble) -> Int {
    guard (1...Limits.largestMaximumLineBytes).contains(maximumLineBytes) else {
      throw Trouble(
        "--max-line-bytes takes a number from 1 to \(Limits.largestMaximumLineBytes), not \(maximumLineBytes)"
      )
    }
    return maximumLineBytes
  }
}
