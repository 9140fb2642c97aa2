import Testing
import TestSupport

/// Input that is large in one way: counts stay exact and memory stays small.
///
/// The ceilings are several times what is used; what they rule out is memory that grows with the input.
@Suite("Large input", .enabled(if: Tool.has("python3"), "Python measures the memory"))
struct LargeInputTests {
  private static let megabyte = 1_000_000
  private static let good = #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":["#

  /// A command of the shell that writes `"k000001":0,"k000002":0,…` with keys as the format makes them.
  private static func keys(_ format: String) -> String {
    "seq -s, -f '\"\(format)\":0' 400000 | tr -d '\\n'"
  }

  /// The options of examples that have more tokens than a model takes.
  private static let anyLength = "--ignore TK703,TK704"

  /// Validates what a command of the shell writes into a pipe.
  private func validate(_ input: String, _ options: String = "", peakBelow ceiling: Int) throws -> (
    file: JSONOutput.File, status: Int32
  ) {
    let scratch = try Scratch()
    let measure = "python3 \(Project.commandLineTests)/PeakMemory.py peak"
    let output = try scratch.run("{ \(input); } | \(measure) tunekit validate --format json \(options) -")
    #expect(output.errors.isEmpty)
    let peak = try scratch.read("peak").split(separator: "\n").first.flatMap { Int($0) }
    #expect(try #require(peak) < ceiling)
    return (try output.onlyFile(), output.status)
  }

  @Test("An overlong line is skipped in memory that does not grow with it")
  func overlongLine() throws {
    let line = "head -c 70000000 /dev/zero | tr '\\0' x; echo; cat faults/too-few.jsonl"
    let (file, status) = try validate(line, "--max-line-bytes 1000000", peakBelow: 64 * Self.megabyte)
    #expect(status == 1)
    #expect(file.faults == ["TK010": 1])
    #expect(file.examples == 4)
    #expect(file.bytes == 70_000_503)
  }

  @Test("A line over the default limit takes no more than twice the limit")
  func lineOverDefaultLimit() throws {
    let line = "head -c 70000000 /dev/zero | tr '\\0' x; echo; cat faults/too-few.jsonl"
    let (file, status) = try validate(line, peakBelow: 2 * (64 << 20) + 32 * Self.megabyte)
    #expect(status == 1)
    #expect(file.faults == ["TK010": 1])
  }

  @Test("A long line is read as any other")
  func longLine() throws {
    let text = #"printf '%s{"text":"' '\#(Self.good)'; head -c 20000000 /dev/zero | tr '\0' x; echo '"}]}]}'"#
    let (file, status) = try validate(text, Self.anyLength, peakBelow: 96 * Self.megabyte)
    #expect(status == 0)
    #expect(file.faults.isEmpty)
  }

