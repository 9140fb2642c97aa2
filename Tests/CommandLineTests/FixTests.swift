import Foundation
import TestSupport
import Testing

/// Whatever goes wrong while files are fixed, they stay whole, nothing is left behind, and a line says why.
@Suite("Fixing files")
struct FixTests {
  private static let faulty =
    "\u{FEFF}"
    + #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"},]}]}"#
    + "\n"

  /// Expects a trouble in one line, and nothing left behind.
  private func expectTrouble(_ output: Output, _ words: String) {
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  /// Sends a signal, also where who started the tests has it ignored.
  private static let timeout = "env --default-signal timeout --preserve-status"

  private static let list = "find . -name '.tunekit*' 1>&2"

  @Test("A file that does not fit on the disk")
  func fullDisk() throws {
    let scratch = try Scratch()
    try scratch.write(String(repeating: Self.faulty, count: 1_000), as: "a.jsonl")
    let before = try scratch.bytes("a.jsonl")
    let output = try scratch.run(
      "ulimit -f 40; tunekit validate --fix a.jsonl > /dev/null; status=$?; \(Self.list); exit $status")
    expectTrouble(
      output, "a.jsonl is not fixed, because there is no room for the fixed data (File too large)")
    #expect(try scratch.bytes("a.jsonl") == before)
  }

  @Test("A folder that takes no files, and a file that may not be written")
  func permissions() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty, as: "a.jsonl")
    // Root may write everywhere.
    let user = "user=; [ \"$(id -u)\" != 0 ] || user='setpriv --reuid=65534 --regid=65534 --clear-groups'; "
    let folder = try scratch.run(
      user + "mkdir kept && mv a.jsonl kept && chmod 666 kept/a.jsonl && chmod 555 kept\n"
        + "$user tunekit validate --fix kept/a.jsonl > /dev/null; status=$?; chmod 755 kept; \(Self.list); exit $status"
    )
    expectTrouble(
      folder, "kept/a.jsonl is not fixed, because there is no place for the fixed data (Permission denied)")
    let file = try scratch.run(
      user + "chmod 777 kept && chmod 444 kept/a.jsonl\n"
        + "$user tunekit validate --fix kept/a.jsonl > /dev/null; status=$?; \(Self.list); exit $status")
    expectTrouble(file, "kept/a.jsonl is not fixed, because it may not be written")
    #expect(try scratch.read("kept/a.jsonl") == Self.faulty)
  }

  @Test("Permissions and links stay")
  func kept() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty, as: "a.jsonl")
    let output = try scratch.run(
      """
      chmod 604 a.jsonl && mkdir links && ln -s ../a.jsonl links/b.jsonl && tunekit validate --fix links/b.jsonl > /dev/null
      stat -c '%a %F' a.jsonl links/b.jsonl; tunekit validate --select TK1,TK2 a.jsonl > /dev/null && \(Self.list)
      """)
    #expect(output == Output(status: 0, text: "604 regular file\n777 symbolic link\n", errors: ""))
  }

  @Test("A signal", arguments: ["INT", "TERM"])
  func signal(name: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty, as: "a.jsonl")
    let output = try scratch.run(
      """
      mkdir tmp; (cat a.jsonl; sleep 2) | TMPDIR=tmp \(Self.timeout) -s \(name) 0.8 tunekit validate --fix - -o b.jsonl
      status=$?; ls tmp; ls b.jsonl 2> /dev/null; \(Self.list); exit $status
      """)
    expectTrouble(
      output, "tunekit: the work was interrupted: the file that was being fixed is as it was before")
    #expect(output.text.isEmpty)
  }

  @Test("A signal while a file is fixed in place leaves it as it was")
  func signalInPlace() throws {
    let scratch = try Scratch()
    try scratch.write(String(repeating: Self.faulty, count: 60_000), as: "a.jsonl")
    let before = try scratch.bytes("a.jsonl")
    let output = try scratch.run(
      """
      env --default-signal tunekit validate --fix a.jsonl > /dev/null & pid=$!
      until [ -n "$(find . -name '.tunekit-*.tmp')" ]; do kill -0 $pid || exit 9; done
      ls -l .tunekit-*.tmp | cut -c 1-10; kill -INT $pid; wait $pid; status=$?; \(Self.list); exit $status
      """)
    expectTrouble(output, "interrupted: the file that was being fixed is as it was before")
    #expect(output.text == "-rw-------\n")
    #expect(try scratch.bytes("a.jsonl") == before)
  }

  @Test("An interrupt between the times that files are fixed ends the command as it ends without fixing")
  func interruptedWatch() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty, as: "a.jsonl")
    let output = try scratch.run(
      """
      : > err
      env --default-signal tunekit validate --fix --watch a.jsonl > out 2> err & pid=$!
      for try in $(seq 1 200); do [ "$(grep -c waiting err)" -ge 2 ] && break; sleep 0.1; done
      kill -INT $pid; wait $pid; echo "status $?"; grep -c ^fixed out; grep interrupted err
      """)
    #expect(output.text == "status 0\n1\n")
  }

  @Test(
    "What another program appends while the fixed data are brought to the disk is not lost",
    .enabled(if: Tool.has("strace"), "strace is not installed"))
  func changedMeanwhile() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty, as: "a.jsonl")
    let output = try scratch.run(
      """
      strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=1000000 tunekit validate --fix a.jsonl > /dev/null &
      until [ -n "$(find . -name '.tunekit-*.tmp' -size +0)" ]; do kill -0 $! || exit 9; done; sleep 0.3
      echo more >> a.jsonl; wait $!; status=$?; \(Self.list); exit $status
      """)
    expectTrouble(
      output, "a.jsonl is not fixed, because it was changed in the meantime: run the command again")
    #expect(try scratch.read("a.jsonl") == Self.faulty + "more\n")
  }

  @Test("Each of several files is fixed, and each trouble is told")
  func severalFiles() throws {
    let scratch = try Scratch()
    for name in ["a.jsonl", "b.jsonl", "c.jsonl"] { try scratch.write(Self.faulty, as: name) }
    let output = try scratch.run(
      "ln b.jsonl d.jsonl; tunekit validate --fix a.jsonl b.jsonl missing.jsonl c.jsonl | grep '^fixed'; exit ${PIPESTATUS[0]}"
    )
    #expect(output.status == 2)
    #expect(output.errorLines.count == 2)
    #expect(output.text == "fixed 4 findings: 2 of TK102, 2 of TK211\n")
    #expect(try scratch.bytes("a.jsonl") == scratch.bytes("c.jsonl"))
    #expect(try scratch.read("b.jsonl") == Self.faulty)
  }

  @Test("The report on a large file is about all of it, whatever its beginning has")
  func largeFiles() throws {
    let scratch = try Scratch()
    let last =
      #"{"contents":[{"role":"user","parts":[{"text":""}]},{"role":"model","parts":[{"text":"a"}]}]}"# + "\n"
    let unknown = Self.faulty.dropFirst().replacing("model", with: "speaker").replacing(",]", with: "]")
    try scratch.write(String(repeating: Self.faulty, count: 50_000) + last, as: "fixed.jsonl")
    try scratch.write(String(repeating: String(unknown), count: 50_000) + last, as: "unfixed.jsonl")
    let output = try scratch.run(
      """
      counts() { tunekit validate --statistics --select TK1,TK2,TK4 "$@" || [ $? = 1 ]; }
      counts unfixed.jsonl > before; cp unfixed.jsonl copy.jsonl
      counts --fix unfixed.jsonl | cmp - before && cmp unfixed.jsonl copy.jsonl && grep -c 50,000 before
      counts --fix unfixed.jsonl -o other.jsonl | cmp - before && cmp unfixed.jsonl other.jsonl
      counts --fix fixed.jsonl; ln unfixed.jsonl second.jsonl; counts --fix unfixed.jsonl | cmp - before
      """)
    #expect(output == Output(status: 0, text: "1\n1  TK408  empty-text  warning\n", errors: ""))
  }

  @Test("Gzip data are fixed and written as gzip data, which gzip reads")
  func gzip() throws {
    let scratch = try Scratch()
    try scratch.write(String(repeating: Self.faulty, count: 20_000), as: "a.jsonl")
    let output = try scratch.run(
      """
      gzip -k a.jsonl && tunekit validate --fix a.jsonl a.jsonl.gz | grep ^fixed
      tunekit validate --fix a.jsonl.gz -o b.jsonl > /dev/null; tunekit validate --fix a.jsonl -o c.jsonl.gz > /dev/null
      gzip -dc a.jsonl.gz | cmp - a.jsonl && cmp a.jsonl b.jsonl && gzip -dc c.jsonl.gz | cmp - a.jsonl
      """)
    #expect(
      output
        == Output(status: 0, text: "fixed 80,000 findings: 40,000 of TK102, 40,000 of TK211\n", errors: ""))
  }

  @Test("A difference is one that patch applies, with names of all kinds")
  func patch() throws {
    let scratch = try Scratch()
    let names = ["plain.jsonl", "with space.jsonl", "tab\t\"quoted\".jsonl"]
    for name in names {
      try scratch.write(
        "\n" + String(repeating: "\(Self.faulty){}\n\n\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", count: 4), as: name)
    }
    let output = try scratch.run(
      """
      mkdir copies && cp plain.jsonl 'with space.jsonl' $'tab\\t"quoted".jsonl' copies && cd copies
      tunekit validate --diff *.jsonl > ../all.diff; echo $?
      patch -p0 < ../all.diff > /dev/null && cd .. && tunekit validate --fix plain.jsonl w*.jsonl t*.jsonl > /dev/null
      for name in plain.jsonl 'with space.jsonl' $'tab\\t"quoted".jsonl'; do cmp "$name" "copies/$name" || exit 9; done
      """)
    #expect(output == Output(status: 0, text: "1\n", errors: ""))
  }
}
