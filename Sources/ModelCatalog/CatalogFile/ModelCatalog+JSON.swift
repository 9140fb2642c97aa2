import JSONLines

extension ModelCatalog {
  /// The version of the format of catalogue files.
  public static let schemaVersion = 1

  /// The longest catalogue file that is read, in bytes.
  public static let maxFileBytes = 1 << 20

  /// The whole catalogue as a JSON file: UTF-8, indented, the same bytes every time.
  ///
  /// The file is an object with the members `schemaVersion` (1), `asOf`, `sources`, `locations`, `models` and
  /// `untunableModels`. Every other object has the members that the type of this module has as properties:
  /// each element of `models` those of ``TunableModel``, and so on. A ``Fact`` is an object with `value`,
  /// `source`, `asOf`, `confidence` and, where there is one, `conflict` and `note`. Days are strings like
  /// `2026-11-22`, generations strings like `2.5`; null stands for what is not known or not limited.
  public func catalogJSON() -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.finish()
  }

  /// The JSON object of the model of exactly this id, as it stands in the catalogue's file; nil where there is none.
  public func modelJSON(id: String) -> [UInt8]? {
    let model: (any CatalogValue)? = model(id: id) ?? untunableModel(id: id)
    var writer = JSONWriter()
    guard let model else { return nil }
    model.write(to: &writer)
    return writer.finish()
  }

  /// Reads a catalogue file, as `catalogJSON` writes it, white space and the order of members apart.
  ///
  /// - Throws: the first thing that is wrong, with its place: an unknown, missing or repeated field, a value
  ///   of another type, or one that makes no sense.
  public init(parsing bytes: [UInt8]) throws(CatalogFileError) {
    do throws(CatalogFault) {
      guard bytes.count <= Self.maxFileBytes else {
        throw CatalogFault(problem: .tooLarge, offset: 0, pointer: "")
      }
      let root = CatalogNode(
        value: try CatalogFault.document(bytes), pointer: "", context: CatalogNode.Context())
      try self.init(reading: root)
    } catch {
      throw CatalogFileError(error, in: bytes)
    }
  }
}

extension ModelCatalog: CatalogRecord {
  enum Field: String, CatalogField {
    case schemaVersion, asOf, sources, locations, models, untunableModels
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .schemaVersion: Self.schemaVersion
    case .asOf: asOf
    case .sources: sources
    case .locations: locations
    case .models: models
    case .untunableModels: untunableModels
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    try Self.checkVersion(of: node)
    // The facts must agree with the date and the sources, so these are read first.
    var object = try CatalogObject<Field>(node)
    asOf = try object.read(.asOf)
    sources = try object.read(.sources)
    let context = CatalogNode.Context(asOf: asOf, sourceKeys: Set(sources.map(\.key)))
    object = try CatalogObject(CatalogNode(value: node.value, pointer: node.pointer, context: context))
    try object.check(
      .sources, context.sourceKeys.count == sources.count, "two sources have the same key")
    locations = try object.read(.locations)
    models = try object.read(.models)
    untunableModels = try object.read(.untunableModels)
    try object.check(
      .models, models.contains { $0.isTunable.value }, "at least one model must be tunable")
    try checkIDs(of: object)
  }

  /// Refuses a file of another version before its unknown fields are held against it.
  private static func checkVersion(of node: CatalogNode) throws(CatalogFault) {
    let version = node.member(Field.schemaVersion.rawValue)
    guard version.pointer != node.pointer else { return }
    let number = try Int(reading: version)
    guard number == schemaVersion else { throw version.fault(.unsupportedVersion(String(number))) }
  }

  private func checkIDs(of object: CatalogObject<Field>) throws(CatalogFault) {
    var seen: Set<String> = []
    let ids = models.map(\.id) + untunableModels.map(\.id)
    let nodes = try object.node(.models).elements() + object.node(.untunableModels).elements()
    for (id, node) in zip(ids, nodes) where !seen.insert(id).inserted {
      throw node.member(TunableModel.Field.id.rawValue).fault(.duplicateModel(id))
    }
  }
}