  @Test("What a rule looks for in a long Chinese text is found soon")
  func longChineseText() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      { printf '%s{"text":"' '\(Self.good)'; yes 的一是在不了有和人这 | head -n 33000 | tr -d '\\n'
        echo 'As an AI language model â€™"}]}]}'; } > train.jsonl
      timeout 10 tunekit validate --format json --select TK414,TK415 train.jsonl
      """)
    #expect(output.status == 0)
    #expect(try output.onlyFile().counts == ["TK414": 1, "TK415": 1])
  }

  @Test("A placeholder is found whatever its case and the white space around it")
  func placeholders() throws {
    let answers = [
      "TO BE DETERMINED.",
      "\(String(repeating: " ", count: 5000))Tbd.\(String(repeating: ".\u{3000}", count: 5000))",
      "Good. Your Text Goes HERE", "lorem ipsu", "\(String(repeating: "todo", count: 5000))", "TODO: ask", "",
    ]
    let scratch = try Scratch()
    try scratch.write(
      answers.map { "\(Self.good){\"text\":\"\($0)\"}]}]}\n" }.joined(), as: "train.jsonl")
    let output = try scratch.run("tunekit validate --format json --select TK414 train.jsonl")
    #expect(try output.onlyFile().findings.map(\.line) == [1, 2, 3])
  }

  @Test("The largest limit is room that is not taken")
  func largestLimit() throws {
    let (file, status) = try validate(
      "cat support-train.jsonl", "--max-line-bytes 2130706431 --max-findings 9223372036854775807",
      peakBelow: 64 * Self.megabyte)
    #expect(status == 0)
    #expect(file.counts.isEmpty)
  }

  @Test(
    "An object may have very many keys",
    arguments: ["k%06.0f", "parameter_%06.0f", "%06.0f_parameter_with_a_long_end"])
  func manyKeys(format: String) throws {
    let line = """
      printf '%s{"functionCall":{"name":"f","args":{' '\(Self.good)'; \(Self.keys(format)); echo '}}}]}]}'
      """
    let (file, status) = try validate(line, Self.anyLength, peakBelow: 128 * Self.megabyte)
    #expect(status == 0)
    // The function is not declared.
    #expect(file.faults == ["TK601": 1])
  }

  @Test("The last of very many keys is known to be a second one")
  func duplicateAmongManyKeys() throws {
    let line = "printf '{'; \(Self.keys("k%06.0f")); echo ',\"k000001\":1}'"
    let (file, status) = try validate(line, peakBelow: 96 * Self.megabyte)
    #expect(status == 1)
    #expect(file.faults == ["TK206": 1])
  }

  /// 12 MB each. Memory is at most the line and three times its length.
  @Test(
    "A line of very many small parts or turns takes little more than itself",
    arguments: [
      ("{},", 3), ("0,", 2), (#"{"text":""},"#, 12), (#"{"role":"a"},"#, 13),
      (#"{"fileData":{"fileUri":0}},"#, 27),
      (#"{"functionCall":{"name":0}},"#, 28),
    ])
  func manySmallElements(element: String, length: Int) throws {
    let elements = "yes '\(element)' | head -n \(12_000_000 / length) | tr -d '\\n'"
    let parts = "printf '%s' '\(Self.good)'; \(elements); echo '{}]}]}'"
    let turns = #"printf '{"contents":['; \#(elements); echo '{}]}'"#
    for line in [parts, turns] {
      let (file, status) = try validate(line, peakBelow: (16 + 4 * 12) * Self.megabyte)
      #expect(status == 1)
      #expect(file.counts.values.contains { $0 >= 12_000_000 / length })
    }
  }

  @Test("A line of very many small declarations takes little more than itself")
  func manySmallDeclarations() throws {
    let tools = #""}]}],"tools":[{"functionDeclarations":["#
    let line = """
      printf '%s' '\(Self.good){"text":"Hello\(tools)'; yes '{},{"name":0},' | head -n 850000 | tr -d '\\n'; echo '{}]}]}'
      """
    let (file, status) = try validate(line, Self.anyLength, peakBelow: (16 + 4 * 12) * Self.megabyte)
    #expect(status == 1)
    #expect(file.faults == ["TK303": 850_000, "TK612": 850_001])
  }

  @Test("Very many findings in one line are counted, and few are kept")
  func manyFindingsInOneLine() throws {
    let keys = "printf '%s' '\(Self.good){\"text\":\"Hello\"}]}],'; \(Self.keys("k%06.0f")); echo '}'"
    let (file, status) = try validate(keys, peakBelow: 64 * Self.megabyte)
    #expect(status == 0)
    #expect(file.faults == ["TK304": 400_000])
    #expect(file.findings.count { $0.code == "TK304" } == 20)
    #expect(file.truncated)
  }

  @Test("Very many faulty lines are counted, and few are kept")
  func manyFaultyLines() throws {
    let (file, status) = try validate("yes '{\"a\":}' | head -n 300000", peakBelow: 64 * Self.megabyte)
    #expect(status == 1)
    #expect(file.faults == ["TK201": 300_000])
    #expect(file.findings.map(\.line) == Array(1...20))
  }

  @Test("Very many files take no more memory than one")
  func manyFiles() throws {
    let scratch = try Scratch()
    let measure = "python3 \(Project.commandLineTests)/PeakMemory.py peak"
    let output = try scratch.run(
      "\(measure) tunekit validate --format json $(yes faults/too-few.jsonl | head -n 2000)")
    #expect(output.status == 0 && output.errors.isEmpty)
    let peak = try scratch.read("peak").split(separator: "\n").first.flatMap { Int($0) }
    #expect(try #require(peak) < 36 * Self.megabyte)
  }

  @Test("Very many blank lines are counted, and few are kept", arguments: [1, 20, 5000])
  func manyBlankLines(maximumFindings: Int) throws {
    let lines = "yes '' | head -n 1000000; head -n 1 faults/too-few.jsonl"
    let (file, status) = try validate(
      lines, "--max-findings \(maximumFindings)", peakBelow: 64 * Self.megabyte)
    #expect(status == 0)
    #expect(file.examples == 1)
    #expect(file.faults == ["TK103": 1_000_000])
    #expect(file.findings.filter { $0.code == "TK103" }.map(\.line) == Array(1...maximumFindings))
    #expect(file.truncated)
  }

  @Test("All blank lines are listed where the user asks for all, but for those at the end")
  func allBlankLines() throws {
    let lines = "yes '' | head -n 3000; head -n 1 faults/too-few.jsonl; yes '' | head -n 3000"
    let (file, _) = try validate(lines, "--max-findings 0", peakBelow: 64 * Self.megabyte)
    #expect(file.findings.filter { $0.code == "TK103" }.map(\.line) == Array(1...3000))
    #expect(!file.truncated)
  }
}
