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

  /// The codes and names of the rules.
  static var rules: CompletionKind {
    .custom { _, _, _ in RuleBook.all.rules.map(\.code.description) + RuleBook.all.rules.map(\.name) }
  }
}
