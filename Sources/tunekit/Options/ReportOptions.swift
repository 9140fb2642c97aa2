import ArgumentParser
import Diagnostics
import Reports
import SystemPackage

/// The options that determine what is written of a run, in which forms, and where.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format = ReportForm.text

  @Option(
    help: ArgumentHelp(
      "Also write a report to a file, such as sarif=findings.sarif; can be repeated.",
      valueName: "format=path"))
  var output: [String] = []

  @Flag(name: .shortAndLong, help: "Write only findings, without a summary.")
  var quiet = false

  @Flag(help: "Write only how many findings each rule has.")
  var statistics = false

  @Option(help: .color) var color = ColorChoice.auto

  /// The first of these options that is given; nil if none is.
  var firstOption: String? {
    if format != .text { return "--format" }
    if !output.isEmpty { return "--output" }
    return quiet ? "--quiet" : statistics ? "--statistics" : nil
  }

  /// The files that reports are written to. All of them are checked before any file is read.
  func files() throws(Trouble) -> [ReportFile] {
    guard !statistics || format == .text else {
      throw Trouble("--statistics is a format of its own: leave out --format \(format.rawValue)")
    }
    var files: [ReportFile] = []
    for text in output { files.append(try ReportFile(text)) }
    return files
  }

  /// Whether a run is written in a form, on standard output or to a file.
  func has(_ form: ReportForm, _ files: [ReportFile]) -> Bool {
    format == form || files.contains { $0.form == form }
  }

  /// Where a run is shown, beside the files.
  enum Place {
    case standardOutput, standardError, nowhere
  }

  /// Writes a run to a place and to files. What cannot be written is trouble, and the rest is written all the same.
  func write(
    _ report: RunReport, _ choices: ReportChoices, on place: Place, and files: [ReportFile],
    _ outcome: inout Outcome
  ) {
    switch place {
    case .standardOutput:
      outcome.attempt { () throws(Trouble) in try write(report, choices, to: .standardOutput) }
    case .standardError:
      outcome.attempt { () throws(Trouble) in try write(report, choices, to: .standardError) }
    case .nowhere: break
    }
    for file in files { outcome.attempt { () throws(Trouble) in try file.write(report, choices) } }
    if has(.github, files) {
      outcome.attempt { () throws(Trouble) in try StepSummary.append(report, choices) }
    }
  }

  private func write(
    _ report: RunReport, _ choices: ReportChoices, to output: consuming OutputStream
  ) throws(Trouble) {
    var choices = choices
    choices.width = SystemCalls.columns(of: .standardOutput)
    choices.isColored = color.isColored
    choices.isQuiet = quiet
    let reporter: any Reporter = statistics ? RuleCountsReport(choices) : format.reporter(choices)
    reporter.write(report, to: &output)
    try output.finish()
  }
}
