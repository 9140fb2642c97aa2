import Foundation

/// The programs that tests need beside the one that they test.
enum Tool {
  /// Whether a test that needs `tool` runs: if it can, or if TUNEKIT_REQUIRE_TOOLS is set, so that it fails.
  static func has(_ tool: String) -> Bool { areRequired || succeeds("command -v \(tool)") }

  /// Whether a command of the shell succeeds.
  static func succeeds(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let areRequired =
    !(ProcessInfo.processInfo.environment["TUNEKIT_REQUIRE_TOOLS"] ?? "").isEmpty
}
