import Foundation

/// Runs the tools that the tests compare with, through `/bin/sh`.
enum Shell {
  struct Failure: Error {
    var command: String
    var status: Int32
  }

  /// Runs `command` and waits for its end.
  static func run(_ command: String) throws {
    let process = try start(command)
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(command: command, status: process.terminationStatus) }
  }

  /// Starts `command`, which goes on beside the test.
  static func start(_ command: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Whether `tool` can be run here.
  static func has(_ tool: String) -> Bool {
    (try? run("command -v \(tool) >/dev/null")) != nil
  }
}
