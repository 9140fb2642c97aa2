public import ModelCatalog

/// Everything that is in force for a file, and where it comes from.
public struct ResolvedSettings: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// The settings files, each before those that take precedence over it.
  public let files: [String]
  /// The model to tune; nil for the loosest limits of all models.
  public let model: Setting<String?>
  /// The severity that makes the exit status 1.
  public let failOn: Setting<String>
  /// The most findings to show per rule.
  public let maximumFindings: Setting<Int>
  /// The longest line to read.
  public let maximumLineBytes: Setting<Int>
  /// The limits on datasets; a value is nil where no limit is known.
  public let limits: [(limit: TuningLimit, value: Setting<Int?>)]
  /// The rules, by code.
  public let rules: [ResolvedRule]

  /// What settings say, with what is usual where they say nothing.
  ///
  /// - Parameters:
  ///   - limits: the limits of the model.
  ///   - maximumFindings: the most findings that are usually shown per rule.
  ///   - maximumLineBytes: the longest line that is usually read.
  public init(
    _ settings: Settings, for path: String, rules: [ResolvedRule], limits: TuningLimits,
    maximumFindings: Int, maximumLineBytes: Int
  ) {
    self.path = path
    files = settings.files
    model = settings.model.map { Setting($0.value, from: $0.origin) } ?? Setting(nil, from: .usual)
    failOn = settings.failOn ?? Setting("error", from: .usual)
    self.maximumFindings = settings.maximumFindings ?? Setting(maximumFindings, from: .usual)
    self.maximumLineBytes = settings.maximumLineBytes ?? Setting(maximumLineBytes, from: .usual)
    self.limits = TuningLimit.allCases.map { limit in
      let own = settings.limits[limit].map { Setting<Int?>($0.value, from: $0.origin) }
      return (limit, own ?? Setting(limits[limit], from: settings.model?.origin ?? .usual))
    }
    self.rules = rules
  }
}
