extension TunableModel {
  /// Gemini 3.1 Flash-Lite.
  static let gemini31FlashLite = TunableModel(
    id: "gemini-3.1-flash-lite",
    displayName: "Gemini 3.1 Flash-Lite",
    family: .flashLite,
    generation: ModelGeneration(3, 1),
    launchStage: .documented(
      .preview, .releaseNotes, note: "Announced on 2026-06-22, after a limited start on 2026-05-20."),
    isTunable: .documented(true, .supervisedTuning),
    retirement: .documented(
      Retirement(date: CatalogDate(2027, 5, 7), isEarliest: true), .modelVersions),
    limits: .today,
    media: .gemini3,
    mimeTypes: .documented(on: .model("3-1-flash-lite")),
    modalities: .documented(Modality.allCases, .supervisedTuning),
    regions: .documented(["europe-west4", "us-central1"], .supervisedTuning),
    adapterSizes: .documented([1, 2, 4, 8, 16], .supervisedTuning),
    supportsCheckpoints: .documented(true, .checkpoints),
    supportsEncryptionKeys: .documented(false, .supervisedTuning),
    supportsContinuousTuning: .documented(true, .continuousTuning),
    functionCalling: .gemini3,
    supportsPartMediaResolution: .gemini3,
    trainingPriceInCentsPerMillionTokens: .reported(300, .prices),
    controlTokens: .gemma4ControlTokens)
}
