import TestSupport
import Testing

/// What the shells complete with the scripts that `tunekit completions` writes.
@Suite("Completions")
struct CompletionTests {
  /// What bash offers for the last of some words.
  private func offered(_ words: String...) throws -> Set<Substring> {
    let line = words.joined(separator: " ")
    let output = try Scratch().run(
      """
      touch train.jsonl
      eval "$(tunekit completions bash)" || exit
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count) COMP_TYPE=9
      _tunekit tunekit "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(output.status == 0, "\(output)")
    return Set(output.text.split(whereSeparator: \.isWhitespace))
  }

  @Test("bash completes commands, options, values, models, rules and files")
  func bash() throws {
    #expect(try offered("tunekit", "val") == ["validate"])
    #expect(try offered("tunekit", "validate", "--max-f") == ["--max-findings"])
    #expect(try offered("tunekit", "validate", "--fail-on", "") == ["error", "warning", "never"])
    #expect(try offered("tunekit", "validate", "--model", "gemini-").contains("gemini-2.5-flash"))
    #expect(try offered("tunekit", "validate", "--select", "unknown-r").contains("unknown-role"))
    #expect(try offered("tunekit", "explain", "TK401").contains("TK401"))
    #expect(try offered("tunekit", "validate", "train") == ["train.jsonl"])
    #expect(try offered("tunekit", "completions", "") == ["bash", "zsh", "fish"])
  }

  @Test("bash completes the rule after a comma, and none that is in the list")
  func bashLists() throws {
    let offered = try offered("tunekit", "validate", "--select", "TK401,TK40")
    #expect(offered.contains("TK401,TK402") && !offered.contains("TK401,TK401"))
    #expect(offered.allSatisfy { $0.hasPrefix("TK401,TK40") })
    #expect(try self.offered("tunekit", "explain", "TK401,crlf") == ["TK401,crlf-line-endings"])
  }

  @Test("fish completes commands, values and files", .enabled(if: Tool.has("fish"), "fish is not installed"))
  func fish() throws {
    let output = try Scratch().run(
      """
      export HOME=$PWD
      touch train.jsonl
      fish -c 'tunekit completions fish | source
      complete -C "tunekit val"
      complete -C "tunekit validate --fail-on "
      complete -C "tunekit validate tr"'
      """)
    #expect(output.status == 0, "\(output)")
    let offered = Set(output.text.split(separator: "\n").compactMap { $0.split(separator: "\t").first })
    #expect(offered == ["validate", "error", "warning", "never", "train.jsonl"])
  }

  @Test("zsh and fish are offered the rule after a comma", arguments: ["zsh", "fish"])
  func lists(shell: String) throws {
    // What their scripts run; fish needs a terminal to run it.
    let output = try Scratch().run(
      "SAP_SHELL=\(shell) tunekit ---completion validate -- --ignore 3 10 tunekit validate --ignore TK401,crlf"
    )
    #expect(output.status == 0)
    #expect(output.text.split(separator: "\n").contains("TK401,crlf-line-endings"))
  }

  @Test("zsh reads its script", .enabled(if: Tool.has("zsh"), "zsh is not installed"))
  func zsh() throws {
    let output = try Scratch().run("tunekit completions zsh > _tunekit && zsh -n _tunekit")
    #expect(output == Output(status: 0, text: "", errors: ""))
  }

  @Test("A shell that is not known is a trouble")
  func unknown() throws {
    let output = try Scratch().run("tunekit completions tcsh")
    #expect(output.status == 2)
    #expect(output.errorLines.count == 1)
    #expect(output.errors.contains("bash") && output.errors.contains("fish"))
  }
}
