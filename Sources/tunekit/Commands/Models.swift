import ArgumentParser
import ModelCatalog
import Reports

/// `tunekit models`: what each model accepts.
struct Models: Command {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Show the models that can be tuned and their limits.")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: ArgumentHelp("How to show them; json is what --catalog reads.", valueName: "form"))
  var format = Form.text

  @OptionGroup var catalog: CatalogOptions

  func perform() throws(Trouble) -> Outcome {
    let catalog = try catalog.load()
    var output = OutputStream.standardOutput
    switch format {
    case .text: output.write(ModelsTable(catalog).text)
    case .json: output.write(VisibleText(lines: String(decoding: catalog.catalogJSON(), as: UTF8.self)))
    }
    return Outcome(writing: output)
  }
}
