import Foundation
import TestSupport
import Testing
import Tokenization

/// Python's `sentencepiece` must make the same tokens of every text.
@Suite("tokens, judged by sentencepiece")
struct TokenizerAgreementTests {
  /// A model file to judge with, such as Gemma's; without one, a small model is trained.
  private static let model = ProcessInfo.processInfo.environment["TUNEKIT_TOKENIZER"]
  private static let texts = Int(ProcessInfo.processInfo.environment["TUNEKIT_TOKENIZED_TEXTS"] ?? "") ?? 3000

  @Test(
    "texts of many scripts, and odd ones",
    .enabled(if: Tool.hasPython("sentencepiece"), "needs sentencepiece"))
  func agreement() throws {
    let folder = try TemporaryFolder()
    let judge = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "TokenizerJudge.py").path
    let command =
      ["python3", judge, folder.path, "\(Self.texts)", "20261128"] + (Self.model.map { [$0] } ?? [])
    _ = try Tool.output(of: command)
    let tokenizer = try Tokenizer(try Self.bytes(of: "model", in: folder))
    var texts = Numbers(try Self.bytes(of: "texts", in: folder))
    var tokens = Numbers(try Self.bytes(of: "tokens", in: folder))
    var counter = TokenCounter(tokenizer)
    var differing = 0
    for _ in 0..<Self.texts {
      let text = texts.take(texts.next())
      let expected = (0..<tokens.next()).map { _ in tokens.next() }
      let found = counter.tokens(of: text.span)
      if found != expected { differing += 1 }
      if differing < 10 {
        #expect(found == expected, "\(String(decoding: text, as: UTF8.self).debugDescription)")
      }
      // Twice: counted, and remembered.
      for _ in 0..<2 { #expect(counter.count(text.span) == expected.count) }
    }
    #expect(differing == 0)
    #expect(texts.isAtEnd && tokens.isAtEnd)
  }

  private static func bytes(of name: String, in folder: borrowing TemporaryFolder) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder.path).appending(path: name)))
  }

  /// Numbers of four bytes, and bytes.
  private struct Numbers {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func next() -> Int { take(4).reversed().reduce(0) { $0 << 8 | Int($1) } }

    mutating func take(_ count: Int) -> [UInt8] {
      offset += count
      return Array(bytes[offset - count..<offset])
    }
  }
}
