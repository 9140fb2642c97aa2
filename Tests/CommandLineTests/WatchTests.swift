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
}
