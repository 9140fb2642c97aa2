import ArgumentParser
import ByteStreams
import Documents
import ModelCatalog
import TuningDatasets
import TuningJobs

/// The options that say how a job and its datasets are checked: those of `tunekit plan` that a receipt allows.
struct PlanningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project of the job; overrides the file.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("The region of the job; overrides the file.", valueName: "region"))
  var location: String?

  @Option(
    help: ArgumentHelp(
      "A model catalogue to use instead of the built-in one ('tunekit models --format json' writes one).",
      valueName: "file"), completion: .file())
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "Count tokens exactly with this SentencePiece model. Without it, tokens are estimated.",
      valueName: "file"), completion: .file())
  var tokenizer: String?

  /// Prepares the check of a job on a day.
  func planning(today: CatalogDate) throws(Stop) -> JobPlanning {
    var validation = JobValidation(catalog: try loadedCatalog(), today: today)
    validation.project = project
    validation.location = location
    var planning = JobPlanning(validation)
    planning.receiptVersion = TunekitSubmit.version
    // What the digests wait for is kept in blocks: small ones keep the memory of a submission below 32 MB.
    planning.limits.blockBytes = 1 << 18
    if let tokenizer {
      let bytes = try SmallFile.read(tokenizer, as: "tokenizer", atMost: 64 << 20)
      do {
        try planning.countTokens(with: bytes)
      } catch {
        throw .trouble("the tokenizer '\(tokenizer)' cannot be used: \(error)")
      }
    }
    return planning
  }

  private func loadedCatalog() throws(Stop) -> ModelCatalog {
    guard let catalog else { return .builtIn }
    let bytes = try SmallFile.read(catalog, as: "catalogue", atMost: ModelCatalog.maxFileBytes)
    do throws(DocumentFault) {
      return try ModelCatalog(parsing: bytes)
    } catch {
      throw .trouble("\(catalog):\(error)")
    }
  }
}
