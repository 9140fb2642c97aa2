import ModelCatalog
import Testing

/// Catalogues to show.
enum Catalogs {
  /// The built-in catalogue with pieces of its file's text replaced wherever they stand.
  static func builtIn(replacing pieces: [String: String]) throws -> ModelCatalog {
    var text = String(decoding: ModelCatalog.builtIn.catalogJSON(), as: UTF8.self)
    for (old, new) in pieces {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try ModelCatalog(parsing: Array(text.utf8))
  }
}
