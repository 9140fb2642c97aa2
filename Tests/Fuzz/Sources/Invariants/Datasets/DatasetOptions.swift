import Diagnostics
import ModelCatalog
import TuningDatasets

/// What a user may ask of the validator, and how the file is read.
struct DatasetOptions {
  var selection = Selections.all
  /// The findings kept per rule; 0 for all.
  var maximumFindings = 0
  var maximumLineBytes = Limits().maximumLineBytes
  var requirements = DatasetRequirements(loosestOf: .builtIn)
  var reading = DatasetReading()

  /// Every rule, all findings, the loosest limits.
  init() {}

  /// What the options of a recipe choose; where they say nothing, what is drawn from the input.
  init(_ recipe: Recipe, _ noise: Noise) {
    reading = noise.reading(recipe.bytes.count < 200 ? 0 : 1)
    maximumFindings = Self.maximumFindings(noise.number(upTo: 8, bits: 8))
    // Of lines that have grown nothing would be left.
    if recipe.bytes.count < 4096, noise.number(upTo: 3, bits: 24) == 1 {
      maximumLineBytes = noise.number(upTo: 160, bits: 0)
    }
    var patterns: (select: [Int], ignore: [Int]) = ([], [])
    for (name, value) in recipe.options {
      switch Name(rawValue: name) {
      case .select: patterns.select.append(value)
      case .ignore: patterns.ignore.append(value)
      case .maximumFindings: maximumFindings = Self.maximumFindings(value)
      case .maximumLineBytes: maximumLineBytes = max(1, Recipe.count(UInt8(value)))
      case .limits: requirements = Self.limits[value % Self.limits.count]
      case .jobs: reading.jobs = value % 8 + 1
      case .blockBytes: reading.blockBytes = max(1, Recipe.count(UInt8(value)))
      case nil: break
      }
    }
    selection =
      patterns.select.isEmpty && patterns.ignore.isEmpty
      ? Selections.selection(noise) : Selections.selection(select: patterns.select, ignore: patterns.ignore)
  }

  /// The options of recipes, by their number.
  enum Name: UInt8 {
    case select = 1
    case ignore, maximumFindings, maximumLineBytes, limits, jobs, blockBytes
  }

  private static func maximumFindings(_ value: Int) -> Int { [0, 1, 2, 3, 20][value % 5] }

  /// The loosest limits, those of each model, and such as small files reach.
  private static let limits: [DatasetRequirements] = {
    let loosest = DatasetRequirements(loosestOf: .builtIn)
    var small = loosest
    small.limits.largeFileBytes = small.limits.largeFileBytes.withValue(200)
    small.limits.maxFileBytes = small.limits.maxFileBytes.withValue(400)
    small.limits.maxTextExamples = small.limits.maxTextExamples.withValue(2)
    small.limits.maxMultimodalExamples = small.limits.maxMultimodalExamples.withValue(1)
    small.limits.fewExamples = small.limits.fewExamples.withValue(1)
    small.limits.recommendedExamples = small.limits.recommendedExamples.withValue(2)
    small.limits.maxTokensPerExample = small.limits.maxTokensPerExample.withValue(8)
    small.controlTokens = ["a", "<b>"]
    return [loosest, small] + ModelCatalog.builtIn.models.map { DatasetRequirements(of: $0) }
  }()
}
