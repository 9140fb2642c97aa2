import Foundation

/// Python as an independent judge, where there is one.
enum Python {
  /// Whether Python runs and has a module.
  static func has(_ module: String) -> Bool {
    (try? run("import \(module)", input: "")) != nil
  }

  /// What a program prints that gets text on its standard input; nil where it fails.
  static func run(_ program: String, input: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    // A file, not a pipe: neither side can wait for the other.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
