/// The pieces that a text can consist of, found by their bytes.
///
/// A space stands for U+2581 in pieces and texts alike where the model escapes spaces.
struct Vocabulary: Sendable {
  /// The bytes of all pieces, one after another.
  private var bytes: [UInt8] = []
  /// Where the piece of each token begins in `bytes`, and where the last ends.
  private var starts: [Int32] = [0]
  /// The scores of the tokens: of two merges, that into the piece of the greater score comes first.
  private(set) var scores: [Float] = []
  /// Whether pieces are in the vocabulary but are not to be used, by token.
  private(set) var isUnused: [Bool] = []
  /// The tokens of the 256 bytes.
  private(set) var byteTokens: [Int32]
  /// The longest piece, in bytes.
  private(set) var longestPiece = 0
  /// Tokens by the hash of their piece, in open addressing; -1 is free.
  private var table: [Int32]
  private let mask: Int

  /// The pieces that are found before all others, by their first byte: their lengths, the shortest first.
  private var userDefinedLengths = [[Int]](repeating: [], count: 256)
  private var userDefined: Set<Int32> = []
  /// Whether all such pieces that begin with a byte repeat it, as those of spaces and of line feeds do.
  private var userDefinedRepeatsFirst = [Bool](repeating: true, count: 256)
  /// The first two bytes that such a piece can have; of a piece of one byte, that and any.
  private var userDefinedBeginnings = [Bool](repeating: false, count: 1 << 16)

  init(_ file: ModelFile) throws(TokenizerFault) {
    let size = max(16, (file.pieces.count * 2).roundedUpToPowerOf2)
    table = Array(repeating: -1, count: size)
    mask = size - 1
    byteTokens = Array(repeating: -1, count: 256)
    for (index, piece) in file.pieces.enumerated() {
      let token = Int32(index)
      let text = Self.text(of: piece, file)
      scores.append(piece.score)
      isUnused.append(piece.kind == .unused)
      bytes += text ?? []
      starts.append(Int32(bytes.count))
      switch piece.kind {
      case .normal, .unused, .userDefined:
        guard let text, !text.isEmpty else { continue }
        try insert(token)
        longestPiece = max(longestPiece, text.count)
        if piece.kind == .userDefined { addUserDefined(token, text) }
      case .byte:
        guard let byte = Self.byte(of: file.bytes[piece.text]) else { throw .notAModel }
        guard byteTokens[Int(byte)] < 0 else { throw .samePiece(Int(byteTokens[Int(byte)]), index) }
        byteTokens[Int(byte)] = token
      case .unknown, .control: break
      }
    }
    guard longestPiece > 0 else { throw .empty }
    guard file.fallsBackToBytes, !byteTokens.contains(-1) else { throw .noByteFallback }
  }

  /// The token of a piece; nil if no piece is so.
  func token(of text: Span<UInt8>, from start: Int, to end: Int) -> Int32? {
    guard end - start <= longestPiece else { return nil }
    return token(of: text, from: start, to: end, Self.slot(of: Self.hash(text, start, end)))
  }

