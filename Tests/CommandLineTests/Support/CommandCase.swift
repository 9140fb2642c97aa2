import Foundation
import Testing

/// A folder in `Cases`: what the user types, and what comes of it.
///
///     command    what bash runs, in a copy of the fixtures
///     exit       the status it ends with
///     stdout     what it writes to standard output; missing if that is nothing
///     stderr     the same for standard error
struct CommandCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let folder = Project.commandLineTests + "/Cases"

  static let all =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map(CommandCase.init)

  /// Whether what is expected is written, not compared.
  static let isBlessing = ProcessInfo.processInfo.environment["TUNEKIT_BLESS"] == "1"

  var testDescription: String { name }

  /// Runs the command in a folder of its own.
  func run() throws -> Output {
    let scratch = try Scratch()
    return try scratch.run(try String(contentsOfFile: path("command"), encoding: .utf8)).normalized
  }

  /// What the files say.
  func expected() throws -> Output {
    let status = try String(contentsOfFile: path("exit"), encoding: .utf8)
    return Output(
      status: try #require(Int32(status.prefix { $0 != "\n" })),
      text: try text("stdout"), errors: try text("stderr"))
  }

  /// Makes the files say what came out.
  func bless(_ output: Output) throws {
    try "\(output.status)\n".write(toFile: path("exit"), atomically: true, encoding: .utf8)
    for (name, text) in [("stdout", output.text), ("stderr", output.errors)] {
      if text.isEmpty {
        try? FileManager.default.removeItem(atPath: path(name))
      } else {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
      }
    }
  }

  private func path(_ file: String) -> String { "\(Self.folder)/\(name)/\(file)" }

  private func text(_ file: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path(file)) else { return "" }
    return try String(contentsOfFile: path(file), encoding: .utf8)
  }
}
