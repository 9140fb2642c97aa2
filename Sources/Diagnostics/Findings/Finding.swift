/// Something that a rule found in a dataset or a job.
public struct Finding: Sendable, Equatable, Codable {
  /// The part of a line around a fault, kept because the line itself is gone when findings are shown.
  public struct Excerpt: Sendable, Equatable, Codable {
    /// At most 400 bytes of the line, not necessarily UTF-8.
    public let bytes: [UInt8]
    /// Where the fault begins in `bytes`; it may end after them.
    public let faultOffset: Int
    /// Whether the line begins before `bytes`.
    public let isCutBefore: Bool
    /// Whether the line continues after `bytes`.
    public let isCutAfter: Bool

    /// Keeps a part of a line.
    public init(bytes: [UInt8], faultOffset: Int, isCutBefore: Bool, isCutAfter: Bool) {
      self.bytes = bytes
      self.faultOffset = faultOffset
      self.isCutBefore = isCutBefore
      self.isCutAfter = isCutAfter
    }
  }

  /// The rule.
  public let code: RuleCode
  /// How much it matters: the rule's severity or its second one.
  public let severity: Severity
  /// What fills the placeholders of the rule's message and remedy.
  public let arguments: [String]
  /// Where it is; nil for a finding about the whole file.
  public let location: Location?
  /// How many bytes it covers from its location on, at least 1; 0 for a finding about the whole file.
  public let length: Int
  /// The line around it, where there is one to show.
  public let excerpt: Excerpt?
  /// Other places that it is about.
  public let related: [RelatedPlace]
  /// What tells it again when the file has changed elsewhere.
  public let fingerprint: Fingerprint
  /// How many lines have the fault, if the finding is about several of them; otherwise 1.
  public let occurrences: Int
  /// The changes that fix it, in the order of the data and apart from each other; empty if it needs a decision, or more
  /// changes than are worth a list.
  public let edits: [Edit]

  /// Describes a finding.
  ///
  /// - Parameter fingerprint: nil for that of a finding about no line.
  public init(
    code: RuleCode, severity: Severity, arguments: [String], location: Location? = nil, length: Int = 1,
    excerpt: Excerpt? = nil, related: [RelatedPlace] = [], fingerprint: Fingerprint? = nil,
    occurrences: Int = 1, edits: [Edit] = []
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.location = location
    self.length = location == nil ? 0 : max(1, length)
    self.excerpt = excerpt
    self.related = related
    self.fingerprint =
      fingerprint ?? Fingerprint(code, pointer: location?.pointer ?? "")
    self.occurrences = occurrences
    self.edits = edits
  }

  /// Whether it is about a file or a dataset, so that it has the same fingerprint whatever its lines are.
  package var isAboutFile: Bool { fingerprint == Fingerprint(code) }

  /// The same finding with other arguments, and other places that it is about.
  package func with(arguments: [String]? = nil, related: [RelatedPlace]? = nil) -> Finding {
    with(arguments: arguments, related: related, fingerprint: fingerprint)
  }

  /// The same finding with another severity.
  package func with(severity: Severity) -> Finding {
    severity == self.severity ? self : with(severity: severity, fingerprint: fingerprint)
  }

  /// The same finding with another fingerprint, and perhaps more.
  package func with(
    severity: Severity? = nil, arguments: [String]? = nil, related: [RelatedPlace]? = nil,
    fingerprint: Fingerprint, occurrences: Int? = nil
  ) -> Finding {
    Finding(
      code: code, severity: severity ?? self.severity, arguments: arguments ?? self.arguments,
      location: location, length: length, excerpt: excerpt, related: related ?? self.related,
      fingerprint: fingerprint, occurrences: occurrences ?? self.occurrences, edits: edits)
  }

  /// The same finding, its lines counted from `lines` lines earlier.
  package func moved(behind lines: Int) -> Finding {
    Finding(
      code: code, severity: severity, arguments: arguments, location: location?.moved(behind: lines),
      length: length, excerpt: excerpt,
      related: related.map { place in
        // Lines of other files are counted already.
        place.path != nil
          ? place
          : RelatedPlace(location: place.location.moved(behind: lines), message: place.message)
      }, fingerprint: fingerprint, occurrences: occurrences, edits: edits)
  }
}
