/// Whether a model can be tuned on function calls and their responses.
public enum FunctionCallTuning: String, Sendable, CaseIterable {
  /// It can.
  case supported
  /// The service was seen to refuse such examples, or its page leaves the model out.
  case refused
  /// Nothing that could be found speaks of this model.
  case unknown
}
