public import Diagnostics

/// A tuning job that was checked together with its datasets and has no errors, so that a program can send it.
///
/// It can only be made from a ``JobPlan``, so code that receives one does not have to check it again:
///
///     var planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
///     planning.receiptVersion = "my-program 1.0"
///     let plan = planning.run(bytes, path: "job.json") { _ in }
///     let job = try ValidatedTuningJob(plan)
///     send(job.request.method, job.request.url, job.request.body)
public struct ValidatedTuningJob: Sendable {
  /// Why a plan does not become a validated job.
  public enum Fault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Something is an error, or could not be read.
    case hasErrors
    /// Rules that find errors did not run, or have a lower severity: see ``RuleSettings/errorsLeftOut``.
    case errorsLeftOut([RuleCode])
    /// There is no request.
    case noRequest(TuningRequestFault)
    /// No receipt was requested, or limits were changed: see ``JobPlanning``.
    case noReceipt

    /// What is wrong, as one sentence without a full stop.
    public var description: String {
      switch self {
      case .hasErrors: "the job or its datasets have errors"
      case .errorsLeftOut(let codes):
        "rules that find errors did not run as such: \(Shown.list(codes.map(\.description)))"
      case .noRequest(let fault): fault.description
      case .noReceipt:
        "no receipt was requested, or limits were changed, so there is no record of the data that were checked"
      }
    }
  }

  /// The request that creates the job.
  public let request: TuningRequest
  /// The record of what was checked. Compare uploaded data with it.
  public let receipt: JobReceipt

  /// Creates a validated job from a plan without errors that has a receipt.
  public init(_ plan: JobPlan) throws(Fault) {
    if plan.hasErrors { throw .hasErrors }
    guard plan.errorsLeftOut.isEmpty else { throw .errorsLeftOut(plan.errorsLeftOut) }
    do throws(TuningRequestFault) {
      request = try plan.request.get()
    } catch {
      throw .noRequest(error)
    }
    guard let receipt = plan.receipt else { throw .noReceipt }
    self.receipt = receipt
  }
}
