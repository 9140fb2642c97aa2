import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// Turns are read the same on the way that is short for plain ones and on the one that takes all of them.
@Suite struct PlainTurnTests {
  private static let turns = [
    #"{"role":"user","parts":[{"text":"?"}]}"#, #"{"role":"model","parts":[{"text":"?"}]}"#,
    #"{"role": "user", "parts": [{"text": "?"}]}"#, #"{"parts":[{"text":"?"}],"role":"user"}"#,
    "{  \"role\" :\t\"model\" ,  \"parts\" : [ {\r\"text\" : \"?\" } ]  }", #"{"parts": [{"text": "?"}] }"#,
    #"{"role":"user","parts":[{"text":"?"},{"text":"?"}]}"#,
    #"{"role":"user","parts":[{"text":"?","thought":false}]}"#,
    #"{"role":"user","parts":[{"text":"?"}],"role":"user"}"#,
    #"{"role":"user","parts":[{"text":"?"}],"other":"user"}"#,
    #"{"role":"model","parts":[{"functionCall":{"name":"?","args":{}}}]}"#,
    #"{"role":"user","parts":[{"fileData":{"mimeType":"image/png","fileUri":"?"}},{"text":"?"}]}"#,
    #"{"parts":[{"text":"?"},{"fileData":{"fileUri":"?"},"videoMetadata":{}}],"role":"model"}"#,
    #"{"parts":[{"functionResponse":{"name":"?","response":{}}}]}"#,
    #"{"role":"model","parts":[{"functionCall":{"name":"?"},"text":"?"},{"file_data":null}]}"#,
    #"{"role":"user","parts":[{"functionCall":{"name":"?"},"functionCall":{}}]}"#,
    #"{"role":"","parts":[{"text":"?"}]}"#, #"{"role":null,"parts":[{"text":"?"}]}"#,
    #"{"role":"assistant","parts":[{"text":"?"}]}"#, #"{"role":"us\u0065r","parts":[{"text":"?"}]}"#,
    #"{"role":"user","parts":[{"text":"?"}]"#, #"{"role":"user","parts":[{"text":null}]}"#,
    #"{"role":"user","parts":[{"text":"?"},]}"#, #"{"role":"user","parts":[{"text":"?"}],}"#,
    #"{"role":"user","parts":{"text":"?"}}"#, #"{"role":"user","parts":[{"txt":"?"}]}"#, "null", "[]",
  ]
  private static let texts = [
    "Hi", "", " ", "日本語", #"\n"#, #"\u00e9"#, #"\ud800"#, #"\""#, "<b>", "\u{FFFD}", "\t", #"\q"#,
    String(repeating: "long ", count: 30),
  ]

  /// What a decoder makes of a turn.
  private struct Reading: Equatable {
    var fault: JSONFault?
    var end = 0
    var findings: [String] = []
    var turn = ""
    var parts: [String] = []
    var textBytes = 0
  }

  private func reading(of decoder: borrowing ExampleDecoder) -> Reading {
    var reading = Reading(end: decoder.reader.offset, textBytes: decoder.example.textBytes)
    for index in 0..<decoder.findings.count {
      let item = decoder.findings[index]
      reading.findings.append("\(item.code) \(item.offset) \(item.length)")
    }
    if let turn = decoder.example.turns.last {
      let role =
        turn.role == .absent || turn.role == .spoilt ? 0..<0 : turn.roleToken.start..<turn.roleToken.end
      let speaker = turn.speaker.map { "\($0)" } ?? ""
      reading.turn = "\(turn.offset) \(turn.role) \(role) \(turn.firstPart) \(turn.endOfParts) \(speaker)"
    }
    for index in 0..<decoder.example.parts.count {
      let part = decoder.example.parts[index]
      reading.parts.append("\(part.offset) \(part.kind) \(part.start) \(part.end) \(part.traits)")
    }
    return reading
  }

  /// Reads a turn by the way that takes all of them.
  private func general(_ line: LineBytes) -> Reading {
    var decoder = ExampleDecoder()
    decoder.context.example.clear(lineLength: line.count)
    decoder.findings.begin(line)
    do throws(JSONFault) {
      try decoder.reader.begin(line)
      guard line[decoder.reader.offset] == UInt8(ascii: "{") else { return Reading() }
      let turn = try decoder.readTurn()
      decoder.context.example.append(turn)
    } catch {
      return Reading(fault: error)
    }
    return reading(of: decoder)
  }

  private func expectAgreement(_ bytes: [UInt8], isPlain: Bool? = nil) {
    LineBytes.with(bytes) { line in
      let expected = general(line)
      var decoder = ExampleDecoder()
      decoder.context.example.clear(lineLength: line.count)
      decoder.findings.begin(line)
      do throws(JSONFault) {
        try decoder.reader.begin(line)
        guard line[decoder.reader.offset] == UInt8(ascii: "{") else { return }
        try decoder.readTurn(0, of: decoder.fields.index(of: "contents", in: .example))
        let wasPlain = !decoder.example.hasOtherTurns
        if let isPlain { #expect(wasPlain == isPlain, "\(String(decoding: bytes, as: UTF8.self))") }
        #expect(reading(of: decoder) == expected, "\(String(decoding: bytes, as: UTF8.self))")
      } catch {
        #expect(error == expected.fault, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func whichTurnsArePlain() {
    for (index, turn) in Self.turns.enumerated() {
      expectAgreement(Array(turn.replacing("?", with: "Hi").utf8), isPlain: index < 6)
    }
  }

  @Test(arguments: 0..<8)
  func asTheGeneralWay(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for index in 0..<1000 {
      let turn = generator.pick(Self.turns).split(separator: "?", omittingEmptySubsequences: false)
      var bytes = Array(turn.joined(separator: generator.pick(Self.texts)).utf8)
      if index % 2 == 1, let place = bytes.indices.randomElement(using: &generator) {
        bytes[place] = generator.pick(Array(#"{}[]":,\ u0"#.utf8))
      }
      expectAgreement(bytes)
    }
  }
}
