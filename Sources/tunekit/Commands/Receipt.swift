import ArgumentParser
import ByteStreams
import Documents
import ModelCatalog
import Reports
import TuningDatasets
import TuningJobs

/// `tunekit receipt`: the commands for receipts.
struct Receipt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Check the receipts that 'tunekit plan --receipt' writes.",
    subcommands: [VerifyReceipt.self])
}

/// `tunekit receipt verify`: checks a receipt against its job file and datasets.
struct VerifyReceipt: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "verify", abstract: "Check a receipt against its job file and datasets.",
    discussion: """
      The job and its datasets are checked again, and the results are compared with the receipt. The output lists what was \
      verified and what cannot be verified. Give the same options as to 'tunekit plan'. Exit status: 0 the receipt matches, \
      1 something differs, 2 something could not be read.
      """)

  @Argument(help: "The receipt.", completion: .file())
  var file: String

  @OptionGroup var job: JobOptions

  @OptionGroup var rules: RuleOptions

  func perform() throws(Trouble) -> Outcome {
    guard file != ByteStream.standardInputPath else {
      throw Trouble(
        "'receipt verify' needs a file, not standard input: the paths in a receipt are relative to its folder"
      )
    }
    try StandardInput.check([job.modelInfo, job.catalog, job.tokenizer])
    let path = try ReceiptFile.behindLinks(file)
    let bytes = try SmallFile.read(
      file, as: "receipt", atMost: UnverifiedReceipt.maximumFileBytes, regularFilesOnly: true)
    let receipt: UnverifiedReceipt
    do throws(DocumentFault) {
      receipt = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble(
        "\(file) is not a tunekit receipt (\(error.description)): create one with 'tunekit plan --receipt'")
    }
    var planning = try job.planning(today: CatalogDate(daysSince1970: SystemCalls.today))
    planning.validation.rules = try rules.settingsOfReceipt()
    planning.limits.jobs = Cores.threads
    planning.receiptVersion = Tunekit.version
    let progress = ProgressDisplay()
    let result = receipt.verify(at: path, with: planning) { progress.show($0) }
    progress.clear()
    return write(result)
  }

  /// Writes what was verified, or what differs from the receipt.
  private func write(_ result: Result<VerifiedReceipt, ReceiptDifferences>) -> Outcome {
    var output = OutputStream.standardOutput
    var outcome = Outcome()
    switch result {
    case .success(let verified):
      let datasets = Quantity.count(verified.receipt.datasets.count, "dataset")
      output.write("\(file): the job and its \(datasets) match the receipt\n")
      for (title, clauses) in [("verified", verified.proved), ("not verified", verified.trusted)] {
        output.write("\n\(title):\n")
        for clause in clauses { output.write("  - \(clause)\n") }
      }
    case .failure(let differences):
      for difference in differences.list {
        let path = difference.isReadable ? "\(difference.path) " : ""
        output.write("\(path)\(difference.problem)\n")
      }
      outcome.hasFailed = true
      if !differences.list.allSatisfy(\.isReadable) {
        outcome.add(
          Trouble("some files of the receipt cannot be read: put them back where they were"))
      }
    }
    outcome.attempt { () throws(Trouble) in try output.finish() }
    return outcome
  }
}
