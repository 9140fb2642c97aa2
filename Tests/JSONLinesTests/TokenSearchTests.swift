import TestSupport
import Testing

@testable import JSONLines

/// The search for tokens against one that looks at every place.
@Suite struct TokenSearchTests {
  private static let tokens = ["<|turn>", "<turn|>", "<|tool_call>", "<end_of_turn>", "<a>", "<é>"]
  private static let pieces = [
    "<", ">", "|", "<<", "turn", "<|", "<|turn>", "<turn|>", "<end_of_turn>", "<end_of_tur", "<a>", "<é>",
    "a",
    "<end", "<eng>", #"<\u0065nd_of_turn>"#, #"<e\u006ed_of_turn>"#, #"<en\u0064_of_turn>"#, #"<\/"#,
    #"\u003c"#, #"\u003C|turn\u003e"#, #"<\u007cturn>"#, #"\\u003c|turn>"#, #"\\\u003ca>"#, #"\n"#, #"\""#,
    "<b>",
    "<i>", "<tool", " ", "x", "日本", #"\ud83d\ude00"#, "plain words, and many of them, ",
  ]

  /// The first token by the scalars of the string, one after another.
  private func slowly(_ range: Range<Int>, _ line: LineBytes) -> TokenSearch.Match? {
    var scalars = line.scalars(in: range)
    while let (_, place) = scalars.next() {
      let here = line.scalars(in: place.lowerBound..<range.upperBound)
      for token in Self.tokens {
        if let end = here.end(of: token) {
          return TokenSearch.Match(token: token, range: place.lowerBound..<end)
        }
      }
    }
    return nil
  }

  @Test(arguments: 0..<6)
  func findsWhatIsThere(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let search = TokenSearch(Self.tokens)
    var found = 0
    for _ in 0..<600 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in generator.pick(Self.pieces) }.joined()
      LineBytes.with("\"\(text)\"".utf8) { line in
        var start = 1
        let end = line.count - 1
        while start <= end {
          let expected = slowly(start..<end, line)
          #expect(
            search.first(in: start..<end, of: line, hasLongEscape: text.contains(#"\u"#)) == expected,
            "\(text)")
          guard let expected else { break }
          found += 1
          start = expected.range.upperBound
        }
      }
    }
    #expect(found > 500)
  }

  /// Every kernel finds a token at every place and alignment, and reads no further than the padding.
  @Test func everyPlace() {
    let memory = GuardedLine(capacity: 256)
    let table = TokenTable(Self.tokens)
    for slack in stride(from: 0, through: 64, by: 7) {
      for place in 0..<150 {
        var bytes = Array(repeating: UInt8(ascii: "x"), count: 170)
        bytes.replaceSubrange(place..<place + 7, with: "<|turn>".utf8)
        memory.set(bytes, slack: slack, trap: UInt8(ascii: "<"))
        for kernel in ByteKernel.available {
          for hasLongEscape in [false, true] {
            #expect(
              memory.place(ofTokenOf: table, with: kernel, hasLongEscape: hasLongEscape) == place, "\(kernel)"
            )
          }
        }
      }
    }
  }

  /// All kernels say the same of bytes at random.
  @Test func kernelsAgree() {
    var generator = SplitMix64(seed: 7)
    let memory = GuardedLine(capacity: 256)
    let table = TokenTable(Self.tokens)
    for _ in 0..<3000 {
      let length = Int.random(in: 0...200, using: &generator)
      memory.set((0..<length).map { _ in generator.pick(Array(#"<|turn>\u003ceé"#.utf8)) })
      for hasLongEscape in [false, true] {
        let places = ByteKernel.available.map {
          memory.place(ofTokenOf: table, with: $0, hasLongEscape: hasLongEscape)
        }
        #expect(Set(places).count == 1, "\(memory.bytes)")
      }
    }
  }

  /// More tokens than a table has room for are found all the same.
  @Test func veryManyTokens() {
    let tokens = (0..<100).map { "<token_\($0)>" } + (0..<100).map { "<\($0)token>" }
    let search = TokenSearch(tokens)
    for token in tokens {
      LineBytes.with("some words \(token)".utf8) { line in
        #expect(search.first(in: 0..<line.count, of: line, hasLongEscape: false)?.token == token)
      }
    }
  }

  @Test func withoutTokensNothingIsFound() {
    let search = TokenSearch([])
    LineBytes.with(#"<a> \u003ca>"#.utf8) { line in
      #expect(search.first(in: 0..<line.count, of: line, hasLongEscape: true) == nil)
    }
  }
}
