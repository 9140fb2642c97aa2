import ModelCatalog

// Names are read here for the rules that use their pieces. A name that is not valid has its own finding; here it is nil,
// and the other rules do not run.
extension JobContext {
  /// Reads a value that may not be a valid name.
  private static func read<Name>(_ text: String?, _ parse: (String) throws(NameFault) -> Name) -> Name? {
    text.flatMap { text in
      do throws(NameFault) { return try parse(text) } catch { return nil }
    }
  }

  /// The name of the tuned model that the job continues from.
  var tunedModelName: ModelName? {
    Self.read(job.preTunedModel?.value.tunedModelName?.value) { (text) throws(NameFault) in
      try ModelName(text)
    }
  }

  /// Where the job file names the tuned model.
  var tunedModelRange: Range<Int>? { job.preTunedModel?.value.tunedModelName?.range }

  /// The location in which the job runs: the one that is set, else the tuned model's.
  var jobLocation: LocationName? {
    guard let location else { return tunedModelName?.location }
    return Self.read(location.value) { (text) throws(NameFault) in try LocationName(text) }
  }

  /// The project in which the job runs.
  var jobProject: ProjectReference? {
    Self.read(project?.value) { (text) throws(NameFault) in try ProjectReference(text) }
  }

  /// The encryption key of the job.
  var encryptionKeyName: EncryptionKeyName? {
    Self.read(job.kmsKeyName?.value) { (text) throws(NameFault) in try EncryptionKeyName(text) }
  }

  /// The id of the base model that the job names, without the publisher that may come before it.
  var namedBaseModelID: String? { job.baseModel.map { Self.baseModelID($0.value) } }

  /// The id in `publishers/google/models/gemini-2.5-flash`, which the API takes as it does the id alone.
  static func baseModelID(_ text: String) -> String {
    let publisher = "publishers/google/models/"
    return text.hasPrefix(publisher) ? String(text.dropFirst(publisher.count)) : text
  }

  /// The id of the base model: the one that the job names, or that of the tuned model's description.
  var baseModelID: String? { namedBaseModelID ?? modelDescription?.baseModelID }

  /// What the id of the base model that the job names says; nil if it names none.
  var namedBaseModelKind: BaseModelKind? { namedBaseModelID.map { BaseModelKind($0) } }

  /// Whether the job tunes a base model that is not a Gemini model, so that nothing about it is known.
  var isModelNotCovered: Bool {
    switch namedBaseModelKind {
    case .other, .unknown: namedBaseModelID.flatMap(catalog.model(id:)) == nil
    case .gemini, .resource, .noID, nil: false
    }
  }

  /// What is known about the base model, if it is tunable or was once.
  var baseModel: TunableModel? { baseModelID.flatMap { catalog.model(id: $0) } }

  /// Where the job file says which model is tuned.
  var modelRange: Range<Int>? { job.baseModel?.range ?? tunedModelRange }
}

extension Placed<String> {
  /// Where in the file the faulty piece of a name is.
  ///
  ///     "projects/acme-tuner/locations"      range, with its quotes
  ///      0        9                          range of the piece
  ///
  /// The whole value if it has escapes, because they make the two lengths differ.
  func range(of fault: NameFault) -> Range<Int> { range(of: fault.range) }

  /// Where in the file a range of the value is; see ``range(of:)``.
  func range(of piece: Range<Int>) -> Range<Int> {
    guard range.count == value.utf8.count + 2 else { return range }
    let start = range.lowerBound + 1 + piece.lowerBound
    return start..<start + max(1, piece.count)
  }
}

extension JobContext.Setting {
  /// Where in the file the faulty piece of a name is; nil if an option gives the name.
  func range(of fault: NameFault) -> Range<Int>? {
    range.map { Placed(value, at: $0).range(of: fault) }
  }
}
