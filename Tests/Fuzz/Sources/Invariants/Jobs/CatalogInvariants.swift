import Diagnostics
import Documents
import JSONLines
import ModelCatalog
import Reports
import TuningDatasets
import TuningJobs

/// What holds for every catalogue file.
public enum CatalogInvariants {
  private static let tokens = Edits.Tokens(smallCatalog)

  /// The built-in catalogue with three of its models, so that less is read each time.
  private static let smallCatalog: [UInt8] = {
    let json = ModelCatalog.builtIn.catalogJSON()
    guard let catalog = try? DocumentValue(parsing: json) else { return json }
    var small = JSONWriter()
    small.object { small in
      for member in catalog.members {
        if member.name == "models" {
          small.array("models") { small in member.value.elements.prefix(3).forEach { small.value($0) } }
        } else {
          small.name(member.name)
          small.value(member.value)
        }
      }
    }
    return small.finish()
  }()

  /// Checks the file that an input stands for as a ``Recipe``: its bytes, or edits of a good catalogue.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    let recipe = Recipe(input, atMost: ModelCatalog.maxFileBytes)
    let bytes = Edits(recipe.bytes, of: tokens).bytes
    let catalog: ModelCatalog
    do throws(DocumentFault) {
      catalog = try ModelCatalog(parsing: bytes)
    } catch {
      return try FindingPlaces.require(line: error.line, column: error.column, in: bytes)
    }
    let json = catalog.catalogJSON()
    try ShownText.requireJSON(json, "the catalogue")
    let again = try? ModelCatalog(parsing: json)
    try BrokenInvariant.unless(
      again == catalog && again?.catalogJSON() == json, "a catalogue that is written is another one")
    try ShownText.require(ModelsTable(catalog).text.description, "the table")
    for id in catalog.models.map(\.id) + catalog.untunableModels.map(\.id) {
      try ShownText.require(ModelText(id, of: catalog)?.text.description ?? "", "a model")
    }
    try checkUses(of: catalog)
  }

  /// Checks a dataset and a job by the facts of a catalogue, whatever numbers they are.
  private static func checkUses(of catalog: ModelCatalog) throws(BrokenInvariant) {
    for text in ["", "gemini", "gemini-2.5-flash-001"] { _ = catalog.nearestID(to: text) }
    let folder = try JobFolder(job: JobFolder.job)
    let limits =
      [DatasetRequirements(loosestOf: catalog)] + catalog.models.map { DatasetRequirements(of: $0) }
    for requirements in limits {
      var validation = DatasetValidation(
        trainingPaths: [folder.trainingPath], requirements: requirements)
      validation.validationPaths = [folder.validationPath]
      try ShownReports.require(validation.run(), rules: RuleBook.datasets.rules)
    }
    let validation = JobValidation(catalog: catalog, today: try JobFolder.day("2026-11-23"))
    try JobInvariants.check(JobFolder.job, validation)
    let plan = JobPlanning(validation).run(JobFolder.job, path: folder.jobPath) { _ in }
    try BrokenInvariant.unless(
      plan.estimatedCostInDollars.map { $0.isFinite && $0 >= 0 } != false, "a cost that is none")
  }
}
