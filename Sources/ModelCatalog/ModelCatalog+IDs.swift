import Diagnostics

/// What ids that are not exactly those of the catalogue mean.
extension ModelCatalog {
  /// The id of the tunable model that was probably meant; nil where none is near.
  ///
  /// That is an id to which `text` only adds a version, such as `-001` or `-preview-05-20`, otherwise the id that is most
  /// like `text`.
  public func nearestID(to text: String) -> String? {
    let tunable = tunableModels.map(\.id)
    let line = Self.withoutVersion(text)
    return tunable.contains(line) ? line : NearestName.of(text, among: tunable)
  }

  /// The known id, of a tunable model or of another one, that was probably meant; nil where none is near.
  public func nearestKnownID(to text: String) -> String? {
    let tunable = tunableModels.map(\.id)
    let line = Self.withoutVersion(text)
    if tunable.contains(line) { return line }
    if let model = untunable(named: text), model.id != text { return model.id }
    return NearestName.of(text, among: tunable + models.map(\.id) + untunableModels.map(\.id))
  }

  /// The model that an id names and that cannot be tuned; nil if the id names a tunable model or is not known.
  ///
  /// The id can have another version than the known model, or none: `gemini-2.0-flash` is `gemini-2.0-flash-001`. An id of
  /// a generation that is older than all tunable models names a model like the nearest one of that generation.
  public func untunable(named id: String) -> UntunableModel? {
    if let model = model(id: id) { return model.isTunable.value ? nil : UntunableModel(model) }
    if let model = untunableModel(id: id) { return model }
    let known = models.filter { !$0.isTunable.value }.map(UntunableModel.init) + untunableModels
    let line = Self.withNumber(Self.withoutVersion(id.lowercased()))
    guard !tunableModels.contains(where: { $0.id == line }) else { return nil }
    if let model = known.first(where: { Self.withoutVersion($0.id) == line }) { return model }

    let pieces = line.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count > 1, pieces[0] == "gemini", let generation = ModelGeneration(pieces[1]),
      tunableModels.allSatisfy({ generation < $0.generation })
    else { return nil }
    let generationModels = known.filter { $0.generation == generation }
    guard let nearest = NearestName.closest(to: line, among: generationModels.map(\.id)) else { return nil }
    return generationModels.first { $0.id == nearest }?.named(id)
  }

  /// The tunable models that are to be used instead of a model on a day: its replacements, or theirs if they have been
  /// replaced themselves.
  public func replacements(for id: String, on day: CatalogDate) -> [TunableModel] {
    var found: [TunableModel] = []
    var seen: Set<String> = [id]
    var open = (model(id: id)?.replacements ?? untunable(named: id)?.replacements)?.value ?? []
    while !open.isEmpty {
      let next = open.removeFirst()
      guard seen.insert(next).inserted, let model = model(id: next) else { continue }
      if model.isTunable.value, model.retirement.value.date > day {
        found.append(model)
      } else {
        open += model.replacements.value
      }
    }
    return found
  }

  /// An id without the version or stage at its end: `-001`, `-preview-05-20`, `-exp`, `-latest`.
  private static func withoutVersion(_ id: String) -> String {
    var pieces = id.split(separator: "-", omittingEmptySubsequences: false)
    if let stage = pieces.firstIndex(where: { ["preview", "exp", "experimental", "latest"].contains($0) }),
      stage > 0
    {
      pieces.removeSubrange(stage...)
    }
    while pieces.count > 3, let last = pieces.last, last.count <= 4, !last.isEmpty,
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      pieces.removeLast()
    }
    return pieces.joined(separator: "-")
  }

  /// The first models had no number in their ids: `gemini-pro` is Gemini 1.0 Pro.
  ///
  /// Source: OLD:learn/model-versioning, as of 2024-05-24.
  private static func withNumber(_ id: String) -> String {
    let isFirst = ["pro", "ultra", "nano"].contains { id == "gemini-\($0)" || id.hasPrefix("gemini-\($0)-") }
    return isFirst ? "gemini-1.0" + id.dropFirst("gemini".count) : id
  }
}

extension UntunableModel {
  /// What is known about a model that was tunable once.
  fileprivate init(_ model: TunableModel) {
    self.init(
      id: model.id, displayName: model.displayName, family: model.family, generation: model.generation,
      isTunable: model.isTunable, replacements: model.replacements)
  }

  /// A model of the same generation. Only its id is known.
  fileprivate func named(_ id: String) -> UntunableModel {
    UntunableModel(
      id: id, displayName: id, family: family, generation: generation, isTunable: isTunable,
      replacements: replacements)
  }
}
