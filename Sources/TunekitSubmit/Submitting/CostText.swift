import ModelCatalog
import TuningDatasets
import Diagnostics
import Reports
import Submission
import TuningJobs

/// What a job costs where the service chooses the epochs: examples in place of a number.
///
/// The service has been seen to choose 40 epochs for 166 examples. Source: a report of a user, as of 2026-11-28.
struct CostText {
  private let planned: PlannedJob

  init(_ planned: PlannedJob) { self.planned = planned }

  /// A line; nil where the plan tells the cost, or where nothing can be said.
  var line: VisibleText? {
    guard planned.epochs == nil, let training = planned.plan.dataset(.training) else { return nil }
    guard training.multimodalExamples == 0,
      let cents = planned.plan.baseModel?.trainingPriceInCentsPerMillionTokens.value
    else { return "cost unknown: the service chooses the epochs, and the price of one is not known" }
    let examples = [1, 3, 10, 40].map { epochs in
      let dollars = Double(training.textTokens) * Double(epochs) * Double(cents) / 1e8
      return "\(Money.dollars(dollars)) for \(Quantity.count(epochs, "epoch"))"
    }
    return "cost unknown: the service chooses the epochs; about \(examples.joined(separator: ", "))"
  }
}
