import Diagnostics
public import ModelCatalog

/// The models of a catalogue as a table in plain text, at most 110 columns wide for the built-in one.
///
/// A mark such as `[1]` at a value leads to a footnote that tells which sources disagree about it; `?` marks
/// a guess.
public struct ModelsTable: Sendable {
  /// What sources say against each other, and where the facts were read that are in doubt.
  private struct Footnote {
    let conflict: String
    var sources: [String]
  }

  private static let width = 110
  private static let legend =
    "Under a model's id: the day of its retirement, +: or later. tokens: the most in one example. examples: "
    + "the most in a training dataset, of text alone and with media. cont: continuous tuning of a tuned "
    + "model. $/1M: US dollars for a million training tokens. as of: the oldest date of the row's facts. "
    + "?: a guess. [n]: sources disagree, see below."

  private var table = TextTable([
    TextTable.Column(heading: "model"),
    TextTable.Column(heading: "stage"),
    TextTable.Column(heading: "tokens"),
    TextTable.Column(heading: "examples"),
    TextTable.Column(heading: "adapters"),
    TextTable.Column(heading: "regions"),
    TextTable.Column(heading: "CMEK"),
    TextTable.Column(heading: "cont"),
    TextTable.Column(heading: "$/1M", alignment: .right),
    TextTable.Column(heading: "as of"),
  ])
  private var footnotes: [Footnote] = []
  private let catalog: ModelCatalog

  /// The table of the catalogue's models that can be tuned.
  public init(_ catalog: ModelCatalog) {
    self.catalog = catalog
    catalog.tunableModels.forEach { add($0) }
  }

  /// Adds a row for a model that can be tuned.
  private mutating func add(_ model: TunableModel) {
    let limits = model.limits
    let price = model.trainingPriceInCentsPerMillionTokens
    let retirement = model.retirement.value
    table.add([
      [model.id, " \(retirement.date)" + (retirement.isEarliest ? "+" : "") + mark(model.retirement)],
      cell([model.launchStage.value.rawValue + mark(model.launchStage)], model.isTunable),
      cell([Self.grouped(limits.maxTokensPerExample.value)], limits.maxTokensPerExample),
      cell([Self.rounded(limits.maxTextExamples.value)], limits.maxTextExamples)
        + cell([Self.rounded(limits.maxMultimodalExamples.value)], limits.maxMultimodalExamples),
      cell([model.adapterSizes.value.map { String($0) }.joined(separator: " ")], model.adapterSizes),
      cell(model.regions.value ?? ["no list"], model.regions),
      cell([model.supportsEncryptionKeys.value ? "yes" : "no"], model.supportsEncryptionKeys),
      cell([model.supportsContinuousTuning.value ? "yes" : "no"], model.supportsContinuousTuning),
      cell([price.value.map(Self.dollars) ?? "-"], price),
      [Self.oldestDate(of: model).description],
    ])
  }

  /// The table, what its words mean, the models left out, and the footnotes.
  public var text: VisibleText {
    let former = catalog.models.filter { !$0.isTunable.value }
    let paragraphs = [
      Self.legend,
      Self.list("No longer tunable", former.map { "\($0.id) (retired \($0.retirement.value.date))" }),
      Self.list(
        "Never tunable, as far as known",
        catalog.untunableModels.map { "\($0.id) (as of \($0.isTunable.asOf))" }),
    ]
    let head = ["Models for supervised tuning, catalogue of \(catalog.asOf)", ""]
    let body = paragraphs.filter { !$0.isEmpty }
      .flatMap { [VisibleText("")] + TextColumns.wrap($0, to: Self.width) }
    let notes = footnotes.enumerated().flatMap { index, footnote in
      let mark = "[\(index + 1)] "
      let sources = footnote.sources.joined(separator: "; ")
      return TextColumns.wrap(
        "\(footnote.conflict) (\(sources))", to: Self.width, behind: VisibleText(mark), of: mark.utf8.count)
    }
    let lines =
      (head + table.lines()).map(VisibleText.init(_:)) + body + (notes.isEmpty ? [] : [""]) + notes
    return "\(lines.joined(by: "\n"))\n"
  }

  /// The lines of a cell, with the mark of the fact: `?` behind the last, a footnote's number on one more.
  private mutating func cell<Value>(_ lines: [String], _ fact: Fact<Value>) -> [String] {
    let mark = mark(fact)
    if fact.conflict != nil { return lines + [mark] }
    return lines.dropLast() + [(lines.last ?? "") + mark]
  }

  /// The mark of a fact that is not certain; empty for one that is.
  private mutating func mark<Value>(_ fact: Fact<Value>) -> String {
    guard let conflict = fact.conflict else { return fact.confidence == .guess ? "?" : "" }
    let source = "\(fact.source), \(fact.asOf)"
    let index = footnotes.firstIndex { $0.conflict == conflict } ?? footnotes.count
    if index == footnotes.count { footnotes.append(Footnote(conflict: conflict, sources: [])) }
    if !footnotes[index].sources.contains(source) { footnotes[index].sources.append(source) }
    return "[\(index + 1)]"
  }

  /// The date of the oldest fact in a model's row.
  private static func oldestDate(of model: TunableModel) -> CatalogDate {
    [
      model.launchStage.asOf, model.isTunable.asOf, model.limits.maxTokensPerExample.asOf,
      model.limits.maxTextExamples.asOf, model.limits.maxMultimodalExamples.asOf, model.adapterSizes.asOf,
      model.regions.asOf, model.supportsEncryptionKeys.asOf, model.supportsContinuousTuning.asOf,
      model.trainingPriceInCentsPerMillionTokens.asOf,
    ].reduce(model.retirement.asOf, min)
  }

  private static func list(_ title: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(title): \(items.joined(separator: ", "))."
  }

  /// Thousands set apart: `131,072`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : String(digit)
    }.joined()
  }

  /// Whole thousands and millions by their letter: `300K`, `10M`.
  private static func rounded(_ number: Int?) -> String {
    guard let number else { return "any" }
    if number > 0, number.isMultiple(of: 1_000_000) { return "\(number / 1_000_000)M" }
    if number > 0, number.isMultiple(of: 1000) { return "\(number / 1000)K" }
    return grouped(number)
  }

  private static func dollars(_ cents: Int) -> String {
    "\(cents / 100)." + String(cents % 100, digits: 2)
  }
}
