import ByteStreams
import JSONLines
import Reports
import Submission
import SystemPackage

/// Tells what happens: to people, line by line on standard error; to programs, as one JSON object each on standard output.
///
/// On a terminal, the state of a job that is followed is a line that is written over again and again.
final class Events: Sendable {
  /// Where a command is, for programs that ask why it ended.
  struct Place: Sendable {
    /// What is being done, such as `upload`.
    var step: String?
    /// The key of the submission.
    var key: String?
    /// The name of the job.
    var job: String?
    /// The options that say how the services are reached, with a space before each, as they were given.
    var connection = ""
  }

  /// Whether programs are told.
  let isJSON: Bool
  /// The columns of the terminal that people look at; nil if there is none.
  private let columns: Int?
  private let isLive = Guarded(false)
  private let guardedPlace = Guarded(Place())

  init(_ format: OutputForm) {
    isJSON = format == .json
    columns = isJSON ? nil : Terminal.columns(of: .standardError)
  }

  /// Whether a live line is shown.
  var hasTerminal: Bool { columns != nil }

  /// Where the command is.
  var place: Place { guardedPlace.withLock { $0 } }

  /// Notes where the command is.
  func note(_ change: (inout Place) -> Void) { guardedPlace.withLock { change(&$0) } }

  /// Begins a step.
  func begin(_ step: String) { note { $0.step = step } }

  /// A command to go on with, which reaches the services as this one does.
  func command(_ words: String) -> String { "'tunekit \(words)\(place.connection)'" }

  // MARK: People

  /// Shows a line; programs are not told.
  func say(_ line: VisibleText) { show { $0.write("\(line)\n") } }

  /// Shows something longer on standard error.
  func show(_ write: (inout OutputStream) -> Void) {
    if isJSON { return }
    clearLine()
    var errors = OutputStream.standardError
    write(&errors)
  }

  /// Shows a result on standard output.
  func showResult(_ write: (inout OutputStream) -> Void) {
    if isJSON { return }
    clearLine()
    var output = OutputStream.standardOutput
    write(&output)
  }

  /// Shows a line in place of the last live one; nothing without a terminal.
  func live(_ line: VisibleText) {
    guard let columns else { return }
    isLive.withLock { $0 = true }
    let text = line.description.unicodeScalars.prefix(max(1, columns - 1))
    var cut = ""
    cut.unicodeScalars.append(contentsOf: text)
    var errors = OutputStream.standardError
    errors.write("\r\(cut)\u{1B}[K")
  }

  private func clearLine() {
    let wasLive = isLive.withLock { isLive in
      defer { isLive = false }
      return isLive
    }
    guard wasLive else { return }
    var errors = OutputStream.standardError
    errors.write("\r\u{1B}[K")
  }

  /// Shows trouble, to people and to programs.
  func trouble(_ message: String) {
    clearLine()
    var errors = OutputStream.standardError
    errors.write("tunekit-submit: \(message)\n")
  }

  // MARK: Programs

  /// Tells programs of an event; people are not told.
  func event(_ name: String, _ members: (inout JSONWriter) -> Void = { _ in }) {
    guard isJSON else { return }
    var json = JSONWriter()
    json.object(layout: .oneLine) { json in
      json.member("event", name)
      members(&json)
    }
    var output = OutputStream.standardOutput
    output.write(VisibleText(json))
  }
}
