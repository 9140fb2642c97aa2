extension TuningLimits {
  /// The limits that the page on supervised tuning gives for each of its models.
  static let today = TuningLimits(
    maxTokensPerExample: .documented(131_072, .supervisedTuning),
    largeFileBytes: .documented(
      1_000_000_000, .supervisedTuning, note: "The page says 1GB: this is the decimal reading."),
    maxFileBytes: .guess(
      1 << 30, .supervisedTuning,
      "The page says 1GB and not which: this is the binary reading, the larger one."),
    maxTextExamples: .documented(10_000_000, .supervisedTuning),
    maxMultimodalExamples: .documented(300_000, .supervisedTuning),
    maxValidationExamples: .conflicting(
      5000, .supervisedTuning, "The reference page DOC:reference/models/tuning still gives 256."),
    validationShare: .guess(
      ValidationShare(appliesAboveExamples: 1000, maxPercentOfTraining: 30), .supervisedTuning,
      "The page gives a share for more than 1000 validation examples beside the 5000, and not how the two "
        + "combine: here both must hold."),
    recommendedExamples: .documented(100, .prepareData),
    fewExamples: .guess(
      20, .prepareData, "No page gives a minimum, and a job with 10 examples is reported to have run."),
    manyFunctionDeclarations: .documented(
      128, .toolMessage, note: "The lower of two published limits: see maxFunctionDeclarations."),
    maxFunctionDeclarations: .conflicting(
      512, .geminiExample, "The message type in AIP:aiplatform_v1beta1/types/tool.py gives 128."),
    maxDroppedPercent: .documented(
      10, .videoTuning, note: "The page says so of videos that are too long, and of no other cause."))

  /// The limits of today's models, as guesses about a model that the page's tables do not name.
  static func todayAsGuess(_ note: String) -> TuningLimits {
    TuningLimits(
      maxTokensPerExample: today.maxTokensPerExample.asGuess(note),
      largeFileBytes: today.largeFileBytes.asGuess(note),
      maxFileBytes: today.maxFileBytes,
      maxTextExamples: today.maxTextExamples.asGuess(note),
      maxMultimodalExamples: today.maxMultimodalExamples.asGuess(note),
      maxValidationExamples: today.maxValidationExamples.asGuess(note),
      validationShare: today.validationShare,
      recommendedExamples: today.recommendedExamples,
      fewExamples: today.fewExamples,
      manyFunctionDeclarations: today.manyFunctionDeclarations,
      maxFunctionDeclarations: today.maxFunctionDeclarations,
      maxDroppedPercent: today.maxDroppedPercent)
  }

  /// The limits of a model that could be tuned once, from an older copy of the page.
  static func former(
    _ page: CatalogPage, tokens: Fact<Int>, textExamples: Fact<Int?>, multimodalExamples: Fact<Int?>,
    validationExamples: Int
  ) -> TuningLimits {
    TuningLimits(
      maxTokensPerExample: tokens,
      largeFileBytes: .documented(
        today.largeFileBytes.value, page, note: "The page says 1GB: this is the decimal reading."),
      maxFileBytes: .guess(
        today.maxFileBytes.value, page, "The page says 1GB and not which: this is the binary reading."),
      maxTextExamples: textExamples,
      maxMultimodalExamples: multimodalExamples,
      maxValidationExamples: .documented(validationExamples, page),
      validationShare: .documented(nil, page),
      recommendedExamples: today.recommendedExamples,
      fewExamples: today.fewExamples,
      manyFunctionDeclarations: today.manyFunctionDeclarations,
      maxFunctionDeclarations: today.maxFunctionDeclarations,
      maxDroppedPercent: today.maxDroppedPercent)
  }
}
