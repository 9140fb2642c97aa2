import Diagnostics
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// What the first lines, lines in other formats and lines over the limit mean for the file and for each other.
@Suite struct OpeningTests {
  private static let good =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#
  private static let openAI = #"{"messages":[{"role":"user","content":"Hi"}]}"#
  private static let alpaca = #"{"instruction":"Add.","output":"2"}"#

  private func report(
    _ lines: [String], _ adjust: (inout DatasetValidation) throws -> Void = { _ in }
  ) throws -> FileReport {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), as: "train.jsonl")
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    try adjust(&validation)
    return try #require(validation.run().first)
  }

  /// The findings as codes and lines, but for those about the size.
  private func found(
    _ lines: [String], _ adjust: (inout DatasetValidation) throws -> Void = { _ in }
  ) throws -> [String] {
    try report(lines, adjust).findings.filter { $0.code != "TK701" }.map {
      "\($0.code)" + ($0.location.map { ":\($0.line)" } ?? "")
    }
  }

  @Test("only the first line can tell that the file is an array, even if it is too long to be read")
  func overlongFirstLine() throws {
    let lines = [String(repeating: "x", count: 300), "[1,2", Self.good]
    #expect(try found(lines) { $0.limits.maximumLineBytes = 200 } == ["TK010:1", "TK201:2"])
  }

  @Test("a line of a log before the data is a line of a log")
  func bracketOfALog() throws {
    #expect(try found(["[INFO] loading", Self.good]) == ["TK201:1"])
    #expect(try found(["[2026-11-22] loading", Self.good]) == ["TK201:1"])
    #expect(try found([#"[{"contents":"#, Self.good + "}]"]) == ["TK202:1"])
    #expect(try found(["[", Self.good + ",", Self.good, "]"]) == ["TK202:1"])
  }

  @Test("a cut line before a faulty example is not the beginning of a file of indented JSON")
  func cutFirstLine() throws {
    let cut = #"{"contents":["#
    #expect(try found([cut, String(Self.good.dropLast(30)), Self.good]) == ["TK201:1", "TK201:2"])
    #expect(try found([cut, Self.good, Self.good]) == ["TK201:1", "TK707:3"])
    #expect(try found([cut, "{'a':1}", Self.good]) == ["TK201:1", "TK212:2"])
  }

  @Test(
    "JSON over several lines, however it is indented",
    arguments: [
      ["{", #"  "contents": ["#, "    {", #"      "role": "user""#],
      [#"{"contents":["#, #"{"role":"user","parts":[{"text":"Hi"}]},"#, #"{"role":"model"}]}"#],
      [#"{"contents":["#, "{", #""role":"user""#], [#"{"contents":"#, "[", "]}"],
      [#"{"contents":[]"#, #", "tools":[]"#, "}"],
    ])
  func indented(lines: [String]) throws {
    #expect(try found(lines) == ["TK203:1"])
  }

  @Test("a byte order mark hides neither an array nor JSON over several lines")
  func byteOrderMark() throws {
    #expect(try found(["\u{FEFF}[", Self.good, "]"]) == ["TK102:1", "TK202:1"])
    #expect(try found(["\u{FEFF}[" + Self.good + "]"]) == ["TK102:1", "TK202:1"])
    #expect(try found(["\u{FEFF}{", #"  "contents": ["#, "    {"]) == ["TK102:1", "TK203:1"])
    #expect(try found(["\u{FEFF}" + Self.good, Self.good]) == ["TK102:1"])
    #expect(try found(["\u{FEFF}" + Self.good.dropLast(), Self.good]) == ["TK102:1"])
    let start = try #require(try report(["\u{FEFF} [", "]"]).findings.last?.location)
    #expect(start == Location(line: 1, column: 3, byteOffsetInLine: 4, byteOffset: 4, pointer: ""))
  }

  @Test(
    "what Google's parsers take has no error",
    arguments: [
      #""generationConfig":{"mediaResolution":"1"}"#, #""toolConfig":{"functionCallingConfig":{"mode":"2"}}"#,
      #""toolConfig":{"functionCallingConfig":{"mode":1}}"#,
      #""tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":null}]}]"#,
    ])
  func parsed(member: String) throws {
    #expect(try found(["\(Self.good.dropLast()),\(member)}"]) == [])
  }

  @Test("columns of a table that are null tell of no other format")
  func nullColumns() throws {
    let line = String(Self.good.dropLast()) + #","completions":null,"references":null,"score":null}"#
    #expect(Set(try found([line])) == ["TK304:1"])
  }

  @Test("a thought of the wrong type is one mistake")
  func thoughtOfTheWrongType() throws {
    for value in [#""true""#, "1"] {
      let line = Self.good.replacing(#""text":"Hello!""#, with: #""text":"Hello!","thought":\#(value)"#)
      #expect(try found([line]) == ["TK303:1"])
    }
  }

  @Test("of shards the sum is judged, and called so")
  func shards() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(Self.good.utf8)
    let paths = try ["a.jsonl", "b.jsonl"].map { try folder.write(bytes, as: $0) }
    var validation = DatasetValidation(
      trainingPaths: paths, requirements: DatasetRequirements(loosestOf: .builtIn))
    let limits = validation.requirements.limits
    validation.requirements.limits.maxFileBytes = limits.maxFileBytes.withValue(bytes.count + 1)
    validation.areShards = true
    let finding = try #require(validation.run()[0].findings.first { $0.code == "TK009" })
    let message = try #require(RuleBook.datasets.rule("TK009")).message(with: finding.arguments)
    #expect(message.hasPrefix("the dataset has \(2 * bytes.count) bytes uncompressed in 2 shards;"))
  }

  @Test("lines in other formats, one finding each, in the order of the data")
  func foreignFormats() throws {
    let lines = [Self.alpaca, Self.openAI, Self.good, Self.openAI]
    for _ in 0..<8 {
      let findings = try report(lines) { $0.rules.maximumFindings = 1 }.findings.filter {
        $0.code == "TK311"
      }
      #expect(findings.map(\.arguments[0]) == ["in the Alpaca format"])
    }
    #expect(try found(lines) == ["TK311:1", "TK311:2"])
  }

  @Test("a line in another format is not examined, whether or not that is selected")
  func unwantedForeignFormats() throws {
    for (select, ignore) in [([], ["TK311"]), (["TK301"], [])] {
      let report = try report([Self.openAI, Self.good, Self.openAI]) {
        $0.rules = try RuleSettings(.datasets, select: select, ignore: ignore)
      }
      #expect(report.findings.filter { $0.code != "TK701" }.isEmpty)
      let hidden = report.counts.filter { $0.isHidden }
      #expect(hidden == [FileReport.Count(code: "TK311", severity: .error, findings: 2, isHidden: true)])
    }
  }

  private static let mixed =
    #"{"contents":[{"parts":[{"fileData":{"mimeType":"a/b","file_uri":"gs://a/b"}}]}]}"#
  private static let camel = #"{"systemInstruction":{"parts":[{"text":"a"}]},"# + good.dropFirst()

  /// The lines with a finding of mixed styles.
  private func mixedStyles(_ lines: [String]) throws -> [Int] {
    let findings = try report(lines) { $0.rules = try RuleSettings(.datasets, select: ["TK306"], ignore: []) }
      .findings
    return findings.compactMap { $0.code == "TK306" ? $0.location?.line : nil }
  }

  @Test("mixed styles are reported once, where the second style is met first")
  func mixedStylesAreReportedOnce() throws {
    let snake = Self.camel.replacing("systemInstruction", with: "system_instruction")
    #expect(try mixedStyles([Self.good, Self.mixed, Self.mixed]) == [2])
    #expect(try mixedStyles([Self.camel, Self.good, snake, Self.mixed]) == [3])
    #expect(try mixedStyles([snake, snake, Self.camel]) == [3])
    #expect(try mixedStyles([Self.camel, Self.camel]) == [])
  }

  @Test("of lines for another method and lines that are no JSON, no style counts")
  func stylesOfWhatIsNoExample() throws {
    let preference = #"{"completions":[],"# + Self.mixed.dropFirst()
    #expect(try mixedStyles([preference, Self.mixed]) == [2])
    #expect(try mixedStyles([Self.mixed + "}", String(Self.mixed.dropLast()), Self.mixed]) == [3])
    let snake = Self.camel.replacing("systemInstruction", with: "system_instruction")
    #expect(try mixedStyles([snake + "}", Self.camel, Self.camel]) == [])
  }

  @Test("null counts as absent, so a foreign line with it is foreign")
  func foreignWithNull() throws {
    #expect(try found([#"{"contents":null,"messages":[]}"#]) == ["TK311:1"])
    #expect(try found([#"{"contents":null}"#]) == ["TK301:1"])
  }

  @Test("a system turn is no answer")
  func systemTurn() throws {
    let line =
      #"{"contents":[{"role":"system","parts":[{"text":"a"}]},{"role":"user","parts":[{"text":"b"}]}]}"#
    #expect(try found([line]) == ["TK404:1", "TK403:1"])
  }

  @Test("an answer whose role was forgotten is no second turn of the user")
  func forgottenRole() throws {
    let line = #"{"contents":[{"role":"user","parts":[{"text":"a"}]},{"parts":[{"text":"b"}]}]}"#
    #expect(try found([line]) == ["TK404:1", "TK402:1"])
  }

  @Test("a pointer does not grow with a key")
  func longKey() throws {
    let key = String(repeating: "é", count: 100_000)
    let finding = try #require(try report(["{\"\(key)\":0}"]).findings.first { $0.code == "TK304" })
    let pointer = try #require(finding.location?.pointer)
    #expect(pointer == "/" + String(repeating: "é", count: 128) + "…")
  }
}
