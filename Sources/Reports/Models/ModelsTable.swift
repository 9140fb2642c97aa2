import Diagnostics
public import ModelCatalog

/// The models of a catalogue at a glance: a line for each that can be tuned, in plain text.
///
/// A `?` marks what is not certain: ``ModelText`` says why.
public struct ModelsTable: Sendable {
  /// The width without a terminal, and the maximum width.
  static let maximumColumns = 80

  private static let legend = [
    "tokens: the most in one example. calls: whether examples can contain function calls. $/1M: US dollars per million "
      + "training tokens. retires: the day of the model's retirement, + for that day or later.",
    "-: not known. ?: a guess, or sources disagree. 'tunekit models ID' shows all facts about a model, with sources.",
  ]

  private let catalog: ModelCatalog
  private let columns: Int

  /// The table of the tunable models of a catalogue.
  ///
  /// - Parameter width: the columns of the terminal; nil without a terminal.
  public init(_ catalog: ModelCatalog, width: Int? = nil) {
    self.catalog = catalog
    columns = min(width ?? Self.maximumColumns, Self.maximumColumns)
  }

  /// The table, what its words mean, and the models left out.
  public var text: VisibleText {
    var table = TextTable([
      TextTable.Column(heading: "model"),
      TextTable.Column(heading: "stage"),
      TextTable.Column(heading: "regions", alignment: .right),
      TextTable.Column(heading: "tokens", alignment: .right),
      TextTable.Column(heading: "calls"),
      TextTable.Column(heading: "$/1M", alignment: .right, maximumColumns: 8),
      TextTable.Column(heading: "retires"),
    ])
    for model in catalog.tunableModels { table.add(Self.row(of: model)) }
    let former = catalog.models.filter { !$0.isTunable.value }
    let paragraphs =
      Self.legend + [
        Self.list("No longer tunable", former.map { "\($0.id) (retired \($0.retirement.value.date))" }),
        Self.list(
          "Not tunable, as far as known",
          catalog.untunableModels.map { "\($0.id) (as of \($0.isTunable.asOf))" }),
      ]
    let lines =
      wrapped("Models for supervised tuning, catalogue of \(catalog.asOf)") + [""]
      + table.lines(width: columns).map(VisibleText.init(_:))
      + paragraphs.filter { !$0.isEmpty }.flatMap { [""] + wrapped($0) }
    return "\(lines.joined(by: "\n"))\n"
  }

  /// The cells of a model that can be tuned.
  private static func row(of model: TunableModel) -> [String] {
    let tokens = model.limits.maxTokensPerExample
    return [
      model.id,
      // No mark at the id, which people copy.
      model.launchStage.value.rawValue + (isCertain(model.isTunable) ? mark(model.launchStage) : "?"),
      cell(model.regions, model.regions.value.map { Quantity.count($0.count) }),
      cell(tokens, Quantity.count(tokens.value)),
      cell(model.functionCalling, calls(model.functionCalling.value)),
      cell(
        model.trainingPriceInCentsPerMillionTokens,
        model.trainingPriceInCentsPerMillionTokens.value.map(Money.amount(cents:))),
      cell(model.retirement, "\(model.retirement.value.date)\(model.retirement.value.isEarliest ? "+" : "")"),
    ]
  }

  /// A value and its mark; `-` for one that is not known.
  private static func cell<Value>(_ fact: Fact<Value>, _ text: String?) -> String {
    text.map { $0 + mark(fact) } ?? "-"
  }

  private static func calls(_ tuning: FunctionCallTuning) -> String? {
    switch tuning {
    case .supported: "yes"
    case .refused: "no"
    case .unknown: nil
    }
  }

  /// The mark of a fact that is not certain; empty for one that is.
  private static func mark<Value>(_ fact: Fact<Value>) -> String { isCertain(fact) ? "" : "?" }

  private static func isCertain<Value>(_ fact: Fact<Value>) -> Bool {
    fact.confidence != .guess && fact.confidence != .conflicting
  }

  private static func list(_ title: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(title): \(items.joined(separator: ", "))."
  }

  private func wrapped(_ text: String) -> [VisibleText] {
    TextColumns.wrap(text, to: columns, breakingWords: true)
  }
}
