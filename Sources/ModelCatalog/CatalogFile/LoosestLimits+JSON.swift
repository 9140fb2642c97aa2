import Documents

extension LoosestLimits {
  /// The loosest limits of the built-in catalogue: the file `loosest.json` of the sources. Runs without a model need no more
  /// of the catalogue, and the file is read in a tenth of the time.
  ///
  /// A test compares the file with the limits of ``ModelCatalog/builtIn``.
  public static let builtIn: LoosestLimits = {
    do throws(DocumentFault) {
      let root = try DocumentReader(PackageResources.loosest_json, atMost: ModelCatalog.maxFileBytes)
      return try LoosestLimits(reading: CatalogNode(reader: root, context: .none))
    } catch {
      preconditionFailure("loosest.json: \(error)")
    }
  }()
}

extension LoosestLimits: CatalogRecord {
  static let fields = CatalogFields(
    LoosestLimits.init,
    Field("asOf", \.asOf),
    Field("limits", \.limits),
    Field("media", \.media),
    Field("mimeTypes", \.mimeTypes),
    Field("controlTokens", \.controlTokens))
}
