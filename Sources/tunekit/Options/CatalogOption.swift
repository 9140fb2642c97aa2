import Documents
import ModelCatalog
import Reports

/// The model catalogue of a command: the built-in one, or a file.
enum CatalogOption {
  /// The age in days above which a warning is written.
  private static let maximumDays = 180

  /// Reads the catalogue, and writes a warning to standard error if it is old.
  ///
  /// - Parameter path: the file; nil for the built-in catalogue.
  static func load(_ path: String?) throws(Trouble) -> ModelCatalog {
    let catalog = try path.map { path throws(Trouble) in try read(path) } ?? .builtIn
    sayIfOld(catalog.asOf)
    return catalog
  }

  /// Writes a warning to standard error if a catalogue of a day is old.
  static func sayIfOld(_ day: CatalogDate) {
    let epoch = CatalogDate(year: 1970, month: 1, day: 1)
    let age = SystemCalls.today - (epoch.map(day.daysSince) ?? 0)
    if age > maximumDays {
      var errors = OutputStream.standardError
      errors.write(
        """
        tunekit: the model catalogue is \(age) days old (\(day)), so limits may have changed: update tunekit, \
        or give a newer catalogue with --catalog

        """)
    }
  }

  /// The message about an id that is not in the catalogue.
  ///
  /// - Parameter isToBeTuned: whether only a model that can be tuned is of use.
  static func unknownModel(_ id: String, of catalog: ModelCatalog, isToBeTuned: Bool) -> Trouble {
    let nearest = isToBeTuned ? catalog.nearestID(to: id) : catalog.nearestKnownID(to: id)
    let hint = nearest.map { "did you mean '\($0)'? " } ?? ""
    return Trouble("model '\(id)' is not known: \(hint)'tunekit models' lists the models")
  }

  /// The message about a model that cannot be tuned, with what replaces it.
  static func untunableModel(_ id: String, of catalog: ModelCatalog) -> Trouble {
    let replacements = catalog.replacements(for: id, on: CatalogDate(daysSince1970: SystemCalls.today))
    let advice =
      replacements.isEmpty
      ? "'tunekit models' lists the models that can be tuned"
      : "use \(replacements.map { "'\($0.id)'" }.joined(separator: " or ")) instead"
    return Trouble("model '\(id)' cannot be tuned: \(advice)")
  }

  private static func read(_ path: String) throws(Trouble) -> ModelCatalog {
    let bytes = try SmallFile.read(path, as: "catalogue", atMost: ModelCatalog.maxFileBytes)
    let catalog: ModelCatalog
    do throws(DocumentFault) {
      catalog = try ModelCatalog(parsing: bytes)
    } catch {
      throw Trouble("\(path):\(error)")
    }
    // Somewhere on Earth it is a day later.
    guard catalog.asOf <= CatalogDate(daysSince1970: SystemCalls.today + 1) else {
      throw Trouble(
        "\(path): the catalogue is of \(catalog.asOf), which is in the future: correct its 'asOf'")
    }
    return catalog
  }
}
