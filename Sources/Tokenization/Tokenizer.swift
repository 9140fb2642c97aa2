/// The vocabulary of a SentencePiece model file of byte-pair encoding, such as Gemma's.
///
///     let tokenizer = try Tokenizer(bytes)
///     var counter = TokenCounter(tokenizer)
///     counter.count(text.utf8.span)
///
/// It can be shared by threads; each has a ``TokenCounter`` of its own.
public struct Tokenizer: Sendable {
  /// The longest file that is read, in bytes. Gemma 3's has 5 million.
  public static let maximumFileBytes = 64 << 20

  let vocabulary: Vocabulary
  let adjacent: AdjacentCharacters
  /// Whether a text has U+2581 in place of spaces when its pieces are looked for.
  let escapesSpaces: Bool

  /// Reads a model file.
  ///
  /// - Throws: what is wrong with it.
  /// - Complexity: linear in the file; about 100 bytes of memory a piece.
  public init(_ file: [UInt8]) throws(TokenizerFault) {
    guard file.count <= Self.maximumFileBytes else { throw .tooLarge(Self.maximumFileBytes) }
    let model = try ModelFile(file)
    vocabulary = try Vocabulary(model)
    adjacent = try AdjacentCharacters(of: vocabulary)
    escapesSpaces = model.escapesSpaces
  }
}
