import ArgumentParser
import ByteStreams
import Documents
import ModelCatalog
import Reports
import TuningDatasets
import TuningJobs

/// `tunekit receipt`: what there is to do with receipts.
struct Receipt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Check the receipts that 'tunekit plan --receipt' writes.",
    subcommands: [VerifyReceipt.self])
}

/// `tunekit receipt verify`: whether anything refutes a receipt.
struct VerifyReceipt: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a receipt against its job file and its datasets.",
    discussion: """
      The job and its datasets are checked again, and all that the receipt says is compared with what comes of that. What \
      cannot be proved that way is listed. Give the options that 'tunekit plan' was given. Exit status: 0 nothing refutes \
      the receipt, 1 something does, 2 something could not be read.
      """)

  @Argument(help: "The receipt.")
  var file: String

  @OptionGroup var job: JobOptions

  @OptionGroup var rules: RuleOptions

  func perform() throws(Trouble) -> Outcome {
    guard file != ByteStream.standardInputPath else {
      throw Trouble("'receipt verify' takes the name of a file, since a receipt counts its paths from there")
    }
    let path = try ReceiptFile.behindLinks(file)
    let bytes = try SmallFile.read(
      file, as: "receipt", atMost: UnverifiedReceipt.maximumFileBytes, regularFilesOnly: true)
    let receipt: UnverifiedReceipt
    do throws(DocumentFault) {
      receipt = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble(
        "\(file) is no receipt of tunekit (\(error.description)): write one with 'tunekit plan --receipt'")
    }
    var planning = JobPlanning(try job.validation(today: CatalogDate(daysSince1970: SystemCalls.today)))
    planning.validation.rules = try rules.settingsOfReceipt()
    planning.limits.jobs = Cores.threads
    planning.receiptVersion = Tunekit.version
    let progress = ProgressDisplay()
    let result = receipt.verify(at: path, with: planning) { progress.show($0) }
    progress.clear()
    return write(result)
  }

  /// Writes what speaks for the receipt and what against it.
  private func write(_ result: Result<VerifiedReceipt, ReceiptDifferences>) -> Outcome {
    var output = OutputStream.standardOutput
    var outcome = Outcome()
    switch result {
    case .success(let verified):
      let datasets = Quantity.count(verified.receipt.datasets.count, "dataset")
      output.write("\(file): the job and its \(datasets) are as they were checked\n")
      for (title, clauses) in [("proved", verified.proved), ("taken on trust", verified.trusted)] {
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
          Trouble("not all files of the receipt can be read: put them back where they were checked"))
      }
    }
    outcome.attempt { () throws(Trouble) in try output.finish() }
    return outcome
  }
}
