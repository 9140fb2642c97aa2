import ByteStreams
import Tokenization
import TuningDatasets

/// The tokenizer of a command: the file of a SentencePiece model.
enum TokenizerOption {
  /// How tokens are counted with the file; nil where none is given.
  static func load(_ path: String?) throws(Trouble) -> TokenCounting? {
    try use(path) { (file) throws(TokenizerFault) in .vocabulary(try Tokenizer(file)) }
  }

  /// Reads the file, at most 64 MiB of it, and makes something of it; nil where none is given.
  @discardableResult
  static func use<Result>(
    _ path: String?, _ body: ([UInt8]) throws(TokenizerFault) -> Result
  ) throws(Trouble) -> Result? {
    guard let path else { return nil }
    let bytes = try SmallFile.read(
      path, as: "tokenizer", atMost: Tokenizer.maximumFileBytes, regularFilesOnly: true)
    do throws(TokenizerFault) {
      return try body(bytes)
    } catch {
      if let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") {
        throw Trouble(
          "the tokenizer '\(path)' is JSON, such as tokenizer.json of Hugging Face: give the SentencePiece model, "
            + "often named tokenizer.model")
      }
      throw Trouble("the tokenizer '\(path)' cannot be used: \(error)")
    }
  }
}
