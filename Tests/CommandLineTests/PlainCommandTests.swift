import ArgumentParser
import Testing

@testable import tunekit

/// A command without options is not parsed: what is assumed of it must be what the parser would say.
@Suite struct PlainCommandTests {
  @Test(arguments: [["a.jsonl"], ["a.jsonl", "folder/b c.jsonl.gz", "validate"]])
  func isWhatTheParserSays(files: [String]) throws {
    let plain = try #require(Validate(plain: ["validate"] + files))
    let parsed = try Validate.parse(files)
    #expect("\(plain)" == "\(parsed)")
    #expect(plain.files == files)
    #expect("\(try Validate.parse(files + ["--quiet"]))" != "\(parsed)")
  }

  @Test(arguments: [
    [], ["validate"], ["validate", "-"], ["validate", "a.jsonl", "-q"], ["validate", "--", "a.jsonl"],
    ["validate", ""], ["stats", "a.jsonl"],
  ])
  func isNothingElse(words: [String]) {
    #expect(Validate(plain: words[...]) == nil)
  }
}
