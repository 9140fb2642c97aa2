package import Foundation

/// The programs of the system that tests need beside what they test.
package enum Tool {
  package struct Failure: Error {
    package let command: [String]
    package let status: Int32
  }

  /// Whether a test that needs `tool` runs: if it can, or if TUNEKIT_REQUIRE_TOOLS is set, so that it fails.
  package static func has(_ tool: String) -> Bool { areRequired || isFound(tool) }

  /// The same for a test that needs Python with a module.
  package static func hasPython(_ module: String) -> Bool {
    areRequired || succeeds("python3 -c 'import \(module)'")
  }

  /// Whether `tool` is there; for tools so rare that they are never required.
  package static func isFound(_ tool: String) -> Bool { succeeds("command -v \(tool)") }

  private static let areRequired =
    !(ProcessInfo.processInfo.environment["TUNEKIT_REQUIRE_TOOLS"] ?? "").isEmpty

  // MARK: Running

  /// Whether a command of the shell succeeds.
  package static func succeeds(_ command: String) -> Bool {
    (try? run("{ \(command)\n} > /dev/null 2>&1")) != nil
  }

  /// Runs a command of the shell and waits for its end.
  package static func run(_ command: String) throws { _ = try output(of: ["sh", "-c", command]) }

  /// Starts a command of the shell, which goes on beside the test.
  package static func start(_ command: String) throws -> Process {
    let process = process(["sh", "-c", command])
    try process.run()
    return process
  }

  /// What a program writes to its standard output, given some text on its standard input.
  package static func output(of command: [String], input: String = "") throws -> String {
    // A file, not a pipe: neither side can wait for the other.
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(input.utf8), as: "input")
    let process = process(command)
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(command: command, status: process.terminationStatus)
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func process(_ command: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    return process
  }
}
