import TuningDatasets

/// The sections on what examples have.
extension StatisticsText {
  var overview: [String] {
    lines([
      row("files") { $0.files.count },
      Row("size", report.datasets.map { Quantity.bytes($0.statistics.files.reduce(0) { $0 + $1.bytes }) }),
      Row("examples", report.datasets.map { Quantity.count($0.statistics.examples.examples) }),
      row("lines that could not be read") { $0.examples.linesNotRead },
      row("lines in another format") { $0.examples.linesInOtherFormats },
    ])
  }

  /// What to do about lines that are no examples, a sentence for each file.
  var unread: [String] {
    report.datasets.flatMap(\.statistics.files).flatMap { file -> [String] in
      var sentences: [String] = []
      if file.linesNotRead > 0 {
        sentences.append("\(Quantity.count(file.linesNotRead, "line")) could not be read")
      }
      if file.linesInOtherFormats > 0 {
        let verb = file.linesInOtherFormats == 1 ? "is" : "are"
        sentences.append("\(Quantity.count(file.linesInOtherFormats, "line")) \(verb) in another format")
      }
      if sentences.isEmpty { return [] }
      return wrapped(
        "\(VisibleText.of(file.path)): \(sentences.joined(separator: " and ")), run tunekit validate")
    }
  }

  var turns: [String] {
    let words: [(RoleStatistics.Role, String)] = [
      (.user, "user"), (.model, "model"), (.function, "function or tool"), (.system, "system"),
      (.none, "without a role"), (.other, "another role"), (.unreadable, "unreadable"),
    ]
    return lines(
      [row("turns") { $0.examples.turns.sum }]
        + words.map { role, word in row(word, { $0.examples.roles[role] }, of: { $0.examples.turns.sum }) })
      + distribution([("per example", { $0.examples.turns })])
  }

  var instructions: [String] {
    if report.datasets.allSatisfy({ $0.statistics.examples.instructions.examples == 0 }) { return [] }
    return lines([
      row("examples with one", { $0.examples.instructions.examples }, of: { $0.examples.examples }),
      Row(
        "different ones",
        report.datasets.map {
          Self.count(
            $0.statistics.examples.instructions.distinct,
            isEstimate: !$0.statistics.examples.instructions.areAllKept)
        }),
      Row(
        "examples with the most common",
        report.datasets.map(\.statistics.examples.instructions).map { instructions in
          instructions.examplesWithMostCommon.map { Quantity.count($0, of: instructions.examples) }
            ?? Self.notKnown
        }),
    ])
  }

  var media: [String] {
    let words: [(MediaStatistics.Kind, String)] = [
      (.image, "images"), (.audio, "audio"), (.video, "videos"), (.document, "documents"),
      (.other, "of another type"),
    ]
    if report.datasets.allSatisfy({ $0.statistics.examples.media.examples == 0 }) { return [] }
    var rows = [row("examples with media", { $0.examples.media.examples }, of: { $0.examples.examples })]
    for (kind, word) in words {
      rows += [
        row("\(word), by URI") { $0.examples.media[kind].files },
        row("\(word), in the line") { $0.examples.media[kind].inline },
      ]
    }
    rows.append(row("bytes of base64") { $0.examples.media.inlineBytes })
    return lines(rows)
  }

  var functions: [String] {
    if report.datasets.allSatisfy({ !$0.hasFunctions }) { return [] }
    return lines([
      row(
        "examples that declare functions", { $0.examples.functions.examplesWithDeclarations },
        of: { $0.examples.examples }),
      row("examples with calls", { $0.examples.functions.examplesWithCalls }, of: { $0.examples.examples }),
      Row(
        "different functions",
        report.datasets.map {
          Self.count(
            $0.statistics.examples.functions.distinct,
            isEstimate: !$0.statistics.examples.functions.areAllKept)
        }),
      row("calls") { $0.examples.functions.calls },
      row("responses") { $0.examples.functions.responses },
      row("turns with parallel calls") { $0.examples.functions.turnsWithParallelCalls },
      row("most calls in a turn") { $0.examples.functions.mostCallsInTurn },
    ]) + distribution([("declared per example", { $0.examples.functions.declarationsPerExample })])
  }

  /// The functions that are called most in the first dataset, with what the others have of them.
  var mostUsedFunctions: [String] {
    guard let first = report.datasets.first else { return [] }
    guard let functions = first.statistics.examples.functions.mostUsed(atMost: Self.maximumFunctions) else {
      return wrapped("There are too many different functions to tell which are used most.")
    }
    if functions.isEmpty { return [] }
    let others = report.datasets.dropFirst().map(\.statistics.examples.functions)
    // Where there is no room, how often a function is called is enough.
    let headings = isWide ? ["declared", "called", "answered"] : ["called"]
    var table = TextTable(
      [TextTable.Column(heading: "  function")]
        + (headings + others.map { _ in "called in validation" }).map {
          TextTable.Column(heading: $0, alignment: .right, maximumColumns: isWide ? 20 : 12)
        })
    for function in functions {
      let numbers = isWide ? [function.declarations, function.calls, function.responses] : [function.calls]
      let name = function.name.isEmpty ? "(empty name)" : function.name
      table.add(
        ["  \(name)"] + numbers.map { Quantity.count($0) }
          + others.map { Self.calls(of: function.name, in: $0) })
    }
    let more = first.statistics.examples.functions.distinct - functions.count
    let rest = more > 0 ? ["  and \(Quantity.count(more)) more"] : []
    return table.lines(width: columns) + rest
  }

  /// What stands for a number that a sample does not tell.
  private static let notKnown = "not known"

  /// How often a dataset calls a function.
  private static func calls(of name: String, in functions: FunctionStatistics) -> String {
    if let function = functions.function(named: name) { return Quantity.count(function.calls) }
    return functions.areAllKept ? "0" : notKnown
  }

  /// A number that may be an estimate.
  private static func count(_ number: Int, isEstimate: Bool) -> String {
    isEstimate ? "about \(Quantity.count(number))" : Quantity.count(number)
  }

  /// Rows of distributions, where some dataset has numbers.
  func distribution(_ rows: [(label: String, histogram: (DatasetStatistics) -> ValueHistogram)]) -> [String] {
    let rows = rows.map { row in
      DistributionTable.Row(
        label: row.label, histograms: report.datasets.map { row.histogram($0.statistics) })
    }.filter { $0.histograms.contains { $0.count > 0 } }
    if rows.isEmpty { return [] }
    return DistributionTable(rows, datasets: report.datasets.map(\.role)).lines(width: columns)
  }
}

extension StatisticsReport.Dataset {
  /// Whether functions are declared, called or answered.
  fileprivate var hasFunctions: Bool {
    let functions = statistics.examples.functions
    return functions.examplesWithDeclarations + functions.calls + functions.responses > 0
  }
}
