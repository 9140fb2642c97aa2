import Diagnostics
import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// A turn that is compared with one before it is read just as one that is not.
@Suite struct TurnFrameTests {
  private static let styles = [
    #"{"role":"user","parts":[{"text":"?"}]}"#, #"{"role":"model","parts":[{"text":"?"}]}"#,
    #"{"role": "user", "parts": [{"text": "?"}]}"#, #"{ "role" : "model" , "parts" : [ { "text" : "?" } ] }"#,
    #"{"role":"user","parts":[{"text":"?"},{"text":"?"}]}"#, #"{"parts":[{"text":"?"}],"role":"user"}"#,
    #"{"role":"user","parts":[{"text":"?","thought":false}]}"#,
    #"{"role":"user","parts":[{"text":"?"}],"role":"user"}"#,
    #"{"role":"model","parts":[{"functionCall":{"name":"?","args":{}}}]}"#,
    #"{"role":"","parts":[{"text":"?"}]}"#,
    #"{"role":"assistant","parts":[{"text":"?"}]}"#, #"{"role":"us\u0065r","parts":[{"text":"?"}]}"#,
    #"{"role":"user","parts":[{"text":"?"}]"#, #"{"role":"user","parts":[{"text":null}]}"#,
    #"{"role":"user","parts":{"text":"?"}}"#, #"{"role":"user","parts":[{"txt":"?"}]}"#, "null", "[]",
  ]
  private static let texts = [
    "Hi", "", " ", "日本語", #"\n"#, #"\u00e9"#, #"\ud800"#, #"\""#, "<b>", "\u{FFFD}", "\t", #"\q"#,
    String(repeating: "long ", count: 30),
  ]

  /// What a decoder makes of a line.
  private struct Reading: Equatable {
    var fault: JSONFault?
    var findings: [String] = []
    var turns: [String] = []
    var parts: [String] = []
  }

  private func read(_ line: LineBytes, with decoder: inout ExampleDecoder) -> Reading {
    var reading = Reading()
    do throws(JSONFault) {
      _ = try decoder.decode(line)
    } catch {
      reading.fault = error
      return reading
    }
    for index in 0..<decoder.findings.count {
      let item = decoder.findings[index]
      reading.findings.append("\(item.code) \(item.offset) \(item.length)")
    }
    for index in 0..<decoder.example.turns.count {
      let turn = decoder.example.turns[index]
      let role =
        turn.role == .absent || turn.role == .spoilt ? 0..<0 : turn.roleToken.start..<turn.roleToken.end
      reading.turns.append("\(turn.offset) \(turn.role) \(role) \(turn.firstPart) \(turn.endOfParts)")
    }
    for index in 0..<decoder.example.parts.count {
      let part = decoder.example.parts[index]
      reading.parts.append("\(part.offset) \(part.kind) \(part.start) \(part.end) \(part.traits)")
    }
    return reading
  }

  @Test(arguments: 0..<8)
  func asIfNoneHadBeenBefore(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var mutations = MutatedLines(seed: seed)
    var experienced = ExampleDecoder()
    var framedLines = 0
    for index in 0..<800 {
      var line = Array(Self.line(&generator).utf8)
      if index % 4 == 1, let place = line.indices.randomElement(using: &generator) {
        line[place] = generator.pick(Array(#"{}[]":,\ u0"#.utf8))
      } else if index % 4 == 3 {
        line = mutations.line()
      }
      LineBytes.with(line) { line in
        let framesBefore = experienced.frames.count
        var fresh = ExampleDecoder()
        let expected = read(line, with: &fresh)
        #expect(
          read(line, with: &experienced) == expected, "line \(index): \(line.bytes(in: 0..<line.count))")
        if framesBefore == 2, expected.fault == nil { framedLines += 1 }
      }
    }
    #expect(framedLines > 200)
  }

  private static func line(_ generator: inout SplitMix64) -> String {
    // Mostly of one style, so that what was learnt is of use.
    let turns = (0..<Int.random(in: 0...4, using: &generator)).map { index in
      let style = Int.random(in: 0..<4, using: &generator) > 0 ? styles[index % 2] : generator.pick(styles)
      return style.split(separator: "?", omittingEmptySubsequences: false).joined(
        separator: generator.pick(texts))
    }
    return #"{"contents":["# + turns.joined(separator: ",") + "]}"
  }

  /// Turns of the usual kind are learnt, each speaker's, whichever way they are written; others are not.
  @Test func whatIsLearnt() {
    for (index, style) in Self.styles.enumerated() {
      var decoder = ExampleDecoder()
      let turn = style.replacing("?", with: "Hi")
      let line = #"{"contents":["# + turn + "]}"
      LineBytes.with(line.utf8) { line in
        _ = try? decoder.decode(line)
        #expect(decoder.frames.count == (index < 4 ? 1 : 0), "\(style)")
        #expect((decoder.frames.index(at: 13, in: line) != nil) == (index < 4), "\(style)")
      }
    }
  }
}
