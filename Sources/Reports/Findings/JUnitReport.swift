public import Diagnostics

/// Writes a JUnit report, as CI servers read it: a test suite for each file, and in it a test case for each rule that
/// ran.
///
/// A rule fails whose findings make the program fail; what others found is the output of their test case.
public struct JUnitReport: Reporter {
  private let choices: ReportChoices
  private let listing = FindingListing.everything

  /// The most findings of a rule and a file that are listed.
  private static let mostFindings = 100

  /// Prepares a report.
  public init(_ choices: ReportChoices) { self.choices = choices }

  /// Writes the test suites.
  public func write(_ report: RunReport, to output: inout some VisibleOutput) {
    let suites = report.files.enumerated().map { number, file in
      let found = listing.rules(of: file, listing: Self.mostFindings)
      return (file: file, found: found, codes: self.tests(of: file, number: number, found))
    }
    let tests = suites.reduce(0) { $0 + $1.codes.count + 1 }
    let failures = suites.reduce(0) { $0 + $1.found.count(where: isFailure) }
    let errors = report.files.count { $0.failure != nil }
    let time = VisibleText(Self.seconds(report.elapsedSeconds))
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.write(
      "<testsuites name=\"tunekit\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time)\">\n"
    )
    for (file, found, codes) in suites { write(file, found, codes, to: &output) }
    output.write("</testsuites>\n")
  }

  private func write(
    _ file: FileReport, _ found: [FindingListing.RuleFindings], _ codes: [RuleCode],
    to output: inout some VisibleOutput
  ) {
    let name = XMLText.escaped(file.path)
    let failures = found.count(where: isFailure)
    let errors = file.failure == nil ? 0 : 1
    output.write(
      "  <testsuite name=\"\(name)\" tests=\"\(codes.count + 1)\" failures=\"\(failures)\" errors=\"\(errors)\">\n"
    )
    if let failure = file.failure {
      output.write("    <testcase name=\"read to the end\" classname=\"\(name)\">\n")
      output.write("      <error message=\"\(XMLText.escaped(failure))\"/>\n    </testcase>\n")
    } else {
      output.write("    <testcase name=\"read to the end\" classname=\"\(name)\"/>\n")
    }
    let foundByCode = Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0) })
    for code in codes {
      output.write("    <testcase name=\"\(code) \(choices.rules[code].name)\" classname=\"\(name)\"")
      guard let found = foundByCode[code] else {
        output.write("/>\n")
        continue
      }
      output.write(">\n")
      write(found, in: file, to: &output)
      output.write("    </testcase>\n")
    }
    output.write("  </testsuite>\n")
  }

  /// Writes what a rule found.
  private func write(
    _ found: FindingListing.RuleFindings, in file: FileReport, to output: inout some VisibleOutput
  ) {
    let rule = choices.rules[found.code]
    let number = Quantity.count(found.findings, "finding")
    let element: VisibleText = isFailure(found) ? "failure" : "system-out"
    output.write("      <\(element)")
    if isFailure(found) {
      let first = found.listed.first.map { ", the first: \(rule.message(with: $0.arguments))" } ?? ""
      output.write(" type=\"\(found.severity.name)\" message=\"\(XMLText.escaped(number + first))\"")
    }
    output.write(">")
    for finding in found.listed {
      let place = finding.location.map { ":\($0.line):\($0.column)" } ?? ""
      let words = "\(finding.severity.name): \(rule.message(with: finding.arguments))"
      let remedy = "help: \(rule.remedy(with: finding.arguments))"
      output.write("\(XMLText.escaped("\(file.path)\(place): \(words)"))\n  \(XMLText.escaped(remedy))\n")
    }
    if found.findings > found.listed.count {
      output.write("… and \(Quantity.count(found.findings - found.listed.count)) more\n")
    }
    output.write("</\(element)>\n")
  }

  /// The rules that are tests of a file, by code: those that ran, and others that found something all the same. Of a
  /// file that could not be read to its end, only what was found is known.
  private func tests(
    of file: FileReport, number: Int, _ found: [FindingListing.RuleFindings]
  ) -> [RuleCode] {
    let ran = file.failure == nil ? choices.rules.rules.map(\.code).filter { choices.runs($0, number) } : []
    return Set(ran + found.map(\.code)).sorted()
  }

  private func isFailure(_ found: FindingListing.RuleFindings) -> Bool {
    choices.failingSeverity.map { found.severity >= $0 } ?? false
  }

  /// Seconds with three digits after the point, as the schema wants them.
  private static func seconds(_ seconds: Double) -> String {
    let milliseconds = Quantity.whole(seconds * 1000)
    return "\(milliseconds / 1000).\(String(milliseconds % 1000, digits: 3))"
  }
}
