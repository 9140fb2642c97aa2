import ArgumentParser
import ModelCatalog
import Reports
import SystemPackage

/// `tunekit models`: what each model accepts.
struct Models: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "models",
    abstract: "Show the models that can be tuned and their limits.")

  enum Form: String, Choice {
    case text, json
  }

  @Argument(
    help: "The model to show in full, with the source of each fact. Without it, all models are listed.",
    completion: .models)
  var id: String?

  @Option(
    help: ArgumentHelp("The output format; --catalog reads json without an ID.", valueName: "format"))
  var format = Form.text

  @Option(help: .catalog, completion: .file()) var catalog: String?

  func perform() throws(Trouble) -> Outcome {
    let catalog = try CatalogOption.load(catalog)
    var output = OutputStream.standardOutput
    output.write(try text(of: catalog))
    return Outcome(writing: output)
  }

  private func text(of catalog: ModelCatalog) throws(Trouble) -> VisibleText {
    let width = SystemCalls.columns(of: .standardOutput)
    let text: VisibleText? =
      switch (format, id) {
      case (.text, nil): ModelsTable(catalog, width: width).text
      case (.text, let id?): ModelText(id, of: catalog, width: width)?.text
      case (.json, nil): VisibleText(lines: String(decoding: catalog.catalogJSON(), as: UTF8.self))
      case (.json, let id?):
        catalog.modelJSON(id: id).map { VisibleText(lines: String(decoding: $0, as: UTF8.self)) }
      }
    guard let text else { throw CatalogOption.unknownModel(id ?? "", of: catalog, isToBeTuned: false) }
    return text
  }
}
