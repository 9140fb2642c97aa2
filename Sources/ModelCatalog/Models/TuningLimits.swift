/// How large the datasets may be that a model is tuned with.
public struct TuningLimits: Sendable, Equatable {
  /// The most tokens that one example may hold, input and output together. The service drops longer ones.
  /// No page gives a limit of its own for validation examples.
  public let maxTokensPerExample: Fact<Int>
  /// The file size from which a warning is due, in bytes without compression.
  public let largeFileBytes: Fact<Int>
  /// The largest training file, in bytes without compression.
  public let maxFileBytes: Fact<Int>
  /// The most training examples that hold text only; nil where no limit is known.
  public let maxTextExamples: Fact<Int?>
  /// The most training examples where some hold media; nil where no limit is known.
  public let maxMultimodalExamples: Fact<Int?>
  /// The most validation examples.
  public let maxValidationExamples: Fact<Int>
  /// The bound on validation examples that depends on the training dataset; nil where there is none.
  public let validationShare: Fact<ValidationShare?>
  /// The number of training examples that the documentation advises to start with.
  public let recommendedExamples: Fact<Int>
  /// The number of training examples below which tuning hardly makes sense.
  public let fewExamples: Fact<Int>
  /// The number of function declarations in one example above which a warning is due.
  public let manyFunctionDeclarations: Fact<Int>
  /// The most function declarations in one example.
  public let maxFunctionDeclarations: Fact<Int>
  /// The share of examples, in percent, that may be dropped before the job fails.
  public let maxDroppedPercent: Fact<Int>
}

extension TuningLimits: CatalogRecord {
  enum Field: String, CatalogField {
    case maxTokensPerExample, largeFileBytes, maxFileBytes, maxTextExamples, maxMultimodalExamples
    case maxValidationExamples, validationShare, recommendedExamples, fewExamples
    case manyFunctionDeclarations, maxFunctionDeclarations, maxDroppedPercent
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .maxTokensPerExample: maxTokensPerExample
    case .largeFileBytes: largeFileBytes
    case .maxFileBytes: maxFileBytes
    case .maxTextExamples: maxTextExamples
    case .maxMultimodalExamples: maxMultimodalExamples
    case .maxValidationExamples: maxValidationExamples
    case .validationShare: validationShare
    case .recommendedExamples: recommendedExamples
    case .fewExamples: fewExamples
    case .manyFunctionDeclarations: manyFunctionDeclarations
    case .maxFunctionDeclarations: maxFunctionDeclarations
    case .maxDroppedPercent: maxDroppedPercent
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    maxTokensPerExample = try object.read(.maxTokensPerExample)
    largeFileBytes = try object.read(.largeFileBytes)
    maxFileBytes = try object.read(.maxFileBytes)
    maxTextExamples = try object.read(.maxTextExamples)
    maxMultimodalExamples = try object.read(.maxMultimodalExamples)
    maxValidationExamples = try object.read(.maxValidationExamples)
    validationShare = try object.read(.validationShare)
    recommendedExamples = try object.read(.recommendedExamples)
    fewExamples = try object.read(.fewExamples)
    manyFunctionDeclarations = try object.read(.manyFunctionDeclarations)
    maxFunctionDeclarations = try object.read(.maxFunctionDeclarations)
    maxDroppedPercent = try object.read(.maxDroppedPercent)
  }
}
