import Foundation
import Testing
import TestSupport

/// A folder to run the program in, with a copy of the fixtures; gone, with all that is in it, when the value is.
struct Scratch: ~Copyable {
  private let folder: TemporaryFolder
  private let programFolder: String

  /// Where commands run.
  let path: String

  init() throws {
    let programFolder = try #require(BuiltProgram.folder, "the program lies beside the test bundle")
    let folder = try TemporaryFolder()
    let path = folder.path("work")
    try FileManager.default.copyItem(atPath: Project.fixtures, toPath: path)
    self.path = path
    self.programFolder = programFolder
    self.folder = folder
  }

  func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func write(_ text: String, as name: String) throws { try write(text.utf8, as: name) }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Lets bash run `script`, in which `tunekit` is the built program, and waits for its end.
  ///
  /// Standard input is empty. A pipeline's status is that of its last command that failed.
  func run(_ script: String, environment: [String: String] = [:]) throws -> Output {
    // Files, not pipes: neither side can wait for the other.
    let (outputPath, errorPath) = (folder.path("stdout"), folder.path("stderr"))
    for path in [outputPath, errorPath] { try Data().write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bash", "-c", "set -o pipefail\n" + script]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = Self.environment(programFolder).merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
    try process.run()
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus, text: try read("../stdout"), errors: try read("../stderr"))
  }

  /// The environment of the tests, without what changes how the program or git works.
  private static func environment(_ programFolder: String) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    for name in ["CI", "NO_COLOR", "COLUMNS"] { environment[name] = nil }
    environment["LC_ALL"] = "C"
    environment["TERM"] = "xterm"
    environment["PATH"] = programFolder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    return environment
  }
}

/// How a command ended and what it wrote.
struct Output: Equatable {
  var status: Int32
  /// What went to standard output.
  var text: String
  /// What went to standard error.
  var errors: String

  /// The lines on standard error.
  var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
}
