public import Diagnostics

/// A tuning job that was checked together with its datasets and has no error: what a program may send.
///
/// Nobody else can make one, so whoever takes one need not check again:
///
///     var planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
///     planning.receiptVersion = "my-program 1.0"
///     let plan = planning.run(bytes, path: "job.json") { _ in }
///     let job = try ValidatedTuningJob(plan)
///     send(job.request.method, job.request.url, job.request.body)
public struct ValidatedTuningJob: Sendable {
  /// Why a plan is no validated job.
  public enum Fault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Something is an error, or could not be read.
    case hasErrors
    /// Rules that find errors did not run: see ``RuleSettings/errorsLeftOut``.
    case errorsLeftOut([RuleCode])
    /// There is no request.
    case noRequest(TuningRequestFault)
    /// No receipt was asked for: see ``JobPlanning/receiptVersion``.
    case noReceipt

    /// What is wrong, as one sentence without a full stop.
    public var description: String {
      switch self {
      case .hasErrors: "the job or its datasets have errors"
      case .errorsLeftOut(let codes):
        "rules that find errors did not run: \(Shown.list(codes.map(\.description)))"
      case .noRequest(let fault): fault.description
      case .noReceipt: "no receipt was asked for, so nothing says which data were checked"
      }
    }
  }

  /// The request that creates the job.
  public let request: TuningRequest
  /// What was checked: with it the data that are uploaded can be compared.
  public let receipt: JobReceipt

  /// Takes the job of a plan that has no errors and has a receipt.
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
