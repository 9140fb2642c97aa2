import Diagnostics

/// The outcome of a command. It determines the exit status, which is decided only here.
struct Outcome {
  /// Whether the command failed: it has findings at or above `--fail-on`, or a receipt does not match.
  var hasFailed = false
  /// Whether the work ended early, because the output has no reader any more.
  var isCutShort = false
  /// What could not be done. Each one becomes a line of standard error, in this order.
  private(set) var troubles: [Trouble] = []

  /// The exit status. Troubles take precedence over findings, because there could be more findings.
  var exitStatus: ExitStatus {
    if isCutShort || !troubles.isEmpty { return .trouble }
    return hasFailed ? .findings : .clean
  }

  /// The same outcome, after its troubles were shown.
  var shown: Outcome {
    var shown = self
    shown.isCutShort = isCutShort || !troubles.isEmpty
    shown.troubles = []
    return shown
  }

  /// Adds what could not be done.
  mutating func add(_ trouble: Trouble) { troubles.append(trouble) }

  /// Performs a part of the work. If it fails, the trouble is kept and the rest of the work continues.
  ///
  /// - Returns: the result; nil if the work failed.
  @discardableResult
  mutating func attempt<Value>(_ work: () throws(Trouble) -> Value) -> Value? {
    do throws(Trouble) {
      return try work()
    } catch {
      troubles.append(error)
      return nil
    }
  }
}

extension Outcome {
  /// The outcome where nothing could be done.
  init(_ trouble: Trouble) { troubles = [trouble] }

  /// The outcome of writing what a command shows.
  init(writing output: consuming OutputStream) {
    attempt { () throws(Trouble) in try output.finish() }
  }

  /// The outcome of a run, from its findings and the files that could not be checked to their end.
  init(_ report: RunReport, failingOn choice: FailureChoice) {
    self.init(of: report.files)
    judge(report, failingOn: choice)
  }

  /// The outcome of checking files, from those that could not be checked to their end.
  init(of files: [FileReport]) { troubles = files.compactMap(\.failure).map(Trouble.init) }

  /// Decides by its findings whether a run failed.
  mutating func judge(_ report: RunReport, failingOn choice: FailureChoice) {
    hasFailed = report.files.contains { $0.counts.contains { choice.counts($0.severity) } }
  }

  /// Adds why a report that was written lacks findings, if that was not known before.
  mutating func add(lossesOf report: RunReport) {
    guard report.files.allSatisfy({ $0.failure == nil }) else { return }
    if let failure = report.files.lazy.compactMap(\.kept.failure).first { add(Trouble(failure)) }
  }
}
