import Diagnostics

/// What the id of a base model says about the model, without a catalogue.
///
/// The API tunes models that are not Gemini models too. Source: models/tuning/translation/use, as of 2026-08-22, and
/// models/open-model-tuning, as of 2025-11-22.
enum BaseModelKind: Equatable {
  /// A Gemini model, perhaps with a misspelled id.
  case gemini
  /// A model of a line that pages of the service name as tunable, such as `translation-llm-002`.
  case other
  /// A model that may exist, but that no page names.
  case unknown
  /// The name of something that is not a base model.
  case resource(ResourceKind)
  /// A text that is not the id of any model.
  case noID

  /// Judges an id without the publisher Google.
  ///
  /// - Complexity: linear in the text's length.
  init(_ id: String) {
    // A text that is longer than any id is not a misspelled id.
    guard id.utf8.count <= 128 else {
      self = .noID
      return
    }
    switch ResourceKind.of(id) {
    case .publisherModel, .baseModelID, .other: break
    case let kind:
      self = .resource(kind)
      return
    }
    if Placeholder(in: id, .name) != nil {
      self = .noID
    } else if Self.isLikeGemini(id) {
      self = .gemini
    } else if !id.utf8.allSatisfy({ Self.characters.contains($0) || "/@:".utf8.contains($0) }) {
      self = .noID
    } else if id.hasPrefix("projects/"), ResourceKind.of(id) != .publisherModel {
      self = .noID
    } else {
      self = Self.isLineOfService(id) ? .other : .unknown
    }
  }

  private static let characters: NameCharacters = [
    .lowerCase, .upperCase, .digits, .hyphens, .underscores, .dots,
  ]

  /// Whether a word of the id is like "Gemini", or all words are those of Gemini's ids, as in `2.5-flash`.
  private static func isLikeGemini(_ id: String) -> Bool {
    let words = id.lowercased().unicodeScalars.split { scalar in
      scalar.isASCII && !scalar.properties.isAlphabetic
    }.map { String($0) }
    if words.contains(where: { $0.contains("gemini") || NearestName.of($0, among: ["gemini"]) != nil }) {
      return true
    }
    let hasFamily = words.contains { ["flash", "pro", "flashlite"].contains($0) }
    return hasFamily && words.allSatisfy(geminiWords.contains)
  }

  private static let geminiWords: Set = [
    "flash", "lite", "flashlite", "pro", "preview", "exp", "latest", "models", "google",
  ]

  /// Whether the id is of the translation model, or is that of an open model with its publisher: `meta/llama…`.
  private static func isLineOfService(_ id: String) -> Bool {
    id.hasPrefix("translation-llm-") || id.utf8.contains(UInt8(ascii: "/"))
  }
}
