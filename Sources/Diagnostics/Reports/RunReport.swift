/// What a run of the validator found.
public struct RunReport: Sendable {
  /// The version of tunekit.
  public let toolVersion: String
  /// The date of the model catalogue whose limits were applied, as `year-month-day`.
  public let catalogDate: String
  /// The model whose limits were applied; nil for the loosest limits of all tunable models.
  public let model: String?
  /// The files in the order in which they were given.
  public let files: [FileReport]
  /// The settings files that were used.
  public let settings: AppliedSettings
  /// Which files were taken from what was given.
  public let taken: TakenFiles
  /// The revision since which lines were added that the report is about; nil for all lines.
  public let since: SinceUse?
  /// The baseline; nil without one.
  public let baseline: BaselineUse?
  /// How long it took.
  public let elapsedSeconds: Double

  /// Describes a run.
  public init(
    toolVersion: String, catalogDate: String, model: String?, settings: AppliedSettings = AppliedSettings(),
    files: [FileReport], taken: TakenFiles = TakenFiles(), since: SinceUse? = nil,
    baseline: BaselineUse? = nil, elapsedSeconds: Double
  ) {
    self.toolVersion = toolVersion
    self.catalogDate = catalogDate
    self.model = model
    self.settings = settings
    self.files = files
    self.taken = taken
    self.since = since
    self.baseline = baseline
    self.elapsedSeconds = elapsedSeconds
  }
}
