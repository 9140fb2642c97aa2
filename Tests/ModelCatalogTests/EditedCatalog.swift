import Testing

@testable import ModelCatalog

/// The built-in catalogue's file with one piece of text replaced.
///
/// `↓` in the new text marks a place and is left out of the file.
struct EditedCatalog {
  /// The file.
  let bytes: [UInt8]
  /// The line of the mark, from 1.
  private(set) var line = 0
  /// The column of the mark, from 1, in Unicode scalars.
  private(set) var column = 0

  /// Replaces the first occurrence of `old` behind the first occurrence of `anchor`; both must be there.
  init(
    after anchor: String = "", replacing old: String, with new: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = ModelCatalog.builtIn.catalogJSON()
    let anchor = try #require(text.firstRange(of: anchor.utf8), sourceLocation: sourceLocation)
    let rest = text[anchor.upperBound...]
    let range = try #require(rest.firstRange(of: old.utf8), sourceLocation: sourceLocation)
    let edited = String(
      decoding: text[..<range.lowerBound] + new.utf8 + text[range.upperBound...], as: UTF8.self)
    bytes = Array(edited.filter { $0 != "↓" }.utf8)
    guard let mark = edited.firstIndex(of: "↓") else { return }
    let lines = edited[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last?.unicodeScalars.count ?? 0) + 1
  }

  /// The catalogue that the file holds.
  func catalog() throws -> ModelCatalog { try ModelCatalog(parsing: bytes) }
}
