import TestSupport
import Testing
import Tokenization

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

  private static func piece(_ text: String, kind: Int = 1) -> [UInt8] {
    field(1, field(1, Array(text.utf8)) + [0x15, 0, 0, 0x80, 0xBF] + field(3, kind))
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
    ] as [([UInt8], TokenizerFault)])
  func faults(file: [UInt8], fault: TokenizerFault) {
    #expect(throws: fault) { try Tokenizer(file) }
    #expect(!fault.description.contains("\n"))
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
