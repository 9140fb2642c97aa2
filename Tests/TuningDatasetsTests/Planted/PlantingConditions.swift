import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// What files with planted faults are checked by: small limits that good examples keep, and every rule.
struct PlantingConditions: Hashable, CustomTestStringConvertible {
  /// The model that is to be tuned; nil for none.
  let model: String?

  static let all = [nil, "gemini-2.5-flash", "gemini-2.0-flash-001"].map(PlantingConditions.init)

  /// More than the longest line that is not planted to be too long.
  static let maximumLineBytes = 1 << 22
  static let maximumTokens = 8000
  static let maximumMediaFiles = 2
  static let maximumMediaMegabytes = 1

  /// The first line of every file: it is in camelCase and has media, and no function.
  static let firstLine =
    #"{"systemInstruction":{"parts":[{"text":"Answer."}]},"contents":[{"role":"user","parts":[{"fileData":"#
    + #"{"mimeType":"image/png","fileUri":"gs://recordings/first.png"}},{"text":"What is in the first one?"}]},"#
    + #"{"role":"model","parts":[{"text":"A door."}]}]}"#

  var testDescription: String { model ?? "no model" }

  /// Whether good examples may have videos.
  var allowsVideos: Bool { model != "gemini-2.0-flash-001" }

  func validation(of path: String) throws -> DatasetValidation {
    var requirements = DatasetRequirements(loosestOf: .builtIn)
    if let model {
      requirements = DatasetRequirements(of: try #require(ModelCatalog.builtIn.model(id: model)))
    }
    requirements.limits.maxTokensPerExample =
      requirements.limits.maxTokensPerExample.withValue(Self.maximumTokens)
    requirements.media.limit(files: Self.maximumMediaFiles)
    requirements.media.limit(megabytes: Self.maximumMediaMegabytes)
    var validation = DatasetValidation(trainingPaths: [path], requirements: requirements)
    validation.limits.maximumLineBytes = Self.maximumLineBytes
    validation.limits.blockBytes = 1 << 16
    validation.rules.maximumFindings = 0
    for rule in RuleBook.datasets.rules { validation.rules.select(rule.code) }
    return validation
  }
}
