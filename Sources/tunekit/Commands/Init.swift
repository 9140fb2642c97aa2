import ArgumentParser
import ByteStreams
import ModelCatalog
import Reports
import SystemPackage
import TuningJobs

/// `tunekit init`: writes a job file to start from.
struct Init: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "init", abstract: "Write a job file to start from.",
    discussion: """
      The file has the required fields of a tuning job, and the optional ones in comments. The job tunes a base model or, \
      with --from, continues from a tuned model. An existing file is never replaced.
      """)

  @Argument(help: "The file to write; '-' is standard output.", completion: .file())
  var file = "job.json"

  @Option(help: ArgumentHelp("The base model to tune.", valueName: "id"), completion: .models)
  var baseModel: String?

  @Option(
    help: ArgumentHelp(
      "The tuned model to continue from, as projects/…/locations/…/models/…[@version].", valueName: "name")
  )
  var from: String?

  func perform() throws(Trouble) -> Outcome {
    let text = JobTemplate(try model()).text
    guard file != "-" else {
      var output = OutputStream.standardOutput
      output.write(VisibleText(lines: text))
      return Outcome(writing: output)
    }
    try ReplacementFile.write(to: file, isNew: true) { $0.write(VisibleText(lines: text)) }
    var output = OutputStream.standardOutput
    output.write("wrote \(file): edit it, then run: tunekit plan \(file)\n")
    return Outcome(writing: output)
  }

  private func model() throws(Trouble) -> JobTemplate.Model {
    guard let from else { return .base(try tunableModel(baseModel ?? Self.defaultModel).id) }
    guard baseModel == nil else {
      throw Trouble("--from and --base-model cannot be used together: a job tunes one model")
    }
    do throws(NameFault) {
      return .tuned(try ModelName(from))
    } catch {
      throw Trouble("--from is not the name of a model: its \(error.piece) \(error.problem)")
    }
  }

  /// The model of the file if no option gives one.
  private static let defaultModel = "gemini-3.1-flash-lite"

  private func tunableModel(_ id: String) throws(Trouble) -> TunableModel {
    let catalog = ModelCatalog.builtIn
    if let model = catalog.model(id: id), model.isTunable.value { return model }
    guard catalog.untunable(named: id) == nil else { throw CatalogOption.untunableModel(id, of: catalog) }
    let hint = catalog.nearestID(to: id).map { "did you mean '\($0)'? " } ?? ""
    throw Trouble("model '\(id)' cannot be tuned: \(hint)'tunekit models' lists the models that can be tuned")
  }
}
