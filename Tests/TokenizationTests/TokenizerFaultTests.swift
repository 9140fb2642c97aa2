import TestSupport
import Testing

@testable import Tokenization

/// Files that are no tokenizer, or one that is not supported.
@Suite("files that cannot be used as a tokenizer")
struct TokenizerFaultTests {
  /// A field of a message with bytes.
  private static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
    [UInt8(number << 3 | 2)] + varint(bytes.count) + bytes
  }

  /// A field of a message with a number.
  private static func field(_ number: Int, _ value: Int) -> [UInt8] { varint(number << 3) + varint(value) }

  private static func varint(_ number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [UInt8(number & 127 | 128)] + varint(number >> 7)
  }

  private static func piece(_ text: String, kind: Int = 1, score: Float = -1) -> [UInt8] {
    let bits = score.bitPattern
    let bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
    return field(1, field(1, Array(text.utf8)) + [0x15] + bytes + field(3, kind))
  }

  private static let bytePieces = (0..<256).flatMap { byte in
    let digits = String(byte, radix: 16, uppercase: true)
    return piece("<0x\(byte < 16 ? "0" : "")\(digits)>", kind: 6)
  }
  private static let training = field(2, field(3, 2) + field(35, 1))
  private static let normalization = field(3, field(3, 0) + field(4, 0))
  private static let good = piece("a") + piece("b") + piece("ab") + bytePieces + training + normalization

  @Test("a small model counts, and makes bytes of what it does not know")
  func small() throws {
    var counter = TokenCounter(try Tokenizer(Self.good))
    let (known, unknown, none) = (Array("abba".utf8), Array("abé".utf8), [UInt8]())
    #expect(counter.tokens(of: known.span) == [2, 1, 0])
    #expect(counter.count(unknown.span) == 3)
    #expect(counter.count(none.span) == 0)
  }

  @Test(
    "what is wrong with a file",
    arguments: [
      ([], .notAModel), (Array("{\"a\": 1}".utf8), .notAModel), (Array(good.dropLast()), .notAModel),
      (bytePieces + training + normalization, .empty),
      (good + field(2, field(3, 1)), .otherAlgorithm), (piece("a") + normalization, .otherAlgorithm),
      (good + field(3, field(2, [1]) + field(3, 0) + field(4, 0)), .changesText("normalizes characters")),
      (piece("a") + bytePieces + training, .changesText("puts a space before the text")),
      (piece("a") + training + normalization, .noByteFallback),
      (piece("a", kind: 9) + training + normalization, .notAModel),
      (piece("a") + good, .samePiece(0, 1)), (good + piece("ab", kind: 5), .samePiece(2, 259)),
      (good + piece("<0x41>", kind: 6), .samePiece(3 + 0x41, 259)),
      (good + piece(String(repeating: "a", count: 1025)), .pieceTooLong),
    ] as [([UInt8], TokenizerFault)])
  func faults(file: [UInt8], fault: TokenizerFault) {
    #expect(throws: fault) { try Tokenizer(file) }
    #expect(!fault.description.contains("\n"))
  }

  @Test("a model of more pieces than are read is refused before they are kept")
  func manyPieces() throws {
    #expect(try ModelFile(Self.good, atMost: 259).pieces.count == 259)
    #expect(throws: TokenizerFault.tooManyPieces) { try ModelFile(Self.good, atMost: 258) }
    let long = Self.piece(String(repeating: "a", count: 1024))
    let longest = (0...ModelFile.maximumTextBytes / 1024).flatMap { _ in long }
    #expect(throws: TokenizerFault.tooManyPieces) { try Tokenizer(longest) }
  }

  @Test("pieces that were chosen to share a few slots are refused")
  func sharedSlots() {
    let texts = (0...).lazy.map { "\($0)" }.filter { text in
      let bytes = Array(text.utf8)
      return Vocabulary.slot(of: Vocabulary.hash(bytes.span, 0, bytes.count)) & 4095 < 64
    }
    let pieces = texts.prefix(1500).flatMap { Self.piece($0) }
    #expect(throws: TokenizerFault.slowToSearch) { try Tokenizer(pieces + Self.good) }
  }

  @Test("of pieces that are found before all others, the longest counts")
  func userDefined() throws {
    var file = Self.good
    for length in [7, 3, 1, 1024, 2] { file += Self.piece(String(repeating: "-", count: length), kind: 4) }
    for text in ["<tag>", "<t", "<tag>>>", "<tagged"] { file += Self.piece(text, kind: 4) }
    var counter = TokenCounter(try Tokenizer(file))
    let dashes = Array(String(repeating: "-", count: 1024 + 7 + 3 + 2).utf8)
    #expect(counter.tokens(of: dashes.span) == [262, 259, 260, 263])
    let tags = Array("<tag>>a<taga<tagged".utf8)
    #expect(counter.tokens(of: tags.span) == [264, 3 + 0x3E, 0, 265, 0, 3 + 0x67, 0, 267])
  }

  @Test("a chain of unused pieces becomes what they were merged from, in order")
  func unusedChain() throws {
    var file = Self.good
    for length in 2...1000 {
      let text = String(repeating: "c", count: length - 1) + (length == 1000 ? "a" : "c")
      file += Self.piece(text, kind: 5, score: Float(length))
    }
    file += Self.piece("c")
    var counter = TokenCounter(try Tokenizer(file))
    let text = Array((String(repeating: "c", count: 999) + "ab").utf8)
    #expect(counter.tokens(of: text.span) == Array(repeating: 259 + 999, count: 999) + [0, 1])
    #expect(counter.count(text.span) == 1001)
  }

  @Test("a file with any damage is a tokenizer or has a fault")
  func damage() {
    var generator = SplitMix64(seed: 20_261_128)
    for _ in 0..<2000 {
      var file = Self.good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        file[Int.random(in: 0..<file.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { file.removeLast(Int.random(in: 0..<file.count, using: &generator)) }
      guard let tokenizer = try? Tokenizer(file) else { continue }
      var counter = TokenCounter(tokenizer)
      let text = Array("ab a \u{2581}b\u{1F642}".utf8)
      #expect(counter.count(text.span) == counter.tokens(of: text.span).count)
    }
  }
}
