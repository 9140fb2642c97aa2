public import ModelCatalog
public import TuningDatasets

/// What datasets are like, and what training with them costs: all that a report on statistics shows.
public struct StatisticsReport: Sendable {
  /// A dataset, and the word for it.
  struct Dataset: Sendable {
    let role: String
    let statistics: DatasetStatistics
  }

  /// The version of tunekit.
  public let toolVersion: String
  /// The date of the model catalogue that has the prices.
  public let catalogDate: CatalogDate
  /// The model for which the costs are; nil for all that can be tuned.
  public let model: String?
  /// Whether tokens are counted exactly, with a vocabulary.
  public let isExact: Bool
  /// The number of epochs that is asked for.
  public let epochs: Int?
  /// How long it took.
  public let elapsedSeconds: Double
  /// The datasets that have files, that of training first.
  let datasets: [Dataset]
  /// What training costs; empty without a training dataset.
  let costs: [TrainingCost]
  /// Where the prices were read.
  let sources: [CatalogSource]

  /// Describes what was measured.
  ///
  /// - Parameter models: the models whose costs are shown.
  public init(
    toolVersion: String, catalog: ModelCatalog, models: [TunableModel], model: String?,
    measured: (training: DatasetStatistics, validation: DatasetStatistics), isExact: Bool, epochs: Int?,
    elapsedSeconds: Double
  ) {
    self.toolVersion = toolVersion
    catalogDate = catalog.asOf
    self.model = model
    self.isExact = isExact
    self.epochs = epochs
    self.elapsedSeconds = elapsedSeconds
    datasets = [("training", measured.training), ("validation", measured.validation)]
      .filter { !$0.1.files.isEmpty }.map { Dataset(role: $0.0, statistics: $0.1) }
    let tokens = measured.training.examples.tokens.total.sum
    costs = measured.training.files.isEmpty ? [] : models.map { TrainingCost(of: $0, tokens: tokens) }
    sources = catalog.sources
  }

  /// The images, pieces of audio, videos and documents for training whose tokens are not known.
  var uncountedMedia: Int {
    datasets.first { $0.role == "training" }?.statistics.examples.tokens.uncountedMedia ?? 0
  }
}
