extension ModelDescription {
  /// The name of the version that is described.
  public var versionedName: String { name.description + (versionID.map { "@\($0)" } ?? "") }

  /// Why this cannot be the description of the model that a name represents, as the end of a sentence; nil if it can
  /// be.
  ///
  /// A project's id and its number may be the same project, and an alias may be that of any version whose aliases are not
  /// told.
  func mismatch(with other: ModelName) -> String? {
    let isOther =
      name.modelID != other.modelID || name.location != other.location
      || name.project.certainlyDiffers(from: other.project)
    if isOther { return "describes \(versionedName), but the job tunes \(other)" }
    switch other.version?.kind {
    case .number:
      guard let versionID, versionID != other.version?.description else { return nil }
      return "describes version \(versionID), but the job tunes version \(other.version?.description ?? "")"
    case .alias:
      guard let versionAliases, let alias = other.version?.description, !versionAliases.contains(alias)
      else { return nil }
      return "describes a version that does not have the alias '\(alias)', which the job tunes"
    case .byDefault, nil:
      guard let versionAliases, !versionAliases.isEmpty, !versionAliases.contains("default") else {
        return nil
      }
      return "describes a version that is not the default one, which the job tunes"
    }
  }
}