  /// The token of a piece that is looked for from a slot.
  @inline(__always)
  private func token(of text: Span<UInt8>, from start: Int, to end: Int, _ slot: Int) -> Int32? {
    var slot = slot & mask
    while table[slot] >= 0 {
      if isPiece(of: table[slot], text, start, end) { return table[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a token's piece is a part of a text.
  @inline(__always)
  private func isPiece(of token: Int32, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = Int(starts[Int(token)])
    guard Int(starts[Int(token) + 1]) - first == end - start else { return false }
    var index = 0
    while index < end - start, bytes[first + index] == text[start + index] { index += 1 }
    return index == end - start
  }

  /// The token of the longest piece at an offset that is found before all others, and its length; nil without one. What
  /// ``mayBeUserDefined(at:in:)`` says must be true.
  ///
  /// - Complexity: linear in the longest such piece.
  func userDefined(at offset: Int, in text: Span<UInt8>) -> (token: Int32, length: Int)? {
    let lengths = userDefinedLengths[Int(text[offset])]
    guard let longest = lengths.last else { return nil }
    if userDefinedRepeatsFirst[Int(text[offset])] {
      var end = offset + 1
      while end < text.count, end - offset < longest, text[end] == text[offset] { end += 1 }
      guard let length = lengths.last(where: { $0 <= end - offset }) else { return nil }
      return token(of: text, from: offset, to: offset + length).map { ($0, length) }
    }
    var found: (token: Int32, length: Int)?
    var hash = Self.emptyHash
    var end = offset
    for length in lengths where length <= text.count - offset {
      hash = Self.hash(text, end, offset + length, after: hash)
      end = offset + length
      if let token = token(of: text, from: offset, to: end, Self.slot(of: hash)),
        userDefined.contains(token)
      {
        found = (token, length)
      }
    }
    return found
  }

  /// Whether a piece that is found before all others may be at an offset: it seldom is, and two bytes tell.
  @inline(__always)
  func mayBeUserDefined(at offset: Int, in text: Span<UInt8>) -> Bool {
    let second = offset + 1 < text.count ? Int(text[offset + 1]) : 0
    return userDefinedBeginnings[Int(text[offset]) << 8 | second]
  }

  /// The bytes of a token's piece.
  func piece(of token: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(token)])..<Int(starts[Int(token) + 1])]
  }

  /// How many tokens there are.
  var count: Int { scores.count }

  /// Whether a token's piece can be in a text.
  func canOccur(_ token: Int32) -> Bool { !piece(of: token).isEmpty }

  // MARK: Making it

  /// A piece as a text has it, with spaces; nil for what no text contains.
  private static func text(of piece: ModelFile.Piece, _ file: ModelFile) -> [UInt8]? {
    let bytes = Array(file.bytes[piece.text])
    switch piece.kind {
    case .control, .unknown, .byte: return nil
    case .normal, .unused, .userDefined: break
    }
    guard file.escapesSpaces else { return bytes }
    // A text has no spaces any more when its pieces are looked for.
    return bytes.contains(0x20) ? nil : SpaceEscape.resolved(bytes)
  }

  /// The byte that a piece such as `<0x0A>` stands for.
  private static func byte(of piece: ArraySlice<UInt8>) -> UInt8? {
    let text = String(decoding: piece, as: UTF8.self)
    guard text.utf8.count == 6, text.hasPrefix("<0x"), text.hasSuffix(">") else { return nil }
    return UInt8(text.dropFirst(3).dropLast(), radix: 16)
  }

  /// - Throws: ``TokenizerFault/samePiece(_:_:)`` or ``TokenizerFault/slowToSearch``.
  private mutating func insert(_ token: Int32) throws(TokenizerFault) {
    let piece = Array(piece(of: token))
    var slot = Self.slot(of: Self.hash(piece.span, 0, piece.count)) & mask
    var taken = 0
    while table[slot] >= 0 {
      guard !isPiece(of: table[slot], piece.span, 0, piece.count) else {
        throw .samePiece(Int(table[slot]), Int(token))
      }
      taken += 1
      guard taken < Self.mostTakenSlots else { throw .slowToSearch }
      slot = (slot + 1) & mask
    }
    table[slot] = token
  }

  /// How many slots in a row can be taken where a piece belongs: in tables that are half full, 200 are by chance never.
  static let mostTakenSlots = 512

  private mutating func addUserDefined(_ token: Int32, _ text: [UInt8]) {
    userDefined.insert(token)
    let first = Int(text[0])
    if text.contains(where: { $0 != text[0] }) { userDefinedRepeatsFirst[first] = false }
    for second in text.count > 1 ? Int(text[1])...Int(text[1]) : 0...0xFF {
      userDefinedBeginnings[first << 8 | second] = true
    }
    var (low, high) = (0, userDefinedLengths[first].count)
    while low < high {
      let middle = (low + high) / 2
      if userDefinedLengths[first][middle] < text.count { low = middle + 1 } else { high = middle }
    }
    if low < userDefinedLengths[first].count, userDefinedLengths[first][low] == text.count { return }
    userDefinedLengths[first].insert(text.count, at: low)
  }

  // MARK: Hashes

  private static let emptyHash: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of a part of a text, of whose beginning the hash can be known.
  @inline(__always)
  static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int, after known: UInt64 = emptyHash) -> UInt64 {
    var hash = known
    for index in start..<end { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Where a piece with a hash is looked for, in a table of any size.
  @inline(__always)
  static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93) >> 33)
  }
}

extension Int {
  /// The least power of two that is not less, for a positive number.
  fileprivate var roundedUpToPowerOf2: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
