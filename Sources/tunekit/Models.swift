import ArgumentParser
import ModelCatalog
import Reports

/// `tunekit models`: what each model accepts.
struct Models: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Show the models that can be tuned and their limits.")

  @Option(help: ArgumentHelp("How to show them; json is what --catalog reads.", valueName: "form"))
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp("A catalogue of models to read in place of the built-in one.", valueName: "file"))
  var catalog: String?

  func run() throws {
    let catalog = try CatalogChoice(path: catalog).load()
    var output = OutputStream.standardOutput
    switch format {
    case .text: output.write(ModelsTable(catalog).text)
    case .json: output.write(VisibleText(lines: String(decoding: catalog.catalogJSON(), as: UTF8.self)))
    }
    try output.finish()
  }
}
