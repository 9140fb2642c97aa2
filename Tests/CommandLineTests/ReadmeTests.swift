import Foundation
import Testing

/// The README lists the commands and the options that the program has.
@Suite("README")
struct ReadmeTests {
  /// An option as users write it: its name, and its values where they are a few.
  private struct Option: Hashable, CustomStringConvertible {
    let name: String
    let values: Set<String>

    var description: String { ([name] + values.sorted()).joined(separator: " ") }
  }

  /// The options of each command that the program has.
  private func helped(_ command: String = "", in scratch: borrowing Scratch) throws -> [String: Set<Option>] {
    let help = try scratch.run("tunekit \(command) --help").text
    if let list = help.split(separator: "SUBCOMMANDS:\n").dropFirst().first {
      // A line that goes on is indented further.
      let names = list.matches(of: #/(?m)^  ([a-z-]+)  /#).map(\.1)
      return try names.reduce(into: [:]) { commands, name in
        let inner = command.isEmpty ? String(name) : "\(command) \(name)"
        commands.merge(try helped(inner, in: scratch)) { first, _ in first }
      }
    }
    let entries = help.matches(of: /(?m)^  (?:-\w, )?(--[\w-]+)(.*(?:\n {10,}.*)*)/)
    let options = entries.filter { !["--help", "--version"].contains($0.1) }.map { entry in
      let text = entry.2.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let values = text.firstMatch(of: /\(values: ([^;)]*)/)?.1.split(separator: ", ").map(String.init)
      return Option(name: String(entry.1), values: Set(values ?? []))
    }
    return [command: Set(options)]
  }

  /// The options of each command that the README lists. What follows two spaces says what an option is for.
  private func listed() throws -> [String: Set<Option>] {
    let readme = try String(contentsOfFile: Project.root + "/README.md", encoding: .utf8)
    let list = try #require(readme.firstMatch(of: /(?s)## Options\n\n```text\n(.*?)```/)?.1)
    var commands: [String: Set<Option>] = [:]
    var command = ""
    for line in list.split(separator: "\n") {
      let usage = line.drop { $0 == " " }.split(separator: "  ", maxSplits: 1)[0]
      if line.hasPrefix("tunekit ") {
        let words = usage.split(separator: " ").dropFirst().prefix { $0.allSatisfy(\.isLowercase) }
        command = words.joined(separator: " ")
      }
      let options = usage.matches(of: /(--[\w-]+)(?: ([\w|]+\|[\w|]+))?/).map { option in
        Option(
          name: String(option.1), values: Set((option.2 ?? "").split(separator: "|").map(String.init)))
      }
      commands[command, default: []].formUnion(options)
    }
    return commands
  }

  @Test(
    "The commands and options are those of the help, and so are the values of an option where they are given")
  func options() throws {
    let scratch = try Scratch()
    let helped = try helped(in: scratch)
    let listed = try listed()
    #expect(Set(listed.keys) == Set(helped.keys))
    for (command, options) in helped {
      let inReadme = listed[command] ?? []
      #expect(Set(inReadme.map(\.name)) == Set(options.map(\.name)), "tunekit \(command)")
      for option in inReadme where !option.values.isEmpty {
        #expect(options.contains(option), "tunekit \(command)")
      }
    }
  }
}
