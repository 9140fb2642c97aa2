public import Diagnostics
import JSONLines
public import TuningJobs

/// A plan for programs: the report on the job file and the datasets, and what the plan adds to it.
public struct PlanJSON: Sendable {
  private let plan: JobPlan
  private let report: RunReport
  private let rules: RuleBook
  private let evenIfInvalid: Bool
  private let tokenizer: String?

  /// A plan and the report on its files, whose findings are of these rules.
  ///
  /// - Parameters:
  ///   - evenIfInvalid: whether the request of a job with errors is written.
  ///   - tokenizer: the file with which tokens were counted; nil if they were estimated.
  public init(
    _ plan: JobPlan, _ report: RunReport, rules: RuleBook, evenIfInvalid: Bool, tokenizer: String? = nil
  ) {
    self.tokenizer = tokenizer
    self.evenIfInvalid = evenIfInvalid
    self.rules = rules
    self.plan = plan
    self.report = report
  }

  /// Writes the object, described in the article on JSON output.
  public func write(to output: inout some VisibleOutput) {
    JSONReport(rules: rules, tokenizer: tokenizer).write(
      report, to: &output,
      with: { json in
        json.array("plan") { json in
          for line in PlanText(plan, tokenizer: tokenizer).lines {
            json.object { json in
              json.member("title", line.title)
              json.member("text", line.text)
            }
          }
        }
        json.member("estimatedCostInDollars", plan.estimatedCostInDollars)
        json.array("checkedOnline") { json in for item in plan.job.checkedOnline { json.string(item) } }
        switch plan.request(evenIfInvalid: evenIfInvalid) {
        case .success(let request):
          json.name("request")
          request.write(to: &json)
        case .failure(let fault):
          json.member("request", String?.none)
          json.member("requestFault", fault.description)
        }
      })
  }
}
