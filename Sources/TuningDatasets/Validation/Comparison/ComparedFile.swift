import Diagnostics

/// A file whose examples were compared with others.
struct ComparedFile {
  /// Its examples.
  let examples: ComparedExamples
  /// What was found.
  let matches: DatasetComparison.FileMatches
  private let comparison: DatasetComparison
  private let number: Int
  private let paths: [String]

  init(_ comparison: DatasetComparison, number: Int, of files: [DatasetValidation.ReadFile]) {
    examples = files[number].lines.observations.compared
    matches = comparison.files[number]
    self.comparison = comparison
    self.number = number
    paths = files.map(\.path)
  }

  /// The finding that a match is, with the place of the earlier example.
  func finding<Found: Rule>(
    _ rule: Found.Type, _ match: ExampleMatches.Match, _ arguments: String..., earlier message: String
  ) -> Finding {
    let description = Found.description
    let (own, earlier) = (comparison.place(of: match.index), comparison.place(of: match.earlier))
    let related = RelatedPlace(
      path: earlier.file == number ? nil : paths[earlier.file], location: earlier.line.location,
      message: message)
    return Finding(
      code: description.code, severity: description.severity, arguments: arguments,
      location: own.line.location, related: [related],
      fingerprint: Fingerprint(description.code, content: comparison.content(of: match)))
  }
}
