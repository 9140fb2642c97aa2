import Diagnostics
import JSONLines
import Reports
import TuningJobs

/// A plan for programs: the report on the job file and the datasets, and what the plan adds to it.
struct PlanJSON {
  private let plan: JobPlan
  private let report: RunReport

  init(_ plan: JobPlan, _ report: RunReport) {
    self.plan = plan
    self.report = report
  }

  /// Writes the object, described in the article on JSON output.
  func write(to output: inout some VisibleOutput) {
    JSONReport(rules: RuleIndex(RuleBook.descriptions)).write(
      report, to: &output,
      with: { json in
        json.array("plan") { json in
          for line in PlanText(plan).lines {
            json.object { json in
              json.member("title", line.title)
              json.member("text", line.text)
            }
          }
        }
        json.member("estimatedCostInDollars", plan.estimatedCostInDollars)
        json.array("checkedOnline") { json in for item in plan.job.checkedOnline { json.string(item) } }
        switch plan.request {
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
