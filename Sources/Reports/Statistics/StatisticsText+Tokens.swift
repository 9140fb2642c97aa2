import TuningDatasets

/// The sections on tokens and texts.
extension StatisticsText {
  var tokens: [String] {
    distribution([
      ("input", { $0.examples.tokens.input }), ("output", { $0.examples.tokens.output }),
      ("total", { $0.examples.tokens.total }),
    ])
      + lines([
        row("all input tokens") { $0.examples.tokens.input.sum },
        row("all output tokens") { $0.examples.tokens.output.sum },
        row("all tokens of media") { $0.examples.tokens.media },
        row("all tokens") { $0.examples.tokens.total.sum },
        row("media that are not counted") { $0.examples.tokens.uncountedMedia },
      ])
  }

  var bars: [String] {
    let histograms = report.datasets.map(\.statistics.examples.tokens.total)
    return HistogramBars(histograms, headings: report.datasets.map(\.role)).lines(width: columns)
  }

  var longest: [String] {
    report.datasets.flatMap { dataset in
      let places = dataset.statistics.longest.map { VisibleText.of("\($0.path):\($0.line)") }
      let numbers = dataset.statistics.longest.map { Quantity.count($0.tokens) }
      let width = TextColumns.widest(numbers)
      return zip(places, numbers).map { place, number in
        "  \(TextColumns.padLeft(number, to: width)) tokens  \(place)"
      }
    }
  }

  var scripts: [String] {
    let found = report.datasets.map(\.statistics.examples.scripts)
    let systems = WritingSystem.allCases.filter { system in found.contains { $0[system] > 0 } }
      .sorted { left, right in
        let (leftCount, rightCount) = (found[0][left], found[0][right])
        return (rightCount, left.rawValue) < (leftCount, right.rawValue)
      }
    return lines(
      systems.map { system in
        Row(Self.word(system), found.map { Quantity.share($0[system], of: $0.characters) })
      } + [row("characters") { $0.examples.scripts.characters }])
  }

  private static func word(_ system: WritingSystem) -> String {
    switch system {
    case .kana: "Hiragana and Katakana"
    case .otherLetters: "letters of other scripts"
    case .digits: "digits"
    case .emoji: "emoji and pictographs"
    case .signs: "spaces and punctuation"
    default: system.name.prefix(1).uppercased() + system.name.dropFirst()
    }
  }

  var repeats: [String] {
    if report.datasets.allSatisfy({ $0.statistics.examples.examples == 0 }) { return [] }
    let hasTraining = report.datasets.first?.role == "training" && report.datasets.count > 1
    let examples = { (dataset: DatasetStatistics) in dataset.examples.examples }
    let rows = [
      row("the same as an earlier example", { $0.repeats.repetitions }, of: examples),
      row("with the prompt of an earlier example", { $0.repeats.promptRepetitions }, of: examples),
      hasTraining ? row("also in training", { $0.repeats.alsoBefore }, of: examples) : nil,
      hasTraining
        ? row("with a prompt that is in training", { $0.repeats.promptsAlsoBefore }, of: examples) : nil,
      row("not compared") { $0.repeats.notCompared },
    ].compactMap(\.self)
    return rows.isEmpty ? ["  none"] : lines(rows)
  }
}
