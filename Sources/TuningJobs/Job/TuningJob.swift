public import Documents

/// What a job file asks for: the request's own fields, and three of ours.
///
/// Every value is as it was written: which of them make sense together the rules say. Fields of the wrong type are left
/// out, since a finding represents them.
public struct TuningJob: Sendable {
  /// The local files of the dataset URIs.
  public struct Datasets: Sendable {
    /// The path of the training dataset, relative to the job file's folder.
    public var training: Placed<String>?
    /// The path of the validation dataset.
    public var validation: Placed<String>?
  }

  /// The tuned model that continuous tuning continues from.
  public struct PreTunedModel: Sendable {
    /// Its resource name.
    public var tunedModelName: Placed<String>?
    /// The checkpoint to continue from; nil for the default one.
    public var checkpointId: Placed<String>?
  }

  /// What supervised tuning works with.
  public struct SupervisedTuningSpec: Sendable {
    /// Where the training dataset is: a Cloud Storage URI or a dataset's resource name.
    public var trainingDatasetUri: Placed<String>?
    /// Where the validation dataset is.
    public var validationDatasetUri: Placed<String>?
    /// How the model learns.
    public var hyperParameters: Placed<HyperParameters>?
    /// Whether only the last checkpoint is kept.
    public var exportLastCheckpointOnly: Placed<Bool>?
    /// How the checkpoints are to be evaluated, as it appears there.
    public var evaluationConfig: Placed<DocumentValue>?
    /// For open models only.
    public var tuningMode: Placed<DocumentValue>?
  }

  /// How a model learns.
  public struct HyperParameters: Sendable {
    /// The passes over the training dataset.
    public var epochCount: Placed<Int>?
    /// What the default learning rate is multiplied with.
    public var learningRateMultiplier: Placed<Double>?
    /// The size of what is trained, as it is written.
    public var adapterSize: Placed<WrittenAdapterSize>?
    /// For open models only.
    public var learningRate: Placed<DocumentValue>?
    /// For open models only.
    public var batchSize: Placed<DocumentValue>?
  }

  /// An adapter size, which the API takes as the name or as the number of an enumeration's value.
  public enum WrittenAdapterSize: Sendable, Equatable {
    case name(String)
    case number(Int)
  }

  /// The project that the job runs in: an id or a number. Ours; it becomes part of the request's address.
  public var project: Placed<String>?
  /// The location that the job runs in. Ours.
  public var location: Placed<String>?
  /// The local files of the datasets. Ours.
  public var datasets = Datasets()
  /// The base model to be tuned.
  public var baseModel: Placed<String>?
  /// The tuned model to continue from.
  public var preTunedModel: Placed<PreTunedModel>?
  /// Supervised tuning.
  public var supervisedTuningSpec: Placed<SupervisedTuningSpec>?
  /// The other tuning methods that are asked for, by the name of their field.
  public var otherSpecs: [Placed<String>] = []
  /// The name that the tuned model shows.
  public var tunedModelDisplayName: Placed<String>?
  /// What the job is about.
  public var description: Placed<String>?
  /// Labels of the job, its model and its endpoint, in the order of the file.
  public var labels: [(key: Placed<String>, value: Placed<String>)] = []
  /// The encryption key of all that the job makes.
  public var kmsKeyName: Placed<String>?
  /// The account that the job runs as.
  public var serviceAccount: Placed<String>?
  /// Fields that only open models have, by name.
  public var openModelFields: [Placed<String>] = []
  /// The first byte of the job's object.
  var beginning = 0..<1
}
