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
  /// Which ones, by ascending number, as far as the service lists them.
  public let dropped: [Dropped]

  /// An example that was left out.
  public struct Dropped: Sendable, Equatable {
    /// Its number, from 1.
    public let number: Int
    /// Why, in the service's words without a secret; nil if it does not say so.
    public let reason: String?
  }

  /// Reads the member `supervisedTuningDataStats`.
  init(_ value: DocumentValue) {
    examples = value.number("tuningDatasetExampleCount")
    billableTokens = value.number("totalBillableTokenCount")
    steps = value.number("tuningStepCount")
    let reasons = value["droppedExampleReasons"]?.elements ?? []
    // The reasons are in the order of the numbers, which need not ascend.
    dropped = (value["truncatedExampleIndices"]?.elements ?? []).enumerated().compactMap { index, element in
      guard let number = element.wholeNumber, number > 0 else { return nil }
      let reason = index < reasons.count ? reasons[index].string : nil
      return Dropped(number: number, reason: reason.map { Redactor.shown($0) })
    }.sorted { $0.number < $1.number }
    droppedExamples = value.number("totalTruncatedExampleCount") ?? (dropped.isEmpty ? nil : dropped.count)
  }
}
