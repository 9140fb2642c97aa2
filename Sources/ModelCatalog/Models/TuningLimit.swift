/// A limit on datasets that is a number, by its name in the catalogue.
public enum TuningLimit: String, CaseIterable, Sendable {
  case maxTokensPerExample
  case largeFileBytes
  case maxFileBytes
  case maxTextExamples
  case maxMultimodalExamples
  case maxValidationExamples
  case recommendedExamples
  case fewExamples
  case manyFunctionDeclarations
  case maxFunctionDeclarations
  case maxDroppedPercent
}

extension TuningLimits {
  /// The value of a limit; nil where no limit is known.
  public subscript(limit: TuningLimit) -> Int? {
    switch limit {
    case .maxTokensPerExample: maxTokensPerExample.value
    case .largeFileBytes: largeFileBytes.value
    case .maxFileBytes: maxFileBytes.value
    case .maxTextExamples: maxTextExamples.value
    case .maxMultimodalExamples: maxMultimodalExamples.value
    case .maxValidationExamples: maxValidationExamples.value
    case .recommendedExamples: recommendedExamples.value
    case .fewExamples: fewExamples.value
    case .manyFunctionDeclarations: manyFunctionDeclarations.value
    case .maxFunctionDeclarations: maxFunctionDeclarations.value
    case .maxDroppedPercent: maxDroppedPercent.value
    }
  }

  /// Replaces the values of limits by those of the user. How sure the fact is stays as it was.
  public mutating func replace(by values: [TuningLimit: Int]) {
    for (limit, value) in values {
      switch limit {
      case .maxTokensPerExample: maxTokensPerExample = maxTokensPerExample.withValue(value)
      case .largeFileBytes: largeFileBytes = largeFileBytes.withValue(value)
      case .maxFileBytes: maxFileBytes = maxFileBytes.withValue(value)
      case .maxTextExamples: maxTextExamples = maxTextExamples.withValue(value)
      case .maxMultimodalExamples: maxMultimodalExamples = maxMultimodalExamples.withValue(value)
      case .maxValidationExamples: maxValidationExamples = maxValidationExamples.withValue(value)
      case .recommendedExamples: recommendedExamples = recommendedExamples.withValue(value)
      case .fewExamples: fewExamples = fewExamples.withValue(value)
      case .manyFunctionDeclarations: manyFunctionDeclarations = manyFunctionDeclarations.withValue(value)
      case .maxFunctionDeclarations: maxFunctionDeclarations = maxFunctionDeclarations.withValue(value)
      case .maxDroppedPercent: maxDroppedPercent = maxDroppedPercent.withValue(value)
      }
    }
  }
}
