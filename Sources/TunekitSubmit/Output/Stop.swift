import Submission

/// Why a command ends before it is done.
struct Stop: Error {
  /// The exit status.
  let status: ExitStatus
  /// A word for programs, such as `permission-denied`.
  let code: String
  /// One line that says what to do; empty if everything is said.
  let message: String

  init(_ status: ExitStatus, _ code: String, _ message: String) {
    (self.status, self.code, self.message) = (status, code, message)
  }

  /// Something that could not be done.
  static func trouble(_ message: String) -> Stop { Stop(.trouble, "trouble", message) }

  /// A signal has come.
  static var interrupted: Stop {
    let isTerminated = Signals.toEnd == 15 || Signals.toEnd == 1
    return Stop(isTerminated ? .terminated : .interrupted, "interrupted", "")
  }

  /// A call that failed.
  ///
  /// - Parameters:
  ///   - what: what could not be done.
  ///   - isOfStorage: whether Cloud Storage was called, and not the tuning service.
  init(_ failure: ServiceFailure, _ what: String, isOfStorage: Bool = false) {
    switch failure {
    case .interrupted: self = .interrupted
    case .transport(let transport) where transport.kind == .interrupted: self = .interrupted
    case .credentials: self.init(.trouble, "credentials", "\(failure)")
    case .transport(let transport):
      let words = "\(failure)"
      let isSaid = words.hasPrefix(what)
      let hint = transport.isPassing ? "; check the network, and run the command again" : ""
      self.init(.trouble, "network", "\(isSaid ? "" : "\(what): ")\(words)\(hint)")
    case .refused(let refusal):
      let advice = isOfStorage ? ServiceAdvice.onStorage(refusal) : ServiceAdvice.on(refusal)
      let code = refusal.code.isEmpty ? "\(refusal.status)" : refusal.code
      self.init(.trouble, code, "\(what): \(failure)\(advice.map { "; \($0)" } ?? "")")
    }
  }

  init(_ fault: StateFault) { self.init(.trouble, "state", fault.description) }

  init(_ failure: CreationFailure) {
    switch failure {
    case .service(let failure): self.init(failure, "the job cannot be created")
    case .state(let fault): self.init(fault)
    }
  }
}
