import Foundation
import TestSupport
import Testing

/// What the README shows is what the program writes: its blocks with commands, and its pictures, which are made here:
///
///     TUNEKIT_RENEW=1 swift test --filter ReadmeOutputTests
@Suite("README's output")
struct ReadmeOutputTests {
  private static let isRenewing = ProcessInfo.processInfo.environment["TUNEKIT_RENEW"] != nil
  private static let hint: Comment = "renew it with: TUNEKIT_RENEW=1 swift test --filter ReadmeOutputTests"

  /// A folder in which the fixtures lie where the README has them.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.run("ln -s . Fixtures")
    return scratch
  }

  // MARK: Blocks

  /// What has to be there before the commands of a block, by its first one.
  private static let preparations = [
    "tunekit receipt verify receipt.json":
      "tunekit plan Fixtures/Jobs/continuous.json --receipt receipt.json > /dev/null"
  ]

  /// A command of the README, those before it in its block, and the lines after it; `…` stands for any lines.
  struct Shown: CustomTestStringConvertible {
    let before: [String]
    let command: String
    let lines: [String]

    var testDescription: String { command }
  }

  private static func shown() throws -> [Shown] {
    let readme = try String(contentsOfFile: Project.root + "/README.md", encoding: .utf8)
    return readme.matches(of: /(?s)```console\n(.*?)```/).flatMap { block in
      let pieces = ("\n" + block.1).components(separatedBy: "\n$ ").dropFirst()
      let parts = pieces.map { $0.components(separatedBy: "\n") }
      return parts.enumerated().map { index, lines in
        Shown(
          before: parts.prefix(index).map { $0[0] }, command: lines[0],
          lines: lines.dropFirst().filter { !$0.isEmpty })
      }
    }
  }

  @Test("what a command writes", arguments: try shown())
  func block(shown: Shown) throws {
    let scratch = try scratch()
    let first = shown.before.first ?? shown.command
    let before = [Self.preparations[first] ?? "true"] + shown.before
    let script = before.map { "{ \($0)\n} > /dev/null 2>&1" }.joined(separator: "\n") + "\n\(shown.command)\n"
    let run = try scratch.run(script)
    let written = Self.normalized(run.errors + run.text)
    var rest = written.split(separator: "\n").map(String.init)[...]
    #expect(!shown.lines.isEmpty)
    var mayLeaveOut = false
    for line in shown.lines {
      if line.allSatisfy({ $0 == "…" || $0 == " " }) {
        mayLeaveOut = true
        continue
      }
      let expected = Self.normalized(line)
      let index = try #require(
        rest.firstIndex { $0 == expected }, "'\(expected)' is not written, but:\n\(written)")
      #expect(mayLeaveOut || index == rest.startIndex, "lines before '\(expected)' are left out:\n\(written)")
      rest = rest[(index + 1)...]
      mayLeaveOut = false
    }
    #expect(mayLeaveOut || rest.isEmpty, "\(rest)")
  }

  /// Text without what differs from run to run and from day to day.
  private static func normalized(_ text: String) -> String {
    text.replacing(#/in \d+ ms( \(.*?/s\))?/#, with: "in TIME")
      .replacing(#/\b\d{4}-\d{2}-\d{2}\b/#, with: "DATE")
      .replacing(#/tunekit: the model catalogue is \d+ days old [^\n]*\n/#, with: "")
  }

  // MARK: Pictures

  /// Compares a picture with what it shows now, or renews it.
  private func check(_ picture: String, named name: String) throws {
    let path = "\(Project.root)/Sources/Reports/Reports.docc/Resources/\(name)"
    if Self.isRenewing { try Data(picture.utf8).write(to: URL(fileURLWithPath: path)) }
    let kept = try? String(contentsOfFile: path, encoding: .utf8)
    #expect(kept == picture, Self.hint)
    #expect(picture.utf8.count < 200_000)
    let readme = try String(contentsOfFile: Project.root + "/README.md", encoding: .utf8)
    #expect(readme.contains("(Sources/Reports/Reports.docc/Resources/\(name))"))
  }

  @Test("the picture of a terminal", .enabled(if: Tool.has("python3"), "needs Python"))
  func terminal() throws {
    let terminal = #filePath.replacing("ReadmeOutputTests.swift", with: "Terminal.py")
    let command = "tunekit validate --select TK401,TK405 Fixtures/faults/conversation.jsonl"
    let run = try scratch().run("COLUMNS=100 python3 '\(terminal)' output \(command)")
    #expect(run.status == 1)
    let text = run.text.replacing("\r\n", with: "\n").replacing(#/in \d+ ms \(.*?/s\)/#, with: "in 6 ms")
    try check(TerminalPicture(of: text, after: command, columns: 100).svg, named: "validate.svg")
  }

  @Test("the picture of a page's histogram")
  func histogram() throws {
    let scratch = try scratch()
    _ = try scratch.run(
      """
      tunekit validate -q Fixtures/support-train.jsonl --validation Fixtures/support-validation.jsonl.gz \
      --output html=page.html
      """)
    let page = try scratch.read("page.html")
    let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)?.1)
    let title = try #require(page.firstMatch(of: /<h3 id="tokens">(.*?)<\/h3>/)?.1)
    let picture = try #require(page.firstMatch(of: /(?s)<svg [^>]*viewBox="0 0 (\d+) (\d+)">\n(.*?)<\/svg>/))
    let (width, height) = (picture.1, try #require(Int(picture.2)))
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -28 \(width) \(height + 32)" width="540">
      <style>
      \(style.split(separator: "\n").filter { $0.contains("--") || $0.contains("root") || $0.contains("@media") || $0 == "}" || $0 == "  }" }.joined(separator: "\n"))
      text { font: 12px system-ui, sans-serif; fill: var(--ink); }
      text.label { text-anchor: end; fill: var(--quiet); }
      rect.training { fill: var(--training); }
      rect.validation { fill: var(--validation); }
      </style>
      <rect y="-28" width="\(width)" height="\(height + 32)" style="fill: var(--paper)"/>
      <text x="4" y="-12">\(title)</text>
      <rect class="training" x="214" y="-21" width="10" height="10"/><text x="228" y="-12">training</text>
      <rect class="validation" x="282" y="-21" width="10" height="10"/><text x="296" y="-12">validation</text>
      \(picture.3)</svg>

      """
    try check(svg, named: "histogram.svg")
  }
}
