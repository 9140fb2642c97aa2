import TestSupport
import Testing

@testable import JSONLines

/// The content of a string in words, against its bytes.
@Suite struct UnescapedWordsTests {
  @Test func areTheBytes() {
    var generator = SplitMix64(seed: 3)
    var words = UnescapedWords()
    for _ in 0..<500 {
      let count = Int.random(in: 0...60, using: &generator)
      let text = (0..<count).map { _ in
        generator.pick(["a", #"\u00e9"#, "日", #"\ud83d\ude00"#, #"\n"#, #"\ud800"#])
      }
      .joined()
      LineBytes.with(text.utf8) { line in
        let token = StringToken(start: 0, end: line.count, traits: .hasEscape)
        words.set(token, of: line)
        let bytes = line.unescaped(token)
        #expect(words.count == bytes.count)
        for offset in 0...bytes.count {
          let expected = bytes.dropFirst(offset).prefix(8).reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
          }
          #expect(words.word(at: offset) == expected, "\(text) at \(offset)")
        }
      }
    }
  }
}
