import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// Where turns are taken for such as come in order, the rules about their order have nothing to say.
@Suite struct TurnOrderTests {
  private static let roles = [
    "", #""role":"user","#, #""role":"model","#, #""role":"function","#, #""role":7,"#,
  ]
  private static let parts = [
    #"{"text":"Hi"}"#, #"{"text":""}"#, #"{"text":"Hi"},{"text":"Hello"}"#,
    #"{"functionCall":{"name":"f","args":{}}}"#, #"{"functionResponse":{"name":"f","response":{}}}"#,
    #"{"fileData":{"mimeType":"image/png","fileUri":"gs://a-bucket/b.png"}},{"text":"Hi"}"#,
    #"{"text":"Hi"},{"functionResponse":{"name":"f","response":{}}}"#, "7", "",
  ]
  private static let turns = ["7"] + roles.flatMap { role in parts.map { "{\(role)\"parts\":[\($0)]}" } }

  /// Judges an example of some turns; whether they are in order.
  private func judge(_ turns: [String], _ decoder: inout ExampleDecoder) throws -> Bool {
    try LineBytes.with("{\"contents\":[\(turns.joined(separator: ","))]}".utf8) { line in
      _ = try decoder.decode(line)
      guard decoder.example.isInOrder else { return false }
      decoder.context.setLine(line)
      let shapes = decoder.findings.count
      UnknownRole.check(decoder.context, &decoder.findings)
      MissingRole.check(decoder.context, &decoder.findings)
      SystemRoleInContents.check(decoder.context, &decoder.findings)
      NoModelTurn.check(decoder.context, &decoder.findings)
      LastTurnNotModel.check(decoder.context, &decoder.findings)
      FirstTurnNotUser.check(decoder.context, &decoder.findings)
      RolesNotAlternating.check(decoder.context, &decoder.findings)
      #expect(decoder.findings.count == shapes, "\(turns)")
      return true
    }
  }

  @Test("all pairs of turns, and random ones of four and five")
  func order() throws {
    var decoder = ExampleDecoder()
    var inOrder = 0
    for first in Self.turns {
      for second in Self.turns where try judge([first, second], &decoder) { inOrder += 1 }
    }
    var generator = SplitMix64(seed: 6)
    for _ in 0..<20_000 {
      let usual = [#"{"role":"user","parts":[{"text":"Hi"}]}"#, #"{"role":"model","parts":[{"text":"Hi"}]}"#]
      let turns = (0..<generator.pick([3, 4, 4, 4, 5])).map { index in
        generator.next() % 2 == 0 ? usual[index % 2] : generator.pick(Self.turns)
      }
      if try judge(turns, &decoder) { inOrder += 1 }
    }
    #expect(inOrder > 1000)
    let called = [
      #"{"role":"user","parts":[{"text":"Hi"}]}"#,
      #"{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]}"#,
      #"{"parts":[{"functionResponse":{"name":"f","response":{}}}]}"#,
      #"{"role":"model","parts":[{"text":"Hello"}]}"#,
    ]
    #expect(try judge(called, &decoder))
  }
}
