import Diagnostics

extension TextReport {
  /// Writes the block that ends a report.
  func write(_ summary: RunSummary, of report: RunReport, to output: inout some VisibleOutput) {
    write(report.taken, to: &output)
    output.write("checked \(volume(of: summary)) \(speed(of: summary, report))\n")
    let limits = report.model ?? "loosest of all tunable models"
    let changes = report.settings.changesLimits ? ", with changes in the settings" : ""
    output.write("limits: \(limits)\(changes), catalogue of \(report.catalogDate)\n")
    if !report.settings.files.isEmpty {
      output.write("settings: \(report.settings.files.joined(separator: ", "))\n")
    }
    if !summary.fixed.isEmpty { output.write("\(fixes(of: summary))\n") }
    writeTotals(of: summary, to: &output)
    if proposesFixes, let fixes = proposedFixes(of: summary) { output.write("\(fixes)\n") }
    for sentence in summary.notExamined { output.write("\(sentence)\n") }
    if let since = report.since, since.leftOut > 0 {
      let (findings, are) = (Quantity.count(since.leftOut, "finding"), since.leftOut == 1 ? "is" : "are")
      output.write("\(findings) on lines that were there at \(since.revision) \(are) not shown\n")
    }
    if let baseline = report.baseline { write(baseline, to: &output) }
    output.write(
      "\(verdict(of: summary, (report.baseline?.suppressed ?? 0) + (report.since?.leftOut ?? 0)))\n")
  }

  /// Writes which files were taken from what was given.
  private func write(_ taken: TakenFiles, to output: inout some VisibleOutput) {
    for folder in taken.folders where !folder.files.isEmpty {
      output.write("took \(list(folder.files, "from \(folder.path)"))\n")
    }
    if !taken.forValidationOnly.isEmpty {
      output.write("took \(list(taken.forValidationOnly, "for validation only"))\n")
    }
    if !taken.repeated.isEmpty {
      output.write("took \(list(taken.repeated, "once, though given more than once"))\n")
    }
  }

  /// How many files there are, and the first of their names.
  private func list(_ files: [String], _ words: VisibleText) -> VisibleText {
    let rest = files.count - Self.mostFilesNamed
    let names = files.prefix(Self.mostFilesNamed).joined(separator: ", ")
    let more = rest > 0 ? " and \(Quantity.count(rest)) more" : ""
    return "\(Quantity.count(files.count, "file")) \(words): \(names)\(more)"
  }

  /// How many files are named.
  private static let mostFilesNamed = 20

  /// Writes what the baseline was used for.
  private func write(_ baseline: BaselineUse, to output: inout some VisibleOutput) {
    if baseline.isWritten {
      output.write("wrote \(baseline.path): \(Quantity.count(baseline.entries, "entry", "entries"))\n")
    }
    if baseline.suppressed > 0 {
      let (findings, are) = (
        Quantity.count(baseline.suppressed, "finding"), baseline.suppressed == 1 ? "is" : "are"
      )
      output.write("\(findings) in the baseline \(baseline.path) \(are) not shown\n")
    }
    if baseline.stale > 0 {
      let entries = Quantity.count(baseline.stale, "entry", "entries")
      output.write(
        """
        \(entries) of the baseline \(baseline.path) had no finding; if all files were checked, renew it with \
        --write-baseline

        """)
    }
  }

  /// How much was checked.
  private func volume(of summary: RunSummary) -> String {
    if summary.jobFiles == summary.filesRead { return Quantity.count(summary.jobFiles, "job file") }
    var examples = Quantity.count(summary.trainingExamples, "example")
    if summary.validationExamples > 0 {
      examples = Quantity.count(summary.validationExamples, "validation example")
      if summary.trainingExamples > 0 {
        examples = "\(Quantity.count(summary.trainingExamples)) training and \(examples)"
      }
    }
    let files = Quantity.count(summary.filesRead, "file")
    let turns = Quantity.count(summary.turns, "turn")
    return "\(files): \(examples), \(turns), \(Quantity.bytes(summary.bytes))"
  }

  /// What was fixed.
  private func fixes(of summary: RunSummary) -> String {
    let all = summary.fixed.reduce(0) { $0 + $1.findings }
    let rules = summary.fixed.map { "\(Quantity.count($0.findings)) of \($0.code)" }
    return "fixed \(Quantity.count(all, "finding")): \(rules.joined(separator: ", "))"
  }

  /// What could be fixed, by the rules that have findings; nil if nothing.
  private func proposedFixes(of summary: RunSummary) -> String? {
    let safe = summary.totals.filter { rules[$0.code].fix?.safely != nil }.map(\.code.description)
    let others = summary.totals.filter { rules[$0.code].fix?.unsafely != nil }.map(\.code.description)
    if safe.isEmpty, others.isEmpty { return nil }
    if safe.isEmpty { return "--fix --unsafe-fixes can fix findings of \(others.joined(separator: ", "))" }
    let more = others.isEmpty ? "" : "; with --unsafe-fixes more, of \(others.joined(separator: ", "))"
    return "--fix can fix findings of \(safe.joined(separator: ", "))\(more)"
  }

  /// How long it took, and the speed where one can be told.
  private func speed(of summary: RunSummary, _ report: RunReport) -> String {
    let rate = Quantity.rate(bytes: summary.bytes, seconds: report.elapsedSeconds)
    return "in \(Quantity.duration(report.elapsedSeconds))\(rate.map { " (\($0))" } ?? "")"
  }

  /// Writes how often each rule found something.
  private func writeTotals(of summary: RunSummary, to output: inout some VisibleOutput) {
    if summary.totals.isEmpty { return }
    let names = TextColumns.widest(summary.totals.map { rules[$0.code].name })
    let severities = TextColumns.widest(summary.totals.map(\.severity.name))
    let numbers = TextColumns.widest(summary.totals.map { Quantity.count($0.findings) })
    output.write("\n")
    for total in summary.totals {
      let name = TextColumns.pad(rules[total.code].name, to: names)
      let padding = String(repeating: " ", count: severities - total.severity.name.utf8.count)
      let severity = style.paint("\(total.severity.name)", TerminalStyle.Ink(total.severity))
      let number = TextColumns.padLeft(Quantity.count(total.findings), to: numbers)
      let mark: VisibleText = listing.lists(total.code, total.severity) ? "" : "  not listed"
      output.write("\(total.code)  \(name)  \(severity)\(padding)  \(number)\(style.paint(mark, .dim))\n")
    }
    output.write("\n")
  }

  /// The last line, which is all that many will read.
  private func verdict(of summary: RunSummary, _ suppressed: Int) -> VisibleText {
    let failed =
      summary.filesFailed == 0
      ? "" : "; \(Quantity.count(summary.filesFailed, "file")) could not be checked to the end"
    guard let worst = summary.totals.first?.severity else {
      let nothing = style.paint(suppressed > 0 ? "no new findings" : "no findings", .bold)
      return "\(nothing)\(summary.notExamined.isEmpty ? "" : " in what was examined")\(failed)"
    }
    if worst == .info, summary.notExamined.isEmpty {
      let notes = Quantity.count(summary.findings, "remark")
      return "\(style.paint("no errors, no warnings", .bold)), \(notes)\(failed)"
    }
    let findings = style.paint("\(Quantity.count(summary.findings, "finding"))", .bold)
    return "\(findings), the worst: \(style.paint("\(worst.name)", TerminalStyle.Ink(worst)))\(failed)"
  }
}
