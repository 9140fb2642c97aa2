import ArgumentParser
import ByteStreams
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
    let result: Result<JobReceipt, UnverifiedReceipt.Differences>
    do throws(ByteStreamError) {
      result = try receipt.verify(in: file)
    } catch {
      throw Trouble(error.description)
    }
    var output = OutputStream.standardOutput
    switch result {
    case .success(let receipt):
      output.write(
        "\(file): the job and its \(receipt.datasets.count) datasets are those that were checked\n")
    case .failure(let differences):
      for difference in differences.list { output.write("\(difference.path) \(difference.problem)\n") }
    }
    try output.finish()
    if case .failure = result { throw Outcome(exitStatus: 1) }
  }
}
