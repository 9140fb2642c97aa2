import Diagnostics
import JSONLines
import Testing

@testable import TuningDatasets

/// Whatever a line holds, every rule comes to its end, and what it finds stands at a place that there is.
@Suite struct RobustnessTests {
  private static let controlTokens = ["<start_of_turn>", "<end_of_turn>", "<bos>"]

  @Test(arguments: [31, 32])
  func anyLine(seed: UInt64) {
    var generator = MutatedLines(seed: seed)
    var decoder = ExampleDecoder(controlTokens: Self.controlTokens)
    var rules: Set<RuleCode> = []
    for index in 0..<1200 {
      let bytes =
        switch index % 4 {
        case 0: generator.noise()
        case 1: generator.line()
        default: generator.example()
        }
      LineBytes.with(bytes) { line in
        let isJSON = check(line, &decoder)
        for index in 0..<decoder.findings.count {
          let item = decoder.findings[index]
          rules.insert(item.code)
          expectPlace(of: item, in: line, isJSON: isJSON)
        }
      }
    }
    // Rules that find nothing are not tried.
    #expect(rules.count > 38, "\(rules.sorted())")
  }

  /// Runs the line's rules; whether the line is JSON.
  private func check(_ line: LineBytes, _ decoder: inout ExampleDecoder) -> Bool {
    do throws(JSONFault) {
      _ = try decoder.decode(line)
      decoder.context.line = line
      var rules = ExampleRules(wantedBy: decoder.findings)
      rules.check(decoder.context, &decoder.findings)
      decoder.findings.sort()
      return true
    } catch {
      decoder.findings.report(error, in: line, endingIn: .lineFeed)
      #expect(decoder.findings.count == 1)
      return false
    }
  }

  private func expectPlace(of item: LineFindings.Item, in line: LineBytes, isJSON: Bool) {
    let finding = Finding(item, in: line, number: 7, offset: 1000)
    var context: Comment {
      "\(finding) in \(String(decoding: line.bytes(in: 0..<line.count), as: UTF8.self))"
    }
    guard let location = finding.location, let excerpt = finding.excerpt else {
      Issue.record(context)
      return
    }
    let offset = location.byteOffsetInLine
    #expect((0...line.count).contains(offset) && item.length >= 1, context)
    #expect(location.line == 7 && location.byteOffset == 1000 + offset, context)
    #expect((1...offset + 1).contains(location.column), context)
    #expect((0...excerpt.bytes.count).contains(excerpt.faultOffset) && excerpt.bytes.count <= 400, context)
    #expect(line.bytes(in: offset - excerpt.faultOffset..<line.count).starts(with: excerpt.bytes), context)
    let pointer = Self.tokens(of: location.pointer)
    #expect(pointer != nil, context)
    guard isJSON, let pointer else { return }
    // In good JSON more is known: the fault lies in the line, a column is a scalar, and the pointer leads somewhere.
    let before = String(decoding: line.bytes(in: 0..<offset), as: UTF8.self)
    #expect(location.column == before.unicodeScalars.count + 1, context)
    #expect(offset + item.length <= line.count, context)
    #expect(Self.holds(line, pointer), context)
  }

  /// The tokens of a JSON Pointer (RFC 6901), escapes resolved; nil where it is none.
  private static func tokens(of pointer: String) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.unicodeScalars.first == "/" else { return nil }
    var tokens: [String] = []
    for token in pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      var text = ""
      var isEscape = false
      for scalar in token {
        if isEscape {
          guard scalar == "0" || scalar == "1" else { return nil }
          text.unicodeScalars.append(scalar == "0" ? "~" : "/")
          isEscape = false
        } else if scalar == "~" {
          isEscape = true
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
      if isEscape { return nil }
      tokens.append(text)
    }
    return tokens
  }

  /// Whether a good line has a value where the tokens lead.
  private static func holds(_ line: LineBytes, _ tokens: [String]) -> Bool {
    var reader = JSONReader()
    do throws(JSONFault) {
      try reader.begin(line)
      for token in tokens {
        guard try enter(token, &reader) else { return false }
      }
      try reader.skipValue()
      return true
    } catch {
      return false
    }
  }

  /// Moves to a member or element; false where there is none.
  private static func enter(_ token: String, _ reader: inout JSONReader) throws(JSONFault) -> Bool {
    switch try reader.kind() {
    case .object:
      _ = try reader.openObject()
      var isFirst = true
      while let key = try reader.nextKey(isFirst: isFirst) {
        isFirst = false
        if reader.line.string(key, equals: token) { return true }
        try reader.skipValue()
      }
      return false
    case .array:
      try reader.openArray()
      var index = 0
      while try reader.nextElement(isFirst: index == 0) {
        if "\(index)" == token { return true }
        try reader.skipValue()
        index += 1
      }
      return false
    default: return false
    }
  }
}
