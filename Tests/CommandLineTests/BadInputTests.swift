import Testing
import TestSupport

/// A file that is no good dataset: how a shell makes it, and what is found in it.
struct BadFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let script: String
  let faults: [String: Int]
  let status: Int32

  init(_ name: String, _ script: String, _ faults: [String: Int], status: Int32 = 1) {
    testDescription = name
    self.script = script
    self.faults = faults
    self.status = status
  }

  /// Writes one example whose first turn has so many equal parts.
  private static func manyParts(_ part: String, _ number: Int) -> String {
    """
    printf '{"contents":[{"role":"user","parts":['; yes '\(part),' | head -n \(number) | tr -d '\\n'; \
    echo '{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello"}]}]}'
    """
  }

  static let all = [
    BadFile("empty", ":", ["TK001": 1]),
    BadFile("blank lines only", #"printf '\n \r\n\t\n'"#, ["TK001": 1]),
    BadFile("white space without a line's end", "printf '  '", ["TK001": 1]),
    BadFile("gzip data of nothing", ": | gzip", ["TK001": 1, "TK005": 1]),
    BadFile("gzip data of blank lines", "echo | gzip", ["TK001": 1, "TK005": 1]),
    BadFile(
      "the first bytes of gzip data", "gzip -c faults/too-few.jsonl | head -c 5", ["TK002": 1, "TK005": 1]),
    BadFile(
      "the header of gzip data", "gzip -nc faults/too-few.jsonl | head -c 10", ["TK002": 1, "TK005": 1]),
    BadFile(
      "gzip data cut in the trailer", "gzip -c faults/too-few.jsonl | head -c 160", ["TK002": 1, "TK005": 1]),
    BadFile(
      "text after gzip data", "gzip -c faults/too-few.jsonl; echo more", ["TK004": 1, "TK005": 1], status: 0),
    BadFile("a program", "head -c 4096 \"$(command -v tunekit)\"", ["TK008": 1]),
    BadFile("an archive", #"printf 'PK\003\004\024\000'"#, ["TK008": 1]),
    BadFile("a web page", "echo '<!DOCTYPE html><html></html>'", ["TK008": 1]),
    BadFile("zero bytes only", "head -c 100000 /dev/zero", ["TK008": 1]),
    BadFile("xz data", #"printf '\3757zXZ\000\000\004'"#, ["TK008": 1]),
    BadFile("bzip2 data", "printf 'BZh91AY&SY'", ["TK008": 1]),
    BadFile("Zstandard data", #"printf '\050\265\057\375\004'"#, ["TK008": 1]),
    BadFile("a table after a byte order mark", #"printf '\357\273\277a;b\r\n1;2\r\n'"#, ["TK008": 1]),
    BadFile("UTF-16", "iconv -t UTF-16 faults/too-few.jsonl", ["TK008": 1]),
    BadFile(
      "UTF-16, big-endian, without mark", "iconv -t UTF-16BE faults/too-few.jsonl", ["TK008": 1]),
    BadFile("UTF-32", "iconv -t UTF-32LE faults/too-few.jsonl", ["TK008": 1]),
    BadFile("a byte order mark", #"printf '\357\273\277'; cat faults/too-few.jsonl"#, ["TK102": 1]),
    BadFile("a zero byte in the JSON", #"printf '{"contents":\000}\n'"#, ["TK201": 1]),
    BadFile("a zero byte in a string", #"printf '{"a":"\000"}\n'"#, ["TK213": 1]),
    BadFile("lines that end in carriage returns", #"tr '\n' '\r' < faults/too-few.jsonl"#, ["TK209": 1]),
    BadFile("a table", #"printf 'prompt,answer\nHi,Hello\n'"#, ["TK008": 1]),
    BadFile(
      "base64 of 8 MB with a character too many",
      #"""
      printf '{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo'; \#
      yes AAAA | head -n 2000000 | tr -d '\n'; \#
      echo 'AA"}},{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello"}]}]}'
      """#, ["TK511": 1, "TK512": 1]),
    BadFile("a line cut short", "head -c 300 faults/too-few.jsonl", ["TK201": 1]),
    BadFile(
      "100,000 arrays in each other", "printf '{\"contents\":'; yes [ | head -n 100000 | tr -d '\\n'",
      ["TK207": 1]),
    BadFile(
      "100,000 objects in each other", "yes '{\"a\":' | head -n 100000 | tr -d '\\n'", ["TK207": 1]),
    BadFile(
      "many parts that hold null", manyParts(#"{"text":null}"#, 25), ["TK308": 25]),
    BadFile(
      "many nulls that count before some that do not",
      manyParts(#"{"text":"a","videoMetadata":null}"#, 25) + "; " + manyParts(#"{"text":null}"#, 5),
      ["TK308": 5, "TK310": 25]),
    BadFile("a pretty-printed array", #"printf '[\n  {\n  }\n]\n'"#, ["TK202": 1]),
  ]
}

/// Files that are no good datasets, and paths that lead to none.
@Suite("Bad input")
struct BadInputTests {
  // The tools that make the files are part of every system but for iconv, which some leave out.
  @Test("A bad file is named by its fault", .enabled(if: Tool.has("iconv")), arguments: BadFile.all)
  func badFile(_ file: BadFile) throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      "{ \(file.script); } > data.jsonl; tunekit validate --format json data.jsonl")
    expectManners(of: output)
    #expect(try output.onlyFile().faults == file.faults)
    #expect(output.status == file.status)
  }

  @Test("What the content is decides, not the name")
  func contentDecides() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      "cp faults/too-few.jsonl plain.jsonl.gz; tunekit validate --format json plain.jsonl.gz")
    #expect(output.status == 0)
    // The plain file is read; that its name says something else is reported.
    let file = try output.onlyFile()
    #expect(file.examples == 3)
    #expect(file.faults == ["TK006": 1])
  }

  @Test("Findings before the cut of gzip data are kept", arguments: [600, 800, 1000])
  func truncatedGzip(length: Int) throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      gzip -c faults/conversation.jsonl | head -c \(length) > cut.jsonl.gz
      tunekit validate --format json cut.jsonl.gz
      """)
    #expect(output.status == 1)
    let file = try output.onlyFile()
    #expect(file.counts["TK002"] == 1)
    #expect(file.counts["TK401"] == 2)
    #expect(file.findings.last?.code == "TK002")
    #expect(file.examples < 18)
    // The line that the cut went through is not judged.
    #expect(!file.counts.keys.contains { $0.hasPrefix("TK2") })
  }

  @Test("Depth is refused where it is reached")
  func depth() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      "yes '{\"a\":' | head -n 100000 | tr -d '\\n' | tunekit validate --format json -")
    let finding = try #require(try output.onlyFile().findings.first { $0.code == "TK207" })
    // The 101st brace, five bytes a level.
    #expect(finding.byteOffset == 500)
    #expect(finding.column == 501)
  }

  @Test("What cannot be read is told in one line", arguments: ["/proc/self/mem", "/proc/self", "/"])
  func unreadable(path: String) throws {
    let output = try Scratch().run("tunekit validate \(path)")
    #expect(output.status == 2)
    #expect(output.text.isEmpty)
    expectManners(of: output)
  }

  /// Root may read everything, unless it gives that up.
  private static let asUser =
    Tool.succeeds("[ $(id -u) != 0 ]") ? "" : "setpriv --bounding-set -dac_override,-dac_read_search"

  @Test(
    "A file without permission is told in one line",
    .enabled(if: Tool.succeeds("\(asUser) true"), "root cannot give up its right to read everything here"))
  func noPermission() throws {
    let output = try Scratch().run(
      "chmod 0 faults/too-few.jsonl; \(Self.asUser) tunekit validate faults/too-few.jsonl")
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.errors.hasPrefix("tunekit: 'faults/too-few.jsonl' is not readable: change its "))
  }

  @Test(
    "A catalogue in damaged gzip data is refused",
    arguments: [
      ("head -c -12 whole.gz", "is cut short at byte "),
      ("head -c -8 whole.gz; printf '12345678'", "is damaged at byte "),
      ("cat whole.gz; echo more", "has bytes after its gzip data, "),
    ])
  func damagedCatalogue(script: String, words: String) throws {
    let output = try Scratch().run(
      """
      tunekit models --format json | gzip > whole.gz
      tunekit validate --catalog whole.gz faults/too-few.jsonl > /dev/null || exit 3
      { \(script); } > catalog.gz
      tunekit validate --catalog catalog.gz faults/too-few.jsonl
      """)
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.errors.contains("tunekit: the catalogue 'catalog.gz' \(words)"))
    #expect(output.errors.hasSuffix(": get it again\n"))
  }

  @Test("A model that was tunable only once is said once, and changes nothing else")
  func formerModel() throws {
    let options = "--model gemini-1.5-flash-002 support-train.jsonl"
    let output = try Scratch().run("tunekit validate \(options)").normalized
    #expect(output.status == 0)
    #expect(
      output.errors == """
        tunekit: model 'gemini-1.5-flash-002' can no longer be tuned; its last known limits apply. \
        'tunekit models' lists the models that can be tuned

        """)
    #expect(output.text.contains("limits: gemini-1.5-flash-002, "))
    // A run that does not begin says only why.
    #expect(try Scratch().run("tunekit validate --select TK999 \(options)").errorLines.count == 1)
    #expect(
      try Scratch().run("tunekit validate --model gemini-2.5-flash support-train.jsonl").normalized.errors
        .isEmpty)
  }

  @Test("A catalogue grown old is said once, and changes nothing else")
  func oldCatalogue() throws {
    let output = try Scratch().run(
      """
      tunekit models --format json | sed 's/"asOf": "[0-9-]*"/"asOf": "2020-01-01"/' > catalog.json
      tunekit validate --catalog catalog.json support-train.jsonl faults/too-few.jsonl
      """)
    #expect(output.status == 0)
    #expect(output.errorLines.count == 1)
    #expect(output.errors.hasPrefix("tunekit: the model catalogue is "))
    #expect(output.errors.contains(" days old (2020-01-01), so limits may have changed: "))
    #expect(output.text.contains("catalogue of 2020-01-01\n"))
  }
}
