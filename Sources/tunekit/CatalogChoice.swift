import Documents
import ModelCatalog
import Reports

/// The catalogue of models that a command works with: the built-in one, or a file in its place.
struct CatalogChoice {
  /// The path of the file; nil for the built-in catalogue.
  let path: String?

  /// The age from which on the user is told how old the catalogue is.
  private static let mostDays = 180

  /// Reads the catalogue; says on standard error if it is old.
  func load() throws(Trouble) -> ModelCatalog {
    let catalog = try path.map { path throws(Trouble) in try Self.read(path) } ?? .builtIn
    let epoch = CatalogDate(year: 1970, month: 1, day: 1)
    let age = SystemCalls.today - (epoch.map(catalog.asOf.daysSince) ?? 0)
    if age > Self.mostDays {
      var errors = OutputStream.standardError
      errors.write(
        """
        tunekit: the model catalogue is of \(catalog.asOf), \(age) days ago: limits may have changed since; update \
        tunekit, or give a newer one with --catalog

        """)
    }
    return catalog
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
