/// What is read of a SentencePiece model file: the message `ModelProto` of `sentencepiece_model.proto`.
struct ModelFile {
  /// What a piece is for.
  enum Kind: UInt64 {
    case normal = 1
    case unknown, control, userDefined, unused, byte
  }

  /// A piece of the vocabulary.
  struct Piece {
    var text: Range<Int> = 0..<0
    var score: Float = 0
    var kind = Kind.normal
  }

  /// The longest piece, in bytes: all texts that pieces are looked for in are bounded by it.
  static let maximumPieceBytes = 1 << 10
  /// The most pieces. Gemma 3 has 262,144.
  static let maximumPieces = 2_000_000
  /// The most bytes that all pieces have. Gemma 3's whole file has 5 million.
  static let maximumTextBytes = 16 << 20

  /// The file.
  let bytes: [UInt8]
  /// The pieces; a token's number is the index of its piece.
  private(set) var pieces: [Piece] = []
  /// Whether a character that is no piece becomes its bytes.
  private(set) var fallsBackToBytes = false
  /// Whether spaces are U+2581 in the pieces.
  private(set) var escapesSpaces = true

  /// Reads a model file of at most a number of pieces.
  ///
  /// - Throws: what is wrong with it.
  init(_ bytes: [UInt8], atMost maximumPieces: Int = maximumPieces) throws(TokenizerFault) {
    self.bytes = bytes
    var algorithm: UInt64 = 1
    var normalizer: Range<Int> = 0..<0
    var textBytes = 0
    var reader = WireReader(bytes, in: bytes.indices)
    while let (number, value) = try reader.next() {
      switch (number, value) {
      case (1, .bytes(let range)):
        let piece = try piece(range)
        textBytes += piece.text.count
        guard pieces.count < maximumPieces, textBytes <= Self.maximumTextBytes else {
          throw .tooManyPieces
        }
        pieces.append(piece)
      case (2, .bytes(let range)): algorithm = try readTraining(range, algorithm)
      case (3, .bytes(let range)): normalizer = range
      case (1...3, _): throw .notAModel
      default: break
      }
    }
    guard !pieces.isEmpty else { throw bytes.isEmpty ? .notAModel : .empty }
    guard algorithm == 2 else { throw .otherAlgorithm }
    try readNormalization(normalizer)
  }

  private func piece(_ range: Range<Int>) throws(TokenizerFault) -> Piece {
    var piece = Piece()
    var reader = WireReader(bytes, in: range)
    while let (number, value) = try reader.next() {
      switch (number, value) {
      case (1, .bytes(let text)): piece.text = text
      case (2, .fixed32(let bits)): piece.score = Float(bitPattern: bits)
      case (3, .varint(let number)):
        guard let kind = Kind(rawValue: number) else { throw .notAModel }
        piece.kind = kind
      case (1...3, _): throw .notAModel
      default: break
      }
    }
    guard !piece.text.isEmpty, !piece.score.isNaN else { throw .notAModel }
    guard piece.text.count <= Self.maximumPieceBytes else { throw .pieceTooLong }
    return piece
  }

  /// Reads `TrainerSpec`; returns the algorithm.
  private mutating func readTraining(
    _ range: Range<Int>, _ algorithm: UInt64
  ) throws(TokenizerFault) -> UInt64 {
    var algorithm = algorithm
    var reader = WireReader(bytes, in: range)
    while let (number, value) = try reader.next() {
      switch (number, value) {
      case (3, .varint(let type)): algorithm = type
      case (24, .varint(1...)): throw .changesText("puts spaces after words")
      case (35, .varint(let number)): fallsBackToBytes = number != 0
      default: break
      }
    }
    return algorithm
  }

  /// Reads `NormalizerSpec`, whose defaults hold where it says nothing.
  private mutating func readNormalization(_ range: Range<Int>) throws(TokenizerFault) {
    var (addsSpace, removesSpaces) = (true, true)
    var reader = WireReader(bytes, in: range)
    while let (number, value) = try reader.next() {
      switch (number, value) {
      case (2, .bytes(let map)):
        guard map.isEmpty else { throw .changesText("normalizes characters") }
      case (3, .varint(let number)): addsSpace = number != 0
      case (4, .varint(let number)): removesSpaces = number != 0
      case (5, .varint(let number)): escapesSpaces = number != 0
      default: break
      }
    }
    if addsSpace { throw .changesText("puts a space before the text") }
    if removesSpaces { throw .changesText("removes spaces") }
  }
}
