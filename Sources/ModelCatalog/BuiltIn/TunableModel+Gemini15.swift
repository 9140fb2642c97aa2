extension TunableModel {
  /// Gemini 1.5 Pro, which can no longer be tuned.
  static let gemini15Pro = gemini15(
    .pro, id: "gemini-1.5-pro-002", displayName: "Gemini 1.5 Pro", adapterSizes: [1, 4],
    tokens: .documented(32_000, .tuningIn2024))

  /// Gemini 1.5 Flash, which can no longer be tuned.
  static let gemini15Flash = gemini15(
    .flash, id: "gemini-1.5-flash-002", displayName: "Gemini 1.5 Flash", adapterSizes: [1, 4, 8, 16],
    tokens: .conflicting(128_000, .tuningIn2024, "An earlier copy of the page gives 32,000."))

  private static func gemini15(
    _ family: ModelFamily, id: String, displayName: String, adapterSizes: [Int], tokens: Fact<Int>
  ) -> TunableModel {
    TunableModel(
      id: id,
      displayName: displayName,
      family: family,
      generation: ModelGeneration(1, 5),
      launchStage: .documented(.discontinued, .modelVersions),
      isTunable: .documented(false, .supervisedTuning, note: "The page does not list the model."),
      retirement: .documented(
        Retirement(date: CatalogDate(2025, 9, 24), isEarliest: false), .modelVersions),
      limits: .former(
        .tuningIn2024, tokens: tokens, textExamples: .documented(nil, .tuningIn2024),
        multimodalExamples: .documented(nil, .tuningIn2024), validationExamples: 256),
      media: .gemini15,
      mimeTypes: .former,
      modalities: .documented([.text, .image, .audio, .document], .tuningIn2024),
      regions: .documented(nil, .tuningIn2024),
      adapterSizes: .documented(adapterSizes, .tuningIn2024),
      supportsCheckpoints: .documented(false, .checkpoints),
      supportsEncryptionKeys: .guess(false, .supervisedTuning, "The model can no longer be tuned."),
      supportsContinuousTuning: .documented(false, .continuousTuning),
      functionCalling: .guess(.unknown, .functionCallTuningIn2025, "The page is that of later models."),
      supportsPartMediaResolution: .documented(false, .imageTuning),
      trainingPriceInCentsPerMillionTokens: .guess(nil, .prices, "The model can no longer be tuned."),
      controlTokens: .guess(
        [], .tokenizers, "Google's SDK has no tokenizer for the model, so that none of its tokens are known.")
    )
  }
}
