import Diagnostics
public import ModelCatalog

/// One model in full: each fact with its value, how it is known, and a note on where it was read.
///
///     Gemini 3.5 Flash (gemini-3.5-flash), catalogue of 2026-11-22
///
///     tuning
///       can be tuned           yes (documented [1])
///       retirement             2027-05-19 or later (conflicting [2])
///
///     [1] DOC:models/tuning/supervised-tuning, 2026-09-25.
public struct ModelText: Sendable {
  private let title: String
  private let facts: ModelFacts
  private let sources: [CatalogSource]
  private let columns: Int

  /// The text of the model with exactly this id.
  ///
  /// - Parameter width: the columns of the terminal; nil without a terminal.
  ///
  /// - Returns: nil if the catalogue has no such model.
  public init?(_ id: String, of catalog: ModelCatalog, width: Int? = nil) {
    let name: String
    if let model = catalog.model(id: id) {
      name = model.displayName
      facts = ModelFacts(model)
    } else if let model = catalog.untunableModel(id: id) {
      name = model.displayName
      facts = ModelFacts(model)
    } else {
      return nil
    }
    title = "\(name) (\(id)), catalogue of \(catalog.asOf)"
    let keys = facts.notes.compactMap { $0.split(separator: ":").first.map(String.init) }
    sources = catalog.sources.filter { keys.contains($0.key) }
    columns = min(width ?? ModelsTable.maximumColumns, ModelsTable.maximumColumns)
  }

  /// The text, ended by a line feed.
  public var text: VisibleText {
    var lines = wrapped(title)
    let labelColumns = TextColumns.widest(facts.sections.flatMap(\.facts).map { "  \($0.label)  " })
    for section in facts.sections {
      lines += ["", "\(section.title)"]
      for fact in section.facts {
        lines += wrapped(
          "\(fact.value) (\(fact.confidence.rawValue) [\(fact.note + 1)])",
          behind: TextColumns.pad("  \(fact.label)", to: labelColumns), of: labelColumns)
      }
    }
    lines.append("")
    for (index, note) in facts.notes.enumerated() {
      let mark = "[\(index + 1)] "
      lines += wrapped(note, behind: mark, of: mark.utf8.count)
    }
    lines.append("")
    for source in sources {
      lines += wrapped("\(source.key): \(source.title)") + wrapped(source.address)
    }
    lines.append("")
    for confidence in facts.confidences {
      let word = "\(confidence.rawValue): "
      lines += wrapped(confidence.meaning, behind: word, of: word.utf8.count)
    }
    return "\(lines.joined(by: "\n"))\n"
  }

  private func wrapped(_ text: String, behind label: String = "", of labelColumns: Int = 0) -> [VisibleText] {
    TextColumns.wrap(
      text, to: columns, breakingWords: true, behind: VisibleText(label), of: labelColumns)
  }
}
