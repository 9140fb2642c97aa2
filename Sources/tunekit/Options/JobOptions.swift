import ArgumentParser
import ByteStreams
import Documents
import ModelCatalog
import Tokenization
import TuningJobs

/// The options that determine how a tuning job is checked.
struct JobOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project of the job; overrides the file.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("The region of the job; overrides the file.", valueName: "region"))
  var location: String?

  @Option(
    help: ArgumentHelp(
      """
      A description of the tuned model: the output of 'gcloud ai models describe --format=json', the API's Model, or \
      model_dump_json() of the Gen AI SDK's job or model.
      """, valueName: "file"), completion: .file())
  var modelInfo: String?

  @Option(help: .catalog, completion: .file()) var catalog: String?

  @Option(help: .tokenizer, completion: .file()) var tokenizer: String?

  /// The planning with these options.
  func planning(today: CatalogDate) throws(Trouble) -> JobPlanning {
    var planning = JobPlanning(try validation(today: today))
    try TokenizerOption.use(tokenizer) { (file) throws(TokenizerFault) in
      try planning.countTokens(with: file)
    }
    return planning
  }

  private func validation(today: CatalogDate) throws(Trouble) -> JobValidation {
    var validation = JobValidation(catalog: try CatalogOption.load(catalog), today: today)
    validation.project = project
    validation.location = location
    if let modelInfo {
      let bytes = try SmallFile.read(
        modelInfo, as: "model description", atMost: ModelDescription.maximumFileBytes)
      do throws(DocumentFault) {
        validation.modelDescription = try ModelDescription(bytes)
      } catch {
        throw Trouble("\(modelInfo):\(error)")
      }
    }
    return validation
  }
}
