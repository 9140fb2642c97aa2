import CByteKernels
import JSONLines
import Testing
import TestSupport

/// Every kernel against the slow model of the contract, on good, broken and hostile bytes.
///
/// The lines lie before a page that may not be touched, so a kernel that reads too far ends the tests.
@Suite struct StringScanTests {
  @Test func flagsAreThoseOfTheHeader() {
    #expect(StringScanModel.hasEscape == UInt32(TK_STRING_HAS_ESCAPE))
    #expect(StringScanModel.hasNonASCII == UInt32(TK_STRING_HAS_NON_ASCII))
    #expect(StringScanModel.mayHaveLessThan == UInt32(TK_STRING_MAY_HAVE_LESS_THAN))
    #expect(StringScanModel.hasReplacement == UInt32(TK_STRING_HAS_REPLACEMENT))
    #expect(StringScanModel.hasLongEscape == UInt32(TK_STRING_HAS_LONG_ESCAPE))
  }

  /// Each kernel that this machine has must say the same of a string as the model.
  private func expectAgreement(
    _ memory: GuardedLine, from start: Int = 0, _ context: @autoclosure () -> String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = memory.bytes
    let model = StringScanModel.scan(bytes, from: start)
    let behind = bytes[min(model.end, bytes.count)...].prefix(64)
    for kernel in ByteKernel.available {
      let found = memory.scan(with: kernel, from: start)
      var expected = model
      // `<` behind the end of a good string may be seen, but only so far as one look reaches.
      if model.stop == 0, behind.contains(UInt8(ascii: "<")) || behind.count < 64 {
        expected.flags |= found.flags & StringScanModel.mayHaveLessThan
      }
      if found != expected {
        Issue.record(
          "\(kernel): \(found), not \(expected), \(bytes), \(context())", sourceLocation: location)
      }
    }
  }

  /// A plain string whose closing quote, and nothing else, stands at every place, at every alignment.
  @Test func everyLengthAtEveryAlignment() {
    let memory = GuardedLine(capacity: 256)
    for slack in 0..<64 {
      for length in 0...200 {
        memory.set(Array(repeating: UInt8(ascii: "x"), count: length) + [0x22], slack: slack)
        expectAgreement(memory, "length \(length), slack \(slack)")
      }
    }
  }

  /// One special thing at every place of a string of every length up to 200.
  @Test(
    arguments: [
      #"\n"#, #"\""#, #"\\"#, #"\x"#, #"\u00e9"#, #"\uFFFD"#, #"\u003C"#, #"\uD83D\uDE00"#, #"\uD83D"#,
      #"\uD83D\uD83D"#, #"\uD83D\u12"#, #"\uDE00"#, #"\u12G4"#, #"\u"#, "<", "\"", "\t", "\0", "\u{1F}",
      "\u{7F}", "é",
      "日本", "😀", "\u{FFFD}", "\u{2028}", "\u{2029}", "\u{FEFF}",
    ])
  func somethingAtEveryPlace(special: String) {
    let memory = GuardedLine(capacity: 256)
    let special = Array(special.utf8)
    for rest in Array(stride(from: 0, through: 70, by: 3)) + [127, 128, 200] {
      // It goes from the string's first place to its last, step by step, in the same memory.
      let filling = Array(repeating: UInt8(ascii: "x"), count: rest)
      memory.set(special + filling + [0x22], slack: rest % 64, trap: rest % 2 == 0 ? 0x22 : 0xBF)
      for place in 0...rest {
        expectAgreement(memory, "place \(place)")
        guard place < rest else { break }
        memory[place] = UInt8(ascii: "x")
        for (index, byte) in special.enumerated() { memory[place + 1 + index] = byte }
      }
    }
  }

  /// The line's end cuts a string everywhere, in the middle of sequences and escapes too.
  @Test func cutEverywhere() {
    let memory = GuardedLine(capacity: 512)
    let text = #"Ünï < \uD83D\uDE00 and 😀日本 \u00e9\\\"\n \#u{FFFD}\#u{2028} then plain text of some length, "#
    let bytes = Array((text + text).utf8)
    for trap in [0x22, 0x80, 0xBF, 0x30, 0x75, 0x5C, 0x0A, 0xF0] as [UInt8] {
      for length in 0...bytes.count {
        memory.set(bytes[..<length], slack: length % 64, trap: trap)
        expectAgreement(memory, "cut at \(length), trap \(trap)")
      }
    }
  }

  /// Random strings, mutated, from bytes that matter.
  @Test(arguments: [1, 2, 3])
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let memory = GuardedLine(capacity: 512)
    let pieces = [
      "x", "plain text ", "0123456789abcdef", "\\", "\\u", "\\ud83d", "\\ude00", "\\u00", "\\n", "\"", "<",
      "é", "日",
      "😀", "\u{FFFD}", "\u{2028}", "\t", String(repeating: "long ", count: 9),
    ].map { Array($0.utf8) }
    for index in 0..<6000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) { bytes += generator.pick(pieces) }
      for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        let byte = UInt8.random(in: .min ... .max, using: &generator)
        bytes[place] = byte == 0x0A ? 0x0B : byte
      }
      memory.set(bytes, slack: index % 64, trap: UInt8.random(in: .min ... .max, using: &generator))
      expectAgreement(memory, "seed \(seed), case \(index)")
    }
  }

  /// Bytes from 0x80 on only, where every sequence depends on the one before.
  @Test func randomSequences() {
    var generator = SplitMix64(seed: 4)
    let memory = GuardedLine(capacity: 256)
    let bytes: [UInt8] = [
      0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xA8, 0xBD, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4,
      0xF5, 0xFF,
    ]
    for index in 0..<20_000 {
      let good = Array(repeating: UInt8(ascii: "x"), count: Int.random(in: 0...70, using: &generator))
      let sequences = (0..<Int.random(in: 1...6, using: &generator)).map { _ in generator.pick(bytes) }
      memory.set(good + sequences, slack: index % 64, trap: generator.pick(bytes))
      expectAgreement(memory, "case \(index)")
    }
  }
}
