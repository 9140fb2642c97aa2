import Testing
import TestSupport

/// What is different where a person looks on.
@Suite("Terminal", .enabled(if: Tool.has("python3"), "Python makes the terminal"))
struct TerminalTests {
  private static let onOutput = "python3 \(Project.commandLineTests)/Terminal.py output"
  private static let onErrors = "python3 \(Project.commandLineTests)/Terminal.py errors"

  /// Feeds more than two blocks into a FIFO, and more after over a second.
  private static let slowly = """
    mkfifo slow
    feed() { for i in {1..13}; do cat support-train.jsonl; done; }
    { feed; sleep 1.2; feed; } > slow &

    """
  private static let eraseLine = "\r\u{1B}[K"

  // MARK: Progress

  @Test("A bar shows slow work and is gone at its end")
  func progress() throws {
    let scratch = try Scratch()
    let output = try scratch.run(Self.slowly + "\(Self.onErrors) tunekit validate --ignore TK707 slow")
    #expect(output.status == 0)
    #expect(output.text.hasPrefix("\rchecking slow  "))
    #expect(output.text.hasSuffix(Self.eraseLine))
    #expect(!output.text.contains("\n"))
    let lines = output.text.split(separator: "\r")
    #expect(lines.allSatisfy { $0.hasSuffix("\u{1B}[K") && $0.count < 80 + 3 })
    #expect(try scratch.read("elsewhere").contains("no findings\n"))
  }

  @Test("The bar moves within one long line", arguments: [1, 2])
  func progressInLongLine(jobs: Int) throws {
    let feed = """
      mkfifo slow
      { for i in {1..13}; do cat support-train.jsonl; done
        for i in 1 2 3 4; do sleep 0.5; head -c 3000000 /dev/zero | tr '\\0' x; done; } > slow &

      """
    let output = try Scratch().run(feed + "\(Self.onErrors) tunekit validate --jobs \(jobs) slow")
    #expect(output.status == 1)
    let shown = Set(output.text.matches(of: /checking slow  ([0-9.]+ MB)/).map(\.1))
    #expect(shown.count >= 3, "\(shown)")
  }

  @Test("No bar is shown for work that takes no time")
  func noProgressForFastWork() throws {
    let output = try Scratch().run("\(Self.onErrors) tunekit validate faults/too-few.jsonl")
    #expect(output == Output(status: 0, text: "", errors: ""))
  }

  @Test("No bar is shown in a pipe")
  func noProgressInPipe() throws {
    let output = try Scratch().run(Self.slowly + "tunekit validate slow")
    #expect(output.status == 0)
    #expect(output.errors.isEmpty)
  }

  @Test("No bar is shown in continuous integration")
  func noProgressInAutomation() throws {
    let output = try Scratch().run(
      Self.slowly + "\(Self.onErrors) tunekit validate slow", environment: ["CI": "true"])
    #expect(output == Output(status: 0, text: "", errors: ""))
  }

  // MARK: Colour and width

  @Test(
    "Text is coloured on a terminal, unless the user does not want it",
    arguments: [
      ("", true), ("NO_COLOR=", true), ("NO_COLOR=1", false), ("TERM=dumb", false), ("TERM=xterm", true),
    ])
  func color(environment: String, isColored: Bool) throws {
    for command in ["validate faults/too-few.jsonl", "explain TK401", "rules"] {
      let output = try Scratch().run("env \(environment) \(Self.onOutput) tunekit \(command)")
      #expect(output.status == 0)
      #expect(output.text.contains("\u{1B}[") == isColored, "\(command)")
    }
  }

  @Test("An option has the last word on colour")
  func colorOption() throws {
    let never = try Scratch().run("\(Self.onOutput) tunekit validate --color never faults/too-few.jsonl")
    #expect(!never.text.contains("\u{1B}["))
    let always = try Scratch().run(
      "NO_COLOR=1 \(Self.onOutput) tunekit validate --color always faults/too-few.jsonl")
    #expect(always.text.contains("\u{1B}["))
  }

  @Test("The parts of lines that are shown are as wide as the terminal")
  func width() throws {
    let output = try Scratch().run(
      "\(Self.onOutput) tunekit validate --color never faults/conversation.jsonl")
    let excerpts = output.text.split(separator: "\r\n").filter {
      $0.first?.isNumber == true || $0.hasPrefix(" ")
    }
    .filter { $0.contains(" | ") }
    #expect(excerpts.count > 20)
    #expect(excerpts.allSatisfy { $0.count <= 80 })
    #expect(excerpts.contains { $0.count == 80 })
  }
}
