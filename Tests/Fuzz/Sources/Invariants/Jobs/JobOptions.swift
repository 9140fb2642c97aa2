import Diagnostics
import ModelCatalog
import TuningJobs

/// What a user may ask of the check of a job.
struct JobOptions {
  private(set) var validation: JobValidation
  private(set) var datasets = JobValidation.KnownDatasets()
  /// Whether a receipt is wanted.
  private(set) var wantsReceipt = false

  /// What the options of a recipe choose.
  init(_ recipe: Recipe) throws(BrokenInvariant) {
    validation = JobValidation(catalog: .builtIn, today: try JobFolder.day("2026-11-23"))
    for (name, value) in recipe.options {
      switch Name(rawValue: name) {
      case .project: validation.project = Self.projects[value % Self.projects.count]
      case .location: validation.location = Self.locations[value % Self.locations.count]
      case .today: validation.today = try JobFolder.day(Self.days[value % Self.days.count])
      case .model: validation.modelDescription = Self.models[value % Self.models.count]
      case .datasetsHaveMedia: datasets.haveMedia = [nil, false, true][value % 3]
      case .rules: validation.rules = Self.rules[value % Self.rules.count]
      case .receipt: wantsReceipt = value % 2 == 1
      case nil: break
      }
    }
  }

  /// The options of recipes, by their number.
  enum Name: UInt8 {
    case project = 1
    case location, today, model, datasetsHaveMedia, receipt, rules
  }

  private static let projects: [String?] = [
    nil, "my-project", "123456789012", "example.com:p", "\u{1B}[31m", "",
  ]
  private static let locations: [String?] = [
    nil, "us-central1", "europe-west4", "global", "us", "\u{202E}", "",
  ]
  private static let days = ["2026-11-23", "2025-01-01", "2027-06-01", "0001-01-01", "9999-12-31"]

  /// The default rules, without a remark, a warning, an error, and without any; few; all.
  private static let rules: [RuleSettings] =
    ["TK818", "TK405,TK7", "TK823", "ALL"].map { settings(ignore: $0) }
    + ["TK8", "ALL"].map { settings(select: $0) }
    + [RuleSettings(.all)]

  private static func settings(select: String = "", ignore: String = "") -> RuleSettings {
    func patterns(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }
    return (try? RuleSettings(.all, select: patterns(select), ignore: patterns(ignore))) ?? RuleSettings(.all)
  }

  /// Nothing, a model's own description, and a tuning job's.
  private static let models: [ModelDescription?] = [
    nil,
    try? ModelDescription(Array(ModelInvariants.model.utf8)),
    try? ModelDescription(Array(ModelInvariants.tuningJob.utf8)),
  ]
}
