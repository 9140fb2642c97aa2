import Invariants
import Testing

/// Large structures that are built from little: what growths are, and how the reader takes them.
@Suite struct GrowthTests {
  private static func text(_ growths: [Growth], atMost mostBytes: Int = 100) -> String {
    String(decoding: Growth.bytes(of: growths, atMost: mostBytes), as: UTF8.self)
  }

  @Test("what growths stand for")
  func growths() {
    let member: [Growth] = [.text("k"), .index()]
    #expect(Self.text([.repeated([member], times: 3), .text(".")]) == "k0k1k2.")
    #expect(Self.text([.repeated([[.index(modulo: 2)]], times: 5)]) == "01010")
    #expect(Self.text([.repeated([member, [.text("{}")]], times: 5)]) == "k0{}k2{}k4")
    let nested = Growth.nested(
      opening: [.text("["), .index()], middle: [.text("a")], closing: [.text("]")], times: 3)
    #expect(Self.text([nested]) == "[0[1[2a]]]")
    #expect(Self.text([.repeated([[.repeated([[.index()]], times: 2)]], times: 2)]) == "0101")
  }

  @Test("growths end, whatever they are")
  func bounds() {
    #expect(Self.text([.repeated([[.text("ab")]], times: .max)], atMost: 5) == "ababa")
    let nothing = Growth.repeated([[]], times: 1 << 20)
    let muchOfNothing = Growth.nested(opening: [nothing], middle: [], closing: [nothing], times: 1 << 20)
    #expect(Self.text([.repeated([[muchOfNothing], []], times: .max)]) == "")
  }

  /// An object with keys that differ, and members behind them.
  private static func object(
    keys count: Int, prefix: String = "", modulo: Int = 0, _ members: [Growth] = []
  ) -> [Growth] {
    let key: [Growth] = [.text("\"\(prefix)"), .index(modulo: modulo), .text("\":0,")]
    return [.text("{"), .repeated([key], times: count)] + members + [.text("\"z\":0}")]
  }

  private static func nested(_ opening: String, _ closing: String, depth: Int) -> [Growth] {
    [
      .text(#"{"a":"#),
      .nested(opening: [.text(opening)], middle: [.text("0")], closing: [.text(closing)], times: depth - 1),
      .text("}"),
    ]
  }

  /// Around each number at which the reader of keys goes another way: 16 are compared, 32,768 fit a table, 256 are dealt
  /// out at a time.
  private static let structures: [(name: String, line: [Growth])] =
    [15, 16, 17, 255, 256, 257, 32_767, 32_768, 32_769, 33_024, 100_000].map { count in
      ("\(count) keys", object(keys: count))
    } + [
      ("keys that stand again", object(keys: 33_000, modulo: 32_999)),
      ("keys of equal beginning", object(keys: 20_000, prefix: "a_parameter_of_the_function_")),
      (
        "an object of very many keys in another one, which goes on",
        object(
          keys: 33_000,
          [.text("\"o\":")] + object(keys: 33_000) + [
            .text(","), .repeated([[.text("\"b"), .index(), .text("\":0,")]], times: 300),
          ])
      ),
      (
        "keys and objects in turn",
        [
          .text("{"),
          .repeated(
            [[.text("\""), .index(), .text("\":0,")], [.text("\"k"), .index(), .text("\":{\"a\":0},")]],
            times: 40_000), .text("\"z\":0}"),
        ]
      ),
      (
        "an array of 100,000 numbers",
        [.text(#"{"a":["#), .repeated([[.text("0,")]], times: 99_999), .text("0]}")]
      ),
      (
        "an array of 100,000 objects",
        [.text(#"{"a":["#), .repeated([[.text("{},")]], times: 99_999), .text("{}]}")]
      ),
    ]
    + (98...102).flatMap { depth in
      [
        ("arrays \(depth) deep", nested("[", "]", depth: depth)),
        ("objects \(depth) deep", nested(#"{"a":"#, "}", depth: depth)),
        ("both \(depth) deep", nested(#"[{"a":"#, "}]", depth: depth / 2)),
      ]
    }

  @Test("large structures are read as all others", arguments: structures.indices)
  func structure(index: Int) throws {
    let (name, line) = Self.structures[index]
    let bytes = Growth.bytes(of: line + [.text("\n")])
    #expect(throws: Never.self, "\(name)") { try ReaderInvariants.check(file: bytes) }
  }
}
