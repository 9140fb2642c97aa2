import Settings
import Testing

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.jsonl", "train.jsonl", true), ("*.jsonl", "data/a/train.jsonl", true),
    ("*.jsonl", "train.json", false),
    ("data/*.jsonl", "data/a.jsonl", true), ("data/*.jsonl", "data/b/a.jsonl", false),
    ("data/*.jsonl", "other/data/a.jsonl", false), ("./data/*.jsonl", "data/a.jsonl", true),
    ("data/**/val.jsonl", "data/val.jsonl", true), ("data/**/val.jsonl", "data/a/b/val.jsonl", true),
    ("data/**/val.jsonl", "data/a/eval.jsonl", false), ("**/val.jsonl", "val.jsonl", true),
    ("data/**", "data/a/b", true), ("data/**", "database/a", false), ("a**z", "a/b/z", true),
    ("v?l.jsonl", "vål.jsonl", true), ("v?l.jsonl", "v/l.jsonl", false), ("a?", "a", false),
    ("../val/*", "../val/a.jsonl", true), ("[a].jsonl", "[a].jsonl", true), ("[a].jsonl", "a.jsonl", false),
    ("train.jsonl", "x/train.jsonl", true), ("/train.jsonl", "train.jsonl", false), ("*", "", true),
  ])
  func matches(pattern: String, path: String, isMatch: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMatch)
  }

  @Test func manyStarsTakeLittleTime() {
    let pattern = String(repeating: "*a", count: 500) + "b"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!PathPattern(pattern).matches(String(repeating: "a", count: 4000)))
    }
    #expect(time < .seconds(5))
  }
}
