import JSONLines
import Testing
import TestSupport

/// Strings are written in their shortest form, the same by every kernel, whatever stands at the borders of its blocks.
@Suite struct ShortestFormTests {
  private let memory = GuardedLine(capacity: 1024)

  /// A way to write something, and its shortest form.
  private typealias Piece = (written: String, shortest: String)

  private func expectForm(_ pieces: [Piece], _ location: SourceLocation = #_sourceLocation) {
    let written = pieces.map(\.written).joined()
    let shortest = Array(pieces.map(\.shortest).joined().utf8)
    memory.set(Array(written.utf8), slack: written.utf8.count % 64)
    for kernel in ByteKernel.available {
      for length in [0, 20, 100, 1024] where memory.shortened(with: kernel, inPartsOf: length) != shortest {
        Issue.record("\(kernel), parts of \(length): \(written)", sourceLocation: location)
      }
    }
  }

  /// A scalar as escapes, its digits in either case.
  private func escaped(_ scalar: Unicode.Scalar, uppercase: Bool = false) -> Piece {
    let units = String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: uppercase)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return (units.joined(), String(scalar))
  }

  /// What is not the same for every letter.
  private var unusual: [Piece] {
    let others: [Piece] = [
      (#"\u0000"#, #"\u0000"#), (#"\u001F"#, #"\u001f"#), (#"\u000A"#, #"\n"#), (#"\u0022"#, #"\""#),
      (#"\u005c"#, #"\\"#), (#"\u0041"#, "A"), (#"\u007F"#, "\u{7F}"), (#"\u002f"#, "/"), (#"\/"#, "/"),
      (#"\n"#, #"\n"#),
      (#"\""#, #"\""#), (#"\\"#, #"\\"#), (#"\\u0041"#, #"\\u0041"#), (#"\\\\"#, #"\\\\"#),
      (#"\\/"#, #"\\/"#), ("é", "é"), ("u", "u"),
    ]
    let borders: [Unicode.Scalar] = [
      "\u{80}", "\u{7FF}", "\u{800}", "\u{CFFF}", "\u{D7FF}", "\u{E000}", "\u{EFFF}", "\u{FFFF}", "\u{10000}",
      "\u{10FFFF}",
    ]
    return others + borders.flatMap { [escaped($0), escaped($0, uppercase: true)] }
  }

  @Test("texts of letters, most of them escaped", arguments: 0..<8 as Range<UInt64>)
  func texts(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let unusual = unusual
    for _ in 0..<250 {
      // Letters of one script mostly, and spaces between the words.
      let script = generator.pick([
        0xC0...0x17F, 0x410...0x44F, 0x3041...0x3096, 0xAC00...0xD7A3, 0x1F600...0x1F64F,
      ])
      let rare = generator.pick([2, 10, 40])
      let pieces = (0..<Int.random(in: 0...80, using: &generator)).map { _ -> Piece in
        if Int.random(in: 0..<rare, using: &generator) == 0 { return generator.pick(unusual) }
        if Int.random(in: 0..<5, using: &generator) == 0 { return (" ", " ") }
        let value = Int.random(in: script, using: &generator)
        return escaped(Unicode.Scalar(UInt32(value))!, uppercase: generator.next() % 2 == 0)
      }
      expectForm(pieces)
    }
  }

  @Test("everything at every place of a block, behind letters and behind other bytes")
  func places() {
    for piece in unusual {
      for place in 0...70 {
        let plain: [Piece] = Array(repeating: ("x", "x"), count: place)
        let letters = Array(repeating: escaped("я"), count: place / 6) + plain.prefix(place % 6)
        for before in [plain, letters] { expectForm(before + [piece, escaped("日"), piece]) }
      }
    }
  }

  @Test("every unit alone")
  func units() {
    for value in 0x80...0xFFFF where !(0xD800...0xDFFF).contains(value) {
      let piece = escaped(Unicode.Scalar(UInt32(value))!, uppercase: value % 2 == 0)
      memory.set(Array(piece.written.utf8))
      for kernel in ByteKernel.available {
        #expect(
          memory.shortened(with: kernel, inPartsOf: 64) == Array(piece.shortest.utf8), "\(kernel) \(piece)")
      }
    }
  }
}
