import ArgumentParser
import ByteStreams
import Diagnostics
import TuningDatasets

/// The options that determine what is fixed, and where fixed data go.
struct FixOptions: ParsableArguments {
  @Flag(
    help: """
      Fix what can be fixed without a change of meaning, and report what is left. Each file is replaced once it is whole. \
      'tunekit explain' says what a rule fixes.
      """)
  var fix = false

  @Flag(help: "With --fix or --diff, also make changes that can change the meaning of the data.")
  var unsafeFixes = false

  @Flag(
    help:
      "Show only what --fix would change, as a unified diff, change nothing, and exit with 1 if that is something."
  )
  var diff = false

  @Option(
    name: [.customShort("o"), .customLong("fixed")],
    help: ArgumentHelp(
      """
      With --fix, the file for the fixed data, which leaves the dataset as it is; '-' is standard output. A file is \
      compressed if its name ends in .gz.
      """, valueName: "file"))
  var fixedFile: String?

  /// Whether something is to be fixed, or shown as fixed.
  private var isOn: Bool { fix || diff }

  /// Whether the fixed data go to standard output.
  private var writesData: Bool { fixedFile == ByteStream.standardInputPath }

  /// Where the report is shown: standard output may be for the fixed data, or for the difference.
  var reportPlace: ReportOptions.Place { diff ? .nowhere : writesData ? .standardError : .standardOutput }

  /// The file for the fixed data; nil if they go elsewhere.
  var written: WrittenFile? {
    writesData ? nil : fixedFile.map { WrittenFile("-o \($0)", $0) }
  }

  /// Checks that the options fit each other, the files and other options.
  func check(
    _ files: [String], _ input: InputOptions, _ baseline: BaselineOptions, _ reports: ReportOptions
  ) throws(Trouble) {
    if unsafeFixes, !isOn {
      throw Trouble("--unsafe-fixes changes nothing without --fix or --diff: give one of them")
    }
    if isOn, input.since != nil {
      throw Trouble(
        "\(fix ? "--fix" : "--diff") is about all lines, not only those added since a revision: leave out --since"
      )
    }
    if diff, baseline.writeBaseline {
      throw Trouble(
        "--diff cannot be used with --write-baseline, because it writes no data: give only one of them")
    }
    if diff, let option = reports.firstOption {
      throw Trouble("--diff shows no report: leave out \(option), or --diff")
    }
    guard let fixedFile else { return }
    guard fix, !diff else { throw Trouble("-o takes the fixed data of --fix: give --fix, and not --diff") }
    if fixedFile.isEmpty { throw Trouble("the path after -o is empty: give the name of a file to write") }
    try WrittenFile.checkName(fixedFile)
    guard files.count == 1 else {
      throw Trouble(
        "-o takes the fixed data of one file, not of \(files.count): give one, or fix them in place")
    }
  }

  /// Validates files, and fixes them if that is asked for.
  func run<Failure: Error>(
    _ validation: DatasetValidation, progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> DatasetFixing.Outcome {
    guard isOn else { return DatasetFixing.Outcome(of: try validation.summarize(progress: progress)) }
    return try SystemCalls.withFilesRemovedAtSignals(whileFixing: true) { () throws(Failure) in
      try fixed(validation, progress: progress)
    }
  }

  private func fixed<Failure: Error>(
    _ validation: DatasetValidation, progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> DatasetFixing.Outcome {
    var fixing = DatasetFixing(validation)
    fixing.allowsUnsafeFixes = unsafeFixes
    fixing.notesChanges = diff
    if diff || writesData {
      fixing.target = .caller
    } else if let fixedFile {
      fixing.target = .file(fixedFile)
    }
    var output = OutputStream.standardOutput
    var troubles: [String] = []
    var outcome = try fixing.run(progress: progress) { (file) throws(Failure) in
      do throws(ByteStreamError) {
        if diff {
          try UnifiedDiff(of: file).write { output.write(data: $0) }
        } else {
          try file.read { output.write(data: $0) }
        }
      } catch {
        troubles.append(error.description)
      }
    }
    do throws(Trouble) {
      try output.finish()
    } catch {
      troubles.append(error.message)
    }
    outcome.troubles += troubles
    return outcome
  }
}

extension Outcome {
  /// Adds what fixing came to.
  mutating func add(_ fixed: DatasetFixing.Outcome, showing options: FixOptions) {
    if options.diff { hasFailed = fixed.changedFiles > 0 }
    for trouble in fixed.troubles { add(Trouble(trouble)) }
  }
}
