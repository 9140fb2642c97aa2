import Diagnostics
import ModelCatalog

/// The section on the cost of training.
extension StatisticsText {
  var cost: [String] {
    guard let first = report.costs.first, first.tokens > 0 else { return [] }
    let epochs = [1] + (report.epochs.flatMap { $0 == 1 ? nil : [$0] } ?? [])
    var table = TextTable(
      [TextTable.Column(heading: "  model"), TextTable.Column(heading: "$/1M", alignment: .right)]
        + (isWide ? [TextTable.Column(heading: "as of", alignment: .right)] : [])
        + epochs.map {
          TextTable.Column(
            heading: Quantity.count($0, "epoch"), alignment: .right, maximumColumns: isWide ? 18 : 10)
        })
    for cost in report.costs {
      let day = cost.dollarsPerMillion == nil ? "–" : cost.price.asOf.description
      let price = cost.price.value.map { Money.amount(cents: $0) } ?? "–"
      let amounts = epochs.map { cost.dollars(epochs: $0).map { Money.dollars($0) } ?? "price not known" }
      table.add(["  \(cost.model)", price] + (isWide ? [day] : []) + amounts)
    }
    return table.lines(width: columns) + notes.flatMap { wrapped($0) }
  }

  private var notes: [String] {
    var notes = [
      "Billed are the tokens of the dataset times the epochs. Without epochCount in the job the service chooses "
        + "the number of epochs. How is not documented; 40 epochs for 166 examples were reported."
    ]
    if !report.isExact { notes.append("The tokens are estimated, so the cost is too.") }
    if report.uncountedMedia > 0 {
      notes.append(
        "The tokens of \(Quantity.count(report.uncountedMedia)) media are not known and not part of the cost."
      )
    }
    return notes + priceSources
  }

  /// Where the prices were read, each source once.
  private var priceSources: [String] {
    var notes: [String] = []
    for cost in report.costs where cost.dollarsPerMillion != nil {
      let key = cost.price.source.prefix { $0 != ":" }
      let source = report.sources.first { $0.key == key }
      let name = source.map { "\($0.title), \($0.address)" } ?? cost.price.source
      let note = "Prices: \(name), as of \(cost.price.asOf) (\(cost.price.confidence.rawValue))."
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }
}
