/// Why a file is not a tokenizer that can be used, in one line.
public enum TokenizerFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is longer than this number of bytes.
  case tooLarge(Int)
  /// The file is not a SentencePiece model, or is cut off.
  case notAModel
  /// The model is of another kind than byte-pair encoding.
  case otherAlgorithm
  /// The model changes the text before it is cut into pieces, which is not supported; how it does.
  case changesText(String)
  /// A character that is no piece does not become its bytes.
  case noByteFallback
  /// The model has more pieces than are read.
  case tooManyPieces
  /// A piece is longer than are read.
  case pieceTooLong
  /// Two tokens, by their numbers, have the same piece.
  case samePiece(Int, Int)
  /// The pieces are such that searching for one would take very long; no model has them by chance.
  case slowToSearch
  /// The model has no pieces that a text can consist of.
  case empty

  /// The fault, and what to do about it.
  public var description: String {
    switch self {
    case .tooLarge(let maximum): "the tokenizer is longer than the limit of \(maximum) bytes"
    case .notAModel: "the file is not a SentencePiece model, or is cut off; download it again"
    case .otherAlgorithm: "the SentencePiece model does not use byte-pair encoding (BPE), as Gemma's does"
    case .changesText(let how): "the SentencePiece model \(how) before it counts, which is not supported"
    case .noByteFallback: "the SentencePiece model has no tokens for single bytes, as Gemma's has"
    case .tooManyPieces:
      "the SentencePiece model has more than \(ModelFile.maximumPieces) pieces, or more than "
        + "\(ModelFile.maximumTextBytes) bytes in them; Gemma 3's has 262144"
    case .pieceTooLong:
      "the SentencePiece model has a piece of more than \(ModelFile.maximumPieceBytes) bytes, which no real model has"
    case .samePiece(let first, let second):
      "the SentencePiece model has the same piece twice, as token \(first) and token \(second); download it again"
    case .slowToSearch:
      "the SentencePiece model has pieces that were chosen to make the search slow; download it again"
    case .empty: "the SentencePiece model has no pieces"
    }
  }
}
