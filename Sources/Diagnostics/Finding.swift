/// Something that a rule found in a dataset.
public struct Finding: Sendable, Equatable, Codable {
  /// The part of a line around a fault, kept because the line itself is gone when findings are shown.
  public struct Excerpt: Sendable, Equatable, Codable {
    /// At most 400 bytes of the line, not necessarily UTF-8.
    public let bytes: [UInt8]
    /// Where the fault begins in `bytes`.
    public let faultOffset: Int
    /// How many bytes the fault is long, at least 1; it may end behind `bytes`.
    public let faultLength: Int
    /// Whether the line begins before `bytes`.
    public let isCutBefore: Bool
    /// Whether the line goes on after `bytes`.
    public let isCutAfter: Bool

    /// Keeps a part of a line.
    public init(bytes: [UInt8], faultOffset: Int, faultLength: Int, isCutBefore: Bool, isCutAfter: Bool) {
      self.bytes = bytes
      self.faultOffset = faultOffset
      self.faultLength = faultLength
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
  /// Where it stands; nil for a finding about the whole file.
  public let location: Location?
  /// The line around it, where there is one to show.
  public let excerpt: Excerpt?

  /// Describes a finding.
  public init(
    code: RuleCode, severity: Severity, arguments: [String], location: Location?, excerpt: Excerpt?
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.location = location
    self.excerpt = excerpt
  }
}
