/// A rule: one type, one file, named after what it finds.
///
/// The checks are plain static functions that the engine calls by name; a rule whose findings come from the
/// stream, the JSON reader or the decoder has none.
public protocol Rule: Sendable {
  /// The description of the rule.
  static var description: RuleDescription { get }
}
