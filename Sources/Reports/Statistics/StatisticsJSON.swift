import Diagnostics
import JSONLines
import ModelCatalog
import TuningDatasets

/// Shows statistics to a program: one JSON object, described in <doc:StatisticsOutput>.
public struct StatisticsJSON: Sendable {
  /// The version of the object; it grows when a member changes its meaning or goes, not when one is added.
  public static let schemaVersion = 1

  /// The most functions that are listed.
  private static let maximumFunctions = 100
  /// The most ranges of a histogram.
  private static let maximumRanges = 24

  private let report: StatisticsReport

  /// Prepares a report.
  public init(_ report: StatisticsReport) { self.report = report }

  /// Writes the object.
  public func write(to output: inout some VisibleOutput) {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.object("tool") { json in
        json.member("name", "tunekit")
        json.member("version", report.toolVersion)
      }
      json.object("catalog") { json in
        json.member("asOf", report.catalogDate.description)
        json.member("model", report.model)
      }
      json.member("tokensAreEstimated", !report.isExact)
      json.array("datasets") { json in
        for dataset in report.datasets { write(dataset, in: &json) }
      }
      json.member("epochs", report.epochs)
      json.array("costs") { json in
        for cost in report.costs { write(cost, in: &json) }
      }
      json.member("elapsedSeconds", Double(Quantity.whole(report.elapsedSeconds * 1e6)) / 1e6)
    }
    output.write(VisibleText(json))
  }

  private func write(_ dataset: StatisticsReport.Dataset, in json: inout JSONWriter) {
    let statistics = dataset.statistics
    json.object { json in
      json.member("role", dataset.role)
      json.array("files") { json in
        for file in statistics.files { write(file, in: &json) }
      }
      json.member("examples", statistics.examples.examples)
      json.member("linesNotRead", statistics.examples.linesNotRead)
      json.member("linesInOtherFormats", statistics.examples.linesInOtherFormats)
      write(statistics.examples.turns, "turns", in: &json)
      json.object("roles") { json in
        for role in RoleStatistics.Role.allCases {
          json.member(role.rawValue, statistics.examples.roles[role])
        }
      }
      write(statistics.examples.instructions, in: &json)
      write(statistics.examples.media, in: &json)
      write(statistics.examples.functions, in: &json)
      write(statistics.examples.tokens, in: &json)
      write(statistics.examples.scripts, in: &json)
      json.array("longest") { json in
        for example in statistics.longest {
          json.object { json in
            json.member("path", example.path)
            json.member("line", example.line)
            json.member("tokens", example.tokens)
          }
        }
      }
      write(statistics.repeats, in: &json)
    }
  }

  private func write(_ file: DatasetStatistics.File, in json: inout JSONWriter) {
    json.object { json in
      json.member("path", file.path)
      json.member("examples", file.examples)
      json.member("linesNotRead", file.linesNotRead)
      json.member("linesInOtherFormats", file.linesInOtherFormats)
      json.member("bytes", file.bytes)
      json.member("failure", file.failure)
    }
  }

  private func write(_ cost: TrainingCost, in json: inout JSONWriter) {
    json.object { json in
      json.member("model", cost.model)
      json.member("dollarsPerMillionTokens", cost.dollarsPerMillion)
      json.member("priceAsOf", cost.price.asOf.description)
      json.member("priceSource", cost.price.source)
      json.member("priceConfidence", cost.price.confidence.rawValue)
      json.member("tokensPerEpoch", cost.tokens)
      json.member("dollarsPerEpoch", cost.dollars(epochs: 1))
      json.member("dollars", report.epochs.flatMap { cost.dollars(epochs: $0) })
    }
  }

  // MARK: Examples

  private func write(_ histogram: ValueHistogram, _ name: String, in json: inout JSONWriter) {
    let hasNumbers = histogram.count > 0
    json.object(name) { json in
      json.member("count", histogram.count)
      json.member("sum", histogram.sum)
      json.member("min", hasNumbers ? histogram.minimum : nil)
      for percent in [5, 50, 95, 99] { json.member("p\(percent)", histogram.percentile(percent)) }
      json.member("max", hasNumbers ? histogram.maximum : nil)
      json.member("mean", histogram.mean)
    }
  }

  private func write(_ instructions: InstructionStatistics, in json: inout JSONWriter) {
    json.object("systemInstructions") { json in
      json.member("examples", instructions.examples)
      json.member("distinct", instructions.distinct)
      json.member("distinctIsEstimated", !instructions.areAllKept)
      json.member("examplesWithMostCommon", instructions.examplesWithMostCommon)
    }
  }

  private func write(_ media: MediaStatistics, in json: inout JSONWriter) {
    json.object("media") { json in
      json.member("examples", media.examples)
      for kind in MediaStatistics.Kind.allCases {
        json.object(kind.name) { json in
          json.member("examples", media[kind].examples)
          json.member("fileData", media[kind].files)
          json.member("inlineData", media[kind].inline)
        }
      }
      json.member("inlineBytes", media.inlineBytes)
    }
  }

  private func write(_ functions: FunctionStatistics, in json: inout JSONWriter) {
    json.object("functions") { json in
      json.member("examplesWithDeclarations", functions.examplesWithDeclarations)
      json.member("examplesWithCalls", functions.examplesWithCalls)
      json.member("distinct", functions.distinct)
      json.member("distinctIsEstimated", !functions.areAllKept)
      write(functions.declarationsPerExample, "declarationsPerExample", in: &json)
      json.member("calls", functions.calls)
      json.member("responses", functions.responses)
      json.member("turnsWithParallelCalls", functions.turnsWithParallelCalls)
      json.member("mostCallsInTurn", functions.mostCallsInTurn)
      guard let mostUsed = functions.mostUsed(atMost: Self.maximumFunctions) else {
        return json.member("mostUsed", nil as String?)
      }
      json.array("mostUsed") { json in
        for function in mostUsed {
          json.object { json in
            json.member("name", function.name)
            json.member("declarations", function.declarations)
            json.member("calls", function.calls)
            json.member("responses", function.responses)
          }
        }
      }
    }
  }

  private func write(_ tokens: TokenStatistics, in json: inout JSONWriter) {
    json.object("tokens") { json in
      write(tokens.input, "input", in: &json)
      write(tokens.output, "output", in: &json)
      write(tokens.total, "total", in: &json)
      json.member("media", tokens.media)
      json.member("uncountedMedia", tokens.uncountedMedia)
      json.array("histogram") { json in
        for range in ValueHistogram.ranges(of: [tokens.total], atMost: Self.maximumRanges) {
          json.object { json in
            json.member("from", range.lowerBound)
            json.member("to", range.upperBound)
            json.member("examples", tokens.total.count(in: range))
          }
        }
      }
    }
  }

  private func write(_ scripts: ScriptStatistics, in json: inout JSONWriter) {
    json.object("characters") { json in
      json.member("total", scripts.characters)
      for system in WritingSystem.allCases { json.member(system.name, scripts[system]) }
    }
  }

  private func write(_ repeats: RepeatedExamples, in json: inout JSONWriter) {
    json.object("repeated") { json in
      json.member("examples", repeats.repeated)
      json.member("repetitions", repeats.repetitions)
      json.member("prompts", repeats.repeatedPrompts)
      json.member("promptRepetitions", repeats.promptRepetitions)
      json.member("alsoInTraining", repeats.alsoBefore)
      json.member("promptsAlsoInTraining", repeats.promptsAlsoBefore)
      json.member("notCompared", repeats.notCompared)
    }
  }
}
