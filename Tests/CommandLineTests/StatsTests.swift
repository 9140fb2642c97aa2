import Foundation
import Testing
import TestSupport

/// Statistics of data that are large or odd in one way: numbers stay exact, memory stays small, lines fit the terminal.
@Suite("Statistics", .enabled(if: Tool.has("python3"), "Python measures the memory"))
struct StatsTests {
  private static let megabyte = 1_000_000

  private struct Report: Decodable {
    struct Dataset: Decodable {
      struct Functions: Decodable {
        struct Function: Decodable, Equatable {
          let name: String
          let calls: Int
        }
        let distinct: Int
        let distinctIsEstimated: Bool
        let calls: Int
        let mostUsed: [Function]?
      }
      struct Instructions: Decodable {
        let examples: Int
        let distinct: Int
        let examplesWithMostCommon: Int?
      }
      struct Repeated: Decodable { let repetitions: Int }
      let examples: Int
      let linesNotRead: Int
      let functions: Functions
      let systemInstructions: Instructions
      let repeated: Repeated
    }
    let datasets: [Dataset]
  }

  /// The statistics of what a command of the shell writes into a pipe.
  private func measure(_ input: String, _ options: String = "", peakBelow ceiling: Int) throws
    -> Report.Dataset
  {
    let scratch = try Scratch()
    let measure = "python3 \(Project.commandLineTests)/PeakMemory.py peak"
    let output = try scratch.run("{ \(input); } | \(measure) tunekit stats --format json \(options) -")
    #expect(output.errors.isEmpty && output.status == 0)
    let peak = try scratch.read("peak").split(separator: "\n").first.flatMap { Int($0) }
    #expect(try #require(peak) < ceiling, "\(peak ?? 0)")
    let report = try JSONDecoder().decode(Report.self, from: Data(output.text.utf8))
    return try #require(report.datasets.first)
  }

  @Test(
    "A million names of functions take bounded memory, and how many they are is known within 1 %",
    arguments: [1, 2])
  func manyNames(jobs: Int) throws {
    let line =
      #"{"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"function_number_%07.0f","args":{}}}]}]}"#
    let input = "seq -f '\(line)' 1000000"
    let found = try measure(input, "--jobs \(jobs)", peakBelow: 160 * Self.megabyte)
    #expect(found.examples == 1_000_000 && found.functions.calls == 1_000_000)
    #expect(found.functions.distinctIsEstimated)
    #expect(abs(found.functions.distinct - 1_000_000) < 10_000)
    #expect(found.functions.mostUsed == nil)
  }

  @Test("A million names in one line, and as many system instructions")
  func manyNamesInALine() throws {
    let line = """
      printf '{"contents":[{"role":"user","parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"a"}'
      seq -f ',{"name":"f%07.0f"}' 1000000 | tr -d '\\n'; echo ']}]}'
      """
    let found = try measure(line, peakBelow: 400 * Self.megabyte)
    #expect(found.examples == 1)
    #expect(abs(found.functions.distinct - 1_000_001) < 10_000)
    let instruction =
      #"{"systemInstruction":{"parts":[{"text":"%07.0f"}]},"contents":[{"role":"user","parts":[{"text":"a"}]}]}"#
    let many = try measure("seq -f '\(instruction)' 300000", peakBelow: 120 * Self.megabyte)
    #expect(many.systemInstructions.examples == 300_000)
    #expect(abs(many.systemInstructions.distinct - 300_000) < 3000)
    #expect(many.systemInstructions.examplesWithMostCommon == nil)
  }

