import Documents

/// What the service counted in the training data of a job.
///
/// Source: `SupervisedTuningDataStats` of reference/rest/v1/projects.locations.tuningJobs, as of 2026-08-22. The examples
/// that it repeats are training data, and are not read.
public struct DataStatistics: Sendable, Equatable {
  /// The examples of the dataset.
  public let examples: Int?
  /// The tokens of one epoch that are billed: seen in a recorded job, whose ten epochs are not in the number.
  public let billableTokens: Int?
  /// The training steps.
  public let steps: Int?
  /// How many examples were left out, because they have too many tokens or faulty media.
  public let droppedExamples: Int?
  /// Which ones, from 1, in ascending order.
  public let droppedIndices: [Int]
  /// Why, in the same order as the service lists them.
  public let droppedReasons: [String]

  /// Reads the member `supervisedTuningDataStats`.
  init(_ value: DocumentValue) {
    examples = value.number("tuningDatasetExampleCount")
    billableTokens = value.number("totalBillableTokenCount")
    steps = value.number("tuningStepCount")
    let indices = (value["truncatedExampleIndices"]?.elements ?? []).compactMap(\.wholeNumber)
    droppedIndices = indices.filter { $0 > 0 }.sorted()
    droppedExamples = value.number("totalTruncatedExampleCount") ?? (indices.isEmpty ? nil : indices.count)
    droppedReasons = (value["droppedExampleReasons"]?.elements ?? []).compactMap(\.string)
  }
}
