import Diagnostics

/// What came of a command: the exit status is decided here, and nowhere else.
struct Outcome {
  /// Whether something was found that counts: a finding, as `--fail-on` says, or what refutes a receipt.
  var hasFailed = false
  /// Whether the work was ended early, since nobody reads the output any more.
  var isCutShort = false
  /// What could not be done, each said in a line of standard error, in this order.
  private(set) var troubles: [Trouble] = []

  /// How the program ends. What could not be done counts more than what was found: more might have been.
  var exitStatus: ExitStatus {
    if isCutShort || !troubles.isEmpty { return .trouble }
    return hasFailed ? .findings : .clean
  }

  /// Adds what could not be done.
  mutating func add(_ trouble: Trouble) { troubles.append(trouble) }

  /// Does some of the job. If that fails, the rest is done all the same, and the trouble is kept.
  ///
  /// - Returns: what came of it; nil where it failed.
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

  /// What came of a run: which findings count, and which files could not be checked to their end.
  init(_ report: RunReport, failingOn choice: FailureOptions.Choice) {
    hasFailed = report.files.contains { $0.counts.contains { choice.counts($0.severity) } }
    troubles = report.files.compactMap(\.failure).map(Trouble.init)
  }
}
