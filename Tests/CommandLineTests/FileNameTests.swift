import Testing

/// File names that a terminal, or a reader of lines, would take for something else.
@Suite("File names")
struct FileNameTests {
  static let names = [
    "with space.jsonl", "line\nbreak.jsonl", "\u{1B}[31mred\u{1B}[0m.jsonl", "tab\tand\rreturn.jsonl",
    "bell\u{7}.jsonl",
    "\u{9B}31mred.jsonl", "\u{202E}backwards.jsonl", "quote's.jsonl", "übung 日本.jsonl", "*.jsonl",
    "a[1].jsonl",
    "\u{2028}.jsonl", "$(rm x).jsonl",
  ]

  @Test("A file is found whatever it is called", arguments: names)
  func found(name: String) throws {
    let scratch = try Scratch()
    try scratch.write(try scratch.read("faults/syntax.jsonl"), as: name)
    let text = try scratch.run("tunekit validate \"$NAME\"", environment: ["NAME": name])
    #expect(text.status == 1)
    #expect(text.errors.isEmpty)
    expectNothingActs(in: text.text)
    let json = try scratch.run("tunekit validate --format json \"$NAME\"", environment: ["NAME": name])
    #expect(try json.onlyFile().path == name)
    expectNothingActs(in: json.text, except: ["\u{2028}", "\u{202E}", "\u{9B}"])
  }

  @Test("A missing file is named in one line whatever it is called", arguments: names)
  func missing(name: String) throws {
    let output = try Scratch().run("tunekit validate \"$NAME\"", environment: ["NAME": name])
    #expect(output.status == 2)
    expectManners(of: output)
    expectNothingActs(in: output.errors)
  }

  @Test(
    "An argument that is refused does nothing to the terminal",
    arguments: [
      "validate --model", "validate --select", "validate --format", "explain", "models --catalog", "",
    ])
  func arguments(command: String) throws {
    let output = try Scratch().run(
      "tunekit \(command) \"$NAME\" support-train.jsonl", environment: ["NAME": "\u{1B}[31m\nred\u{7}"])
    #expect(output.status == 2)
    expectManners(of: output)
    expectNothingActs(in: output.errors)
  }

  @Test("A name that looks like an option can be given after two dashes")
  func dashes() throws {
    let output = try Scratch().run("cp support-train.jsonl ./--x.jsonl; tunekit validate -- --x.jsonl")
    #expect(output.status == 0)
    #expect(output.errors.isEmpty)
  }

  private func expectNothingActs(in text: String, except allowed: [Unicode.Scalar] = []) {
    let acting = text.unicodeScalars.filter {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: $0 != "\n" && !allowed.contains($0)
      default: false
      }
    }
    #expect(acting.isEmpty)
  }
}
