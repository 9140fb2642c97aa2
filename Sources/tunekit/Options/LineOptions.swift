import ArgumentParser
import TuningDatasets

/// The bound on the lines of a dataset.
struct LineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The longest line to read, in bytes.", valueName: "n"))
  var maxLineBytes = Limits().maximumLineBytes

  /// The bound in bytes.
  func maximumLineBytes() throws(Trouble) -> Int {
    guard (1...Limits.largestMaximumLineBytes).contains(maxLineBytes) else {
      throw Trouble(
        "--max-line-bytes takes a number from 1 to \(Limits.largestMaximumLineBytes), not \(maxLineBytes)")
    }
    return maxLineBytes
  }
}
