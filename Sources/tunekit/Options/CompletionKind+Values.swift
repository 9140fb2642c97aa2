import ArgumentParser
import Diagnostics
import ModelCatalog
import TuningJobs

/// The values that a shell completes. They are looked up when a shell asks, so they cost other runs nothing.
extension CompletionKind {
  /// The models that can be tuned.
  static var models: CompletionKind {
    .custom { _, _, _ in ModelCatalog.builtIn.tunableModels.map(\.id) }
  }

  /// Lists of codes and names of rules, separated by commas: what follows the last comma is completed.
  static var rules: CompletionKind {
    .custom { _, _, word in
      let given = word.lastIndex(of: ",").map { word[...$0] } ?? ""
      let known = given.split(separator: ",")
      let words = RuleBook.all.rules.map(\.code.description) + RuleBook.all.rules.map(\.name)
      return words.filter { !known.contains(Substring($0)) }.map { given + $0 }
    }
  }
}
