/// How large the datasets may be that a model is tuned with.
public struct TuningLimits: Sendable, Equatable {
  /// The most tokens that one example may hold, input and output together. The service drops longer ones.
  /// No page gives a limit of its own for validation examples.
  public var maxTokensPerExample: Fact<Int>
  /// The file size from which a warning is due, in bytes without compression.
  public var largeFileBytes: Fact<Int>
  /// The largest training file, in bytes without compression.
  public var maxFileBytes: Fact<Int>
  /// The most training examples that hold text only; nil where no limit is known.
  public var maxTextExamples: Fact<Int?>
  /// The most training examples where some hold media; nil where no limit is known.
  public var maxMultimodalExamples: Fact<Int?>
  /// The most validation examples.
  public var maxValidationExamples: Fact<Int>
  /// The bound on validation examples that depends on the training dataset; nil without such a bound.
  public var validationShare: Fact<ValidationShare?>
  /// The number of training examples that the documentation advises to start with.
  public var recommendedExamples: Fact<Int>
  /// The number of training examples below which tuning hardly makes sense.
  public var fewExamples: Fact<Int>
  /// The number of function declarations in one example above which a warning is due.
  public var manyFunctionDeclarations: Fact<Int>
  /// The most function declarations in one example.
  public var maxFunctionDeclarations: Fact<Int>
  /// The share of examples, in percent, that may be dropped before the job fails.
  public var maxDroppedPercent: Fact<Int>
}

extension TuningLimits: CatalogRecord {
  static let fields = CatalogFields(
    TuningLimits.init,
    Field("maxTokensPerExample", \.maxTokensPerExample),
    Field("largeFileBytes", \.largeFileBytes),
    Field("maxFileBytes", \.maxFileBytes),
    Field("maxTextExamples", \.maxTextExamples),
    Field("maxMultimodalExamples", \.maxMultimodalExamples),
    Field("maxValidationExamples", \.maxValidationExamples),
    Field("validationShare", \.validationShare),
    Field("recommendedExamples", \.recommendedExamples),
    Field("fewExamples", \.fewExamples),
    Field("manyFunctionDeclarations", \.manyFunctionDeclarations),
    Field("maxFunctionDeclarations", \.maxFunctionDeclarations),
    Field(
      "maxDroppedPercent", \.maxDroppedPercent, "a share is at most 100 percent", unlessValue: { $0 <= 100 }))

  /// Two limits that contradict each other, as a sentence; nil if there are none.
  var contradiction: String? {
    func isOver(_ lower: Fact<Int>, _ upper: Fact<Int>) -> Bool { lower.value > upper.value }
    if isOver(fewExamples, recommendedExamples) { return "fewExamples is more than recommendedExamples" }
    if isOver(manyFunctionDeclarations, maxFunctionDeclarations) {
      return "manyFunctionDeclarations is more than maxFunctionDeclarations"
    }
    return isOver(largeFileBytes, maxFileBytes) ? "largeFileBytes is more than maxFileBytes" : nil
  }
}
