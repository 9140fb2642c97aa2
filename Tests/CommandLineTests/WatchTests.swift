import Testing

/// The command that checks again whenever a file changes.
@Suite("Watch")
struct WatchTests {
  @Test("A change is seen, and an interrupt ends the command with the status of the last time")
  func changes() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      wait_for() { for try in $(seq 1 200); do [ "$(grep -c "$1" "$2")" -ge "$3" ] && return; sleep 0.1; done; exit 9; }
      cp support-train.jsonl a.jsonl
      : > err
      tunekit validate a.jsonl --watch > out 2> err & pid=$!
      wait_for waiting err 1
      echo '{' >> a.jsonl
      wait_for waiting err 2
      kill -INT $pid
      wait $pid; echo "status $?"
      grep -c '^checked' out
      grep -c TK201 out
      """)
    #expect(output.text.hasPrefix("status 1\n2\n"))
    #expect(output.errors == "")
  }

  @Test(
    "What a run writes is not a change",
    arguments: [
      "a.jsonl --write-baseline", "--recursive data --output json=data/report.json", "--fix a.jsonl",
    ])
  func ownFiles(arguments: String) throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      wait_for() { for try in $(seq 1 200); do [ "$(grep -c "$1" "$2")" -ge "$3" ] && return; sleep 0.1; done; exit 9; }
      printf '\\n' | cat support-train.jsonl - > a.jsonl; mkdir data; cp a.jsonl data
      : > err
      tunekit validate \(arguments) --watch > out 2> err & pid=$!
      wait_for waiting err 1
      sleep 2
      grep -c waiting err
      echo '{' >> a.jsonl; cp a.jsonl data/b.jsonl
      wait_for waiting err 2
      sleep 2
      grep -c waiting err
      kill -INT $pid; wait $pid
      true
      """)
    #expect(output.text == "1\n2\n")
    #expect(output.errors == "")
  }

  @Test("A catalogue and the baseline beside the settings are watched")
  func otherFiles() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      wait_for() { for try in $(seq 1 200); do [ "$(grep -c "$1" "$2")" -ge "$3" ] && return; sleep 0.1; done; exit 9; }
      mkdir data && cp support-train.jsonl data/a.jsonl && echo '{}' > data/.tunekit.json
      tunekit models --format json > catalog.json
      : > err
      tunekit validate data/a.jsonl --catalog catalog.json --watch > out 2> err & pid=$!
      wait_for waiting err 1
      echo >> catalog.json
      wait_for waiting err 2
      echo '{"schemaVersion": 1, "findings": {}}' > data/.tunekit-baseline.json
      wait_for waiting err 3
      kill -INT $pid; wait $pid
      grep -c '^checked' out
      """)
    #expect(output.text == "3\n")
    #expect(output.errors == "")
  }
}
