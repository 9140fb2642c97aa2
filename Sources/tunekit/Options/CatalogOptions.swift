import ArgumentParser
import Documents
import ModelCatalog
import Reports

/// The catalogue of models that a command works with: the built-in one, or a file in its place.
struct CatalogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A catalogue of models to read in place of the built-in one (see 'tunekit models --format json').",
      valueName: "file"))
  var catalog: String?

  /// The age from which on the user is told how old the catalogue is.
  private static let maximumDays = 180

  /// Reads the catalogue; says on standard error if it is old.
  func load() throws(Trouble) -> ModelCatalog {
    let catalog = try catalog.map { path throws(Trouble) in try Self.read(path) } ?? .builtIn
    let epoch = CatalogDate(year: 1970, month: 1, day: 1)
    let age = SystemCalls.today - (epoch.map(catalog.asOf.daysSince) ?? 0)
    if age > Self.maximumDays {
      var errors = OutputStream.standardError
      errors.write(
        """
        tunekit: the model catalogue is of \(catalog.asOf), \(age) days ago: limits may have changed since; update \
        tunekit, or give a newer one with --catalog

        """)
    }
    return catalog
  }

  /// What there is to say of an id that the catalogue does not have.
  static func unknownModel(_ id: String, of catalog: ModelCatalog) -> Trouble {
    let hint = catalog.nearestID(to: id).map { "did you mean '\($0)'? " } ?? ""
    return Trouble("model '\(id)' is not known: \(hint)'tunekit models' lists the models")
  }

  private static func read(_ path: String) throws(Trouble) -> ModelCatalog {
    let bytes = try SmallFile.read(path, as: "catalogue", atMost: ModelCatalog.maxFileBytes)
    do throws(DocumentFault) {
      return try ModelCatalog(parsing: bytes)
    } catch {
      throw Trouble("\(path):\(error)")
    }
  }
}
