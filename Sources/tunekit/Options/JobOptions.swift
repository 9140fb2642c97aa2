import ArgumentParser
import ByteStreams
import Documents
import ModelCatalog
import TuningJobs

/// What a tuning job is checked by.
struct JobOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project that the job runs in, in place of the file's.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("The region that the job runs in, in place of the file's.", valueName: "region"))
  var location: String?

  @Option(
    help: ArgumentHelp(
      """
      What is known of the tuned model: the output of 'gcloud ai models describe --format=json', the API's Model, or \
      model_dump_json() of the Gen AI SDK's job or model.
      """, valueName: "file"))
  var modelInfo: String?

  @OptionGroup var catalog: CatalogOptions

  /// The options as the check of a job takes them.
  func validation(today: CatalogDate) throws(Trouble) -> JobValidation {
    var validation = JobValidation(catalog: try catalog.load(), today: today)
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
