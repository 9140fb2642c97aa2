import JSONLines
import Testing
import TestSupport

/// What depends on bytes before it, at the borders of the blocks of 64 bytes that kernels look at: every kernel against
/// the slow model of the contract.
@Suite struct StringScanBorderTests {
  private let memory = GuardedLine(capacity: 512)

  /// Each kernel that this machine has must say the same of `bytes` and a quote behind them as the model.
  private func expectAgreement(
    _ bytes: [UInt8], behind before: [UInt8] = [], _ location: SourceLocation = #_sourceLocation
  ) {
    let line = before + bytes + [0x22]
    memory.set(line, slack: line.count % 64)
    let model = StringScanModel.scan(line, from: before.count)
    for kernel in ByteKernel.available {
      let found = memory.scan(with: kernel, from: before.count)
      if found != model {
        Issue.record("\(kernel): \(found), not \(model), \(before) \(bytes)", sourceLocation: location)
      }
    }
  }

  private func filling(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "x"), count: count) }

  /// Sequences on either side of what is UTF-8, whole and cut, so that every byte of them stands at a border.
  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xC2, 0x80], [0xDF, 0xBF], [0xC2, 0x7F], [0xC2, 0xC0],
      [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF], [0xED, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBD], [0xEF, 0xBF, 0xBC], [0xEF, 0xBE, 0xBD],
      [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xE2, 0x80, 0x7F], [0xE2, 0x80, 0xC0],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF1, 0x80, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF],
      [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80],
      [0xFE, 0x80], [0xFF, 0x80], [0xFF], [0x80], [0xBF], [0x80, 0x80], [0xF0, 0x90, 0x80, 0x7F],
      [0xF0, 0x90, 0x80, 0xC0], [0xF0, 0x90, 0x7F, 0x80],
    ] as [[UInt8]])
  func sequences(sequence: [UInt8]) {
    let followers: [[UInt8]] = [[], [0x78], [0x80], [0xBF, 0xBF], Array("é日😀".utf8), [0x5C, 0x6E], [0xF0]]
    for place in Array(0...4) + Array(58...66) + Array(122...130) {
      for length in 1...sequence.count {
        for follower in followers {
          expectAgreement(filling(place) + sequence.prefix(length) + follower)
        }
      }
      // The same with sequences before it, so that it depends on no place that is plain.
      let before = Array(String(repeating: "日", count: place / 3).utf8) + filling(place % 3)
      expectAgreement(before + sequence)
      expectAgreement(before + sequence + Array("日本語".utf8))
    }
  }

  /// Runs of backslashes of every length over the borders, and what the last one escapes or does not.
  @Test func backslashes() {
    let followers = ["", "n", "x", "u0041", "u00", "uD83D\\uDE00", "uD83D\\", "\"", "é"].map {
      Array($0.utf8)
    }
    for place in Array(0...3) + Array(58...66) {
      for length in Array(0...9) + Array(55...70) + Array(120...132) {
        let run = filling(place) + Array(repeating: 0x5C, count: length)
        for follower in followers { expectAgreement(run + follower) }
      }
    }
  }

  /// Every byte behind a backslash, in the middle of a block and at its end.
  @Test(arguments: [5, 62, 63])
  func everyByteEscaped(place: Int) {
    for byte in UInt8.min...UInt8.max where byte != 0x0A {
      expectAgreement(filling(place) + [0x5C, byte])
      expectAgreement(filling(place) + [0x5C, byte, 0x80, 0x80])
    }
  }

  /// Every byte behind every other that is not plain, with continuations behind them, over a border.
  @Test func everyTwoBytes() {
    for first in UInt8(0x7F)...0xFF {
      for second in UInt8.min...UInt8.max where second != 0x0A {
        for count in 0...2 {
          expectAgreement(filling(63) + [first, second] + Array(repeating: 0x80, count: count))
        }
      }
    }
  }

  /// Pairs of surrogates, and halves of them, at every place around the borders.
  @Test func surrogates() {
    let texts = [
      #"\uD83D\uDE00"#, #"\uD83D\uDE00\uDE00"#, #"\uD83D\uD83D\uDE00"#, #"\\uD83D\uDE00"#, #"\uD83D\\uDE00"#,
      #"\uDBFF\uDFFF\uD800\uDC00"#, #"\uD83D\uDE0"#, #"\uD83D\uDE0G"#, #"\uD83D\u0041"#, #"\uD7FF\uE000"#,
      #"\uFFFD\uFFFC"#, #"\ufffd"#,
    ].map { Array($0.utf8) }
    for place in Array(0...2) + Array(46...66) + Array(110...130) {
      for text in texts {
        expectAgreement(filling(place) + text)
        expectAgreement(filling(place) + text + Array(#"\n and more"#.utf8))
      }
    }
  }

  /// What stands before a string is none of it: neither leads in the line before, nor a backslash.
  @Test func whatStandsBefore() {
    let leads: [UInt8] = [0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xFF]
    for lead in leads {
      for before in [
        [lead, 0x0A, 0x22], [lead, lead, 0x22], [0xF0, lead, 0x0A, 0x22], [lead, lead, lead],
      ] {
        for text in ["", "x", "é", "日本", "😀", "\u{FFFD}", "plain text", #"\n"#] {
          expectAgreement(Array(text.utf8), behind: before)
        }
        expectAgreement([0xBF, 0xBD], behind: before)
        expectAgreement([0x80], behind: before)
      }
    }
    for text in ["", "n", "u0041", "\\", "\\\""] {
      for before in ["\\", "\\\\\\", "\"\\\""] {
        expectAgreement(Array(text.utf8), behind: Array(before.utf8))
      }
    }
  }
}
