import ArgumentParser
import Diagnostics
import ModelCatalog
import Reports
import Settings
import TuningDatasets
import TuningJobs

/// `tunekit config`: which settings are in force for a file.
struct Config: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "config",
    abstract: "Show the settings that are in force for a file.",
    discussion: """
      Each setting is shown with the line of the settings file that it comes from. --schema writes the JSON Schema of \
      settings files for editors.
      """)

  enum Form: String, Choice {
    case text, json
  }

  @Argument(help: "The dataset or job file; it does not have to exist.")
  var file: String?

  @OptionGroup var settings: SettingsOptions

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format = Form.text

  @Flag(help: "Write the JSON Schema of settings files.")
  var schema = false

  func perform() throws(Trouble) -> Outcome {
    var output = OutputStream.standardOutput
    if schema {
      guard file == nil else { throw Trouble("--schema takes no file") }
      output.write(VisibleText(lines: String(decoding: SettingsFileSchema.json(.all), as: UTF8.self)))
      return Outcome(writing: output)
    }
    guard let file else { throw Trouble("no file is given: give the dataset or job file, or --schema") }
    let report = SettingsReport(try resolved(file))
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    return Outcome(writing: output)
  }

  private func resolved(_ file: String) throws(Trouble) -> ResolvedSettings {
    let settings = try RunSettings(settings, for: [file])
    return try settings.resolved(for: file, rules, by: try limits(of: try settings.model()))
  }

  /// The limits of a model; the loosest ones without a model.
  private func limits(of model: Setting<String>?) throws(Trouble) -> TuningLimits {
    guard let model else { return LoosestLimits.builtIn.limits }
    guard let known = ModelCatalog.builtIn.model(id: model.value) else {
      return try RunSettings.naming(model.origin) { () throws(Trouble) -> TuningLimits in
        throw CatalogOption.unknownModel(model.value, of: .builtIn, isToBeTuned: true)
      }
    }
    return known.limits
  }
}
