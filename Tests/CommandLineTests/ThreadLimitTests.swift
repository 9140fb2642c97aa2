import Testing
import TestSupport

/// Where the system gives no threads, or only some, the work is done all the same.
///
/// Each command is compared with itself without a limit, and has a time that a wait for ever would exceed.
@Suite("Limits of threads")
struct ThreadLimitTests {
  /// Makes data that several threads would share: plain, gzipped in one member and in several, and a job with such data.
  private static let data = """
    for i in {1..10}; do cat support-train.jsonl; done > many.jsonl
    gzip -c many.jsonl > one.jsonl.gz
    split --bytes=500K --filter='gzip -c' many.jsonl > members.jsonl.gz
    sed 's/support-train/many/' Jobs/continuous.json > Jobs/many.json

    """

  private static let commands = [
    "tunekit validate --jobs 2 many.jsonl", "tunekit validate --jobs 128 many.jsonl",
    "tunekit validate --jobs 8 one.jsonl.gz", "tunekit validate --jobs 8 members.jsonl.gz",
    "cat many.jsonl | tunekit validate --jobs 8 -",
    "tunekit plan --today 2026-11-22 --jobs 8 --receipt r.json Jobs/many.json && cat r.json",
    "tunekit plan --today 2026-11-22 --receipt r.json Jobs/many.json && tunekit receipt verify r.json",
  ]

  /// Runs a command without a limit and with one, and compares; `limited` is how the shell runs the program `$tunekit` then.
  private func compare(_ command: String, limited: String) throws {
    let expected = try Scratch().run(Self.data + command).normalized
    #expect(expected.status == 0)
    let output = try Scratch().run(
      """
      \(Self.data)cp $(command -v tunekit) program
      chmod -R a+rwX .
      tunekit() { (\(limited)) }
      \(command)
      """)
    #expect(output.normalized == expected)
  }

  @Test(
    "No process may be added", .enabled(if: Tool.has("prlimit") && Tool.has("setpriv")), arguments: commands)
  func processes(command: String) throws {
    // The limit binds every user but the superuser.
    try compare(
      command,
      limited: """
        user=; [ $(id -u) != 0 ] || user='setpriv --reuid=65534 --clear-groups'
        timeout 60 $user prlimit --nproc=1 ./program "$@"
        """)
  }

  @Test("Addresses for no thread, for one, and for some", arguments: commands, [150, 500, 1200])
  func addresses(command: String, megabytes: Int) throws {
    try compare(command, limited: "ulimit -v \(megabytes * 1000); timeout 60 ./program \"$@\"")
  }
}
