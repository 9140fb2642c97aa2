public import Documents
import JSONLines

extension ModelCatalog {
  /// The version of the format of catalogue files.
  public static let schemaVersion = 1

  /// The longest catalogue file that is read, in bytes.
  public static let maxFileBytes = 1 << 20

  /// The catalogue that the program carries with it: the file `catalog.json` of the sources, read when it is first needed.
  public static let builtIn: ModelCatalog = {
    do throws(DocumentFault) {
      return try ModelCatalog(parsing: PackageResources.catalog_json)
    } catch {
      preconditionFailure("catalog.json: \(error)")
    }
  }()

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

  /// The JSON object of the model with exactly this id, as in the catalogue's file; nil for an unknown id.
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
  /// - Complexity: linear in the file.
  public init(parsing bytes: [UInt8]) throws(DocumentFault) {
    let root = try DocumentReader(bytes, atMost: Self.maxFileBytes)
    if root.value["id"] != nil, root.value["models"] == nil {
      throw root.invalid(
        "this is one model, not a catalogue",
        advice: "'tunekit models --format json' without an ID writes a catalogue")
    }
    try root.checkVersion(Self.schemaVersion)
    self = try Self.fields.read(CatalogNode(reader: root, context: try CatalogHead(reading: root).context))
    try checkIDs(of: root)
  }

  /// No two models have the same id.
  private func checkIDs(of root: DocumentReader) throws(DocumentFault) {
    let ids = models.map(\.id) + untunableModels.map(\.id)
    guard Set(ids).count < ids.count else { return }
    var seen: Set<String> = []
    for node in try CatalogIDs(reading: root).list {
      let id = try node.string()
      if !seen.insert(id).inserted { throw node.invalid("another model has the id '\(id.prefix(80))'") }
    }
  }
}

extension ModelCatalog: CatalogRecord {
  static let fields = CatalogFields(
    make,
    Field("schemaVersion") { _ in schemaVersion },
    Field("asOf", \.asOf),
    Field("sources", \.sources, "two sources have the same key") { sources in
      Set(sources.map(\.key)).count == sources.count
    },
    Field("locations", \.locations),
    Field("models", \.models, "at least one model must be tunable") { models in
      models.contains { $0.isTunable.value }
    },
    Field("untunableModels", \.untunableModels))

  /// Makes a catalogue of the members of its file.
  private static func make(
    schemaVersion: Int, asOf: CatalogDate, sources: [CatalogSource], locations: CatalogLocations,
    models: [TunableModel], untunableModels: [UntunableModel]
  ) -> ModelCatalog {
    ModelCatalog(
      asOf: asOf, sources: sources, locations: locations, models: models, untunableModels: untunableModels)
  }
}

/// What the facts of a catalogue must agree with, which is read before them.
private struct CatalogHead {
  private var asOf: CatalogDate?
  private var sources: [CatalogSource] = []

  private static let fields = DocumentFields<CatalogHead>([
    .value("asOf", to: \.asOf) { (day) throws(DocumentFault) in try CatalogDate(reading: day) },
    .value("sources", to: \.sources) { (list) throws(DocumentFault) in
      try [CatalogSource](reading: CatalogNode(reader: list, context: .none))
    },
  ])

  init(reading root: DocumentReader) throws(DocumentFault) {
    try root.with(.unknownFields).read(Self.fields, into: &self)
  }

  var context: CatalogNode.Context {
    CatalogNode.Context(asOf: asOf, sourceKeys: sources.map(\.key))
  }
}

/// The places of the models' ids, in the order of the models.
private struct CatalogIDs {
  private(set) var list: [DocumentReader] = []

  private static let id = DocumentFields<CatalogIDs>([
    .custom("id") { (ids, id) in ids.list.append(id) }
  ])

  private static let fields = DocumentFields<CatalogIDs>(
    ["models", "untunableModels"].map { name in
      .custom(name) { (ids, list) throws(DocumentFault) in
        for model in try list.elements() { try model.read(id, into: &ids) }
      }
    })

  init(reading root: DocumentReader) throws(DocumentFault) {
    try root.with(.unknownFields).read(Self.fields, into: &self)
  }
}
