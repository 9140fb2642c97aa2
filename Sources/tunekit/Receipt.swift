import ArgumentParser
import Reports
import TuningJobs

/// `tunekit receipt`: what there is to do with receipts.
struct Receipt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Check the receipts that 'tunekit plan --receipt' writes.",
    subcommands: [VerifyReceipt.self])
}

/// `tunekit receipt verify`: whether files are still those that were checked.
struct VerifyReceipt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove that the files of a receipt are still those that were checked.",
    discussion: """
      The job file and the datasets are read and hashed again. Exit status: 0 all are the same, 1 a file has changed, 2 \
      something could not be read.
      """)

  @Argument(help: "The receipt.")
  var file: String

  func run() throws {
    let bytes = try SmallFile.read(file, as: "receipt", atMost: 1 << 20)
    let receipt: UnverifiedReceipt
    do throws(UnverifiedReceipt.Fault) {
      receipt = try UnverifiedReceipt(parsing: bytes)
    } catch {
      throw Trouble(
        "\(file) is no receipt of tunekit (\(error.description)): write one with 'tunekit plan --receipt'")
    }
    var output = OutputStream.standardOutput
    switch receipt.verify(in: file) {
    case .success(let receipt):
      let datasets = Quantity.count(receipt.datasets.count, "dataset")
      output.write("\(VisibleText.of(file)): the job and its \(datasets) are as they were checked\n")
      try output.finish()
    case .failure(let differences):
      for difference in differences.list {
        let path = difference.isReadable ? "\(difference.path) " : ""
        output.write(VisibleText.of(path + difference.problem) + "\n")
      }
      try output.finish()
      if differences.list.allSatisfy(\.isReadable) { throw Outcome(exitStatus: 1) }
      throw Trouble("not all files of the receipt can be read: put them back where they were checked")
    }
  }
}