  @Test("The most common of too many to count one by one is not known")
  func mostCommon() throws {
    let line =
      #"{"systemInstruction":{"parts":[{"text":"%s"}]},"contents":[{"role":"model","parts":[{"functionCall":{"name":"%s"}}]}]}"#
    let text = try Scratch().run(
      """
      awk 'BEGIN { for (i = 0; i < 80000; i++) { n = i % 8 == 1 ? "common" : "f" i; printf "\(line.replacing("\"", with: "\\\""))\\n", n, n } }' > many.jsonl
      awk 'NR < 19' many.jsonl > few.jsonl
      tunekit stats many.jsonl --validation few.jsonl
      tunekit stats few.jsonl --validation many.jsonl
      """
    ).text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(text.contains("examples with the most common not known 3 (16.7 %)"))
    #expect(text.contains("There are too many different functions to tell which are used most."))
    #expect(text.contains("examples with the most common 3 (16.7 %) not known"))
    let common = try #require(text.first { $0.hasPrefix("common ") })
    #expect(common == "common 0 3 0 10,000" || common == "common 0 3 0 not known")
    #expect(
      text.count { $0.hasPrefix("f") && $0.hasSuffix(" 0 1 0 1") || $0.hasSuffix("0 1 0 not known") } >= 5)
  }

  @Test("A long line is read, and one over the limit is counted")
  func longLines() throws {
    let start =
      #"printf '{"contents":[{"role":"user","parts":[{"text":"'; head -c 64000000 /dev/zero | tr '\0' x; echo '"}]}]}'"#
    let long = try measure(start, peakBelow: 2 * (64 << 20) + 32 * Self.megabyte)
    #expect(long.examples == 1 && long.linesNotRead == 0)
    let over = try measure(start, "--max-line-bytes 1000000", peakBelow: 48 * Self.megabyte)
    #expect(over.examples == 0 && over.linesNotRead == 1)
  }

  @Test("Bytes that are no text have no example")
  func anyBytes() throws {
    // What begins like an object or array is read as JSON, whatever comes then: the first byte is not left to chance.
    let random = #"{ printf '\001'; head -c 3000000 /dev/urandom; } | tunekit stats -"#
    for input in [random, "timeout 20 tunekit stats /dev/zero"] {
      let output = try Scratch().run(input)
      #expect(output.status == 2 && output.text.isEmpty)
      #expect(output.errors.contains("not JSON Lines in UTF-8"))
    }
    let nothing = try measure("true", peakBelow: 48 * Self.megabyte)
    #expect(nothing.examples == 0 && nothing.linesNotRead == 0)
  }

  @Test("Reports for any number of threads are the same")
  func threads() throws {
    let output = try Scratch().run(
      """
      for i in {1..30}; do cat support-train.jsonl statistics/train.jsonl; done > many.jsonl
      gzip -k many.jsonl
      for file in many.jsonl many.jsonl.gz; do
        for jobs in 1 2 3; do
          tunekit stats --jobs $jobs --format json --validation $file | grep -v elapsedSeconds > $file.$jobs
        done
        cmp $file.1 $file.2 && cmp $file.1 $file.3
      done
      diff many.jsonl.1 many.jsonl.gz.1 | grep -v path | grep -c '^[<>]' || true
      """)
    #expect(output.text.filter { !$0.isWhitespace } == "0")
    #expect(output.errors.isEmpty && output.status == 0)
  }

  @Test("No line is wider than the terminal, and titles are bold there alone")
  func terminal() throws {
    let terminal = "python3 \(Project.commandLineTests)/Terminal.py output"
    let output = try Scratch().run(
      "\(terminal) tunekit stats --epochs 3 support-train.jsonl --validation support-validation.jsonl.gz")
    #expect(output.status == 0)
    #expect(output.text.contains("\u{1B}[1mTurns\u{1B}[0m"))
    let lines = output.text.split(whereSeparator: \.isNewline).map {
      $0.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    }
    #expect(lines.count > 60)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test("Names from the data cannot act on the terminal, and there is no colour elsewhere")
  func hostileNames() throws {
    let line = #"{"contents":[{"role":"model","parts":[{"functionCall":{"name":"a\u001b[31m\u202eb\n"}}]}]}"#
    let scratch = try Scratch()
    try scratch.write(line, as: "a.jsonl")
    let text = try scratch.run("tunekit stats a.jsonl; tunekit stats --format json a.jsonl").text
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("a␛[31m<U+202E>b␊"))
  }
}
