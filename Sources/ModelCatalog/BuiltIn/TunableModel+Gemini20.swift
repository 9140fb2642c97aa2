extension TunableModel {
  /// Gemini 2.0 Flash, which can no longer be tuned.
  static let gemini20Flash = gemini20(
    .flash, id: "gemini-2.0-flash-001", displayName: "Gemini 2.0 Flash",
    functionCalling: .documented(.supported, .functionCallTuningIn2025))

  /// Gemini 2.0 Flash-Lite, which can no longer be tuned.
  static let gemini20FlashLite = gemini20(
    .flashLite, id: "gemini-2.0-flash-lite-001", displayName: "Gemini 2.0 Flash-Lite",
    functionCalling: .documented(
      .refused, .functionCallTuningIn2025, note: "The page's list had Gemini 2.0 Flash only."))

  private static func gemini20(
    _ family: ModelFamily, id: String, displayName: String, functionCalling: Fact<FunctionCallTuning>
  ) -> TunableModel {
    TunableModel(
      id: id,
      displayName: displayName,
      family: family,
      generation: ModelGeneration(2, 0),
      launchStage: .documented(.discontinued, .releaseNotes, note: "Announced on 2026-06-01."),
      isTunable: .documented(
        false, .supervisedTuning, note: "The page left the model out from 2026-07-29 on."),
      retirement: .documented(
        Retirement(date: CatalogDate(2026, 6, 1), isEarliest: false), .modelVersions),
      limits: .former(
        .tuningIn2025,
        tokens: .documented(131_072, .tuningIn2025),
        textExamples: .conflicting(
          10_000_000, .tuningIn2025, "This copy gives 1 million; later ones, until the model was removed, 10."
        ),
        multimodalExamples: .documented(300_000, .tuningIn2025),
        validationExamples: 5000),
      media: .gemini20,
      mimeTypes: .former,
      modalities: .documented([.text, .image, .audio, .document], .tuningIn2025),
      regions: .documented(nil, .tuningIn2025),
      adapterSizes: .documented([1, 2, 4, 8], .tuningIn2025),
      supportsCheckpoints: .documented(false, .checkpoints),
      supportsEncryptionKeys: .guess(false, .supervisedTuning, "The model can no longer be tuned."),
      supportsContinuousTuning: .documented(false, .continuousTuning),
      functionCalling: functionCalling,
      supportsPartMediaResolution: .documented(false, .imageTuning),
      trainingPriceInCentsPerMillionTokens: .guess(nil, .prices, "The model can no longer be tuned."),
      controlTokens: .gemma3ControlTokens)
  }
}
