/// What `tunekit validate --fix` does about the findings of a rule, each as a clause without a subject: "removes the comma".
public struct RuleFix: Sendable, Equatable {
  /// What it does without a change of what the data mean to the service; nil if nothing.
  public let safely: String?
  /// What it does only with `--unsafe-fixes`, because the data may mean something else afterwards; nil if nothing.
  public let unsafely: String?

  /// Describes what is fixed.
  public init(safely: String? = nil, unsafely: String? = nil) {
    precondition(safely != nil || unsafely != nil, "a fix that does nothing")
    self.safely = safely
    self.unsafely = unsafely
  }
}
