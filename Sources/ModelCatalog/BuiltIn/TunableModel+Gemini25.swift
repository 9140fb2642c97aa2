extension TunableModel {
  /// Gemini 2.5 Pro.
  static let gemini25Pro = gemini25(
    .pro, id: "gemini-2.5-pro", displayName: "Gemini 2.5 Pro", page: "2-5-pro", adapterSizes: [1, 2, 4, 8],
    priceInCents: 2500)

  /// Gemini 2.5 Flash.
  static let gemini25Flash = gemini25(
    .flash, id: "gemini-2.5-flash", displayName: "Gemini 2.5 Flash", page: "2-5-flash",
    adapterSizes: [1, 2, 4, 8, 16], priceInCents: 500)

  /// Gemini 2.5 Flash-Lite.
  static let gemini25FlashLite = gemini25(
    .flashLite, id: "gemini-2.5-flash-lite", displayName: "Gemini 2.5 Flash-Lite", page: "2-5-flash-lite",
    adapterSizes: [1, 2, 4, 8, 16], priceInCents: 150)

  /// A model of the generation 2.5, which differ in little.
  private static func gemini25(
    _ family: ModelFamily, id: String, displayName: String, page: String, adapterSizes: [Int],
    priceInCents: Int
  ) -> TunableModel {
    TunableModel(
      id: id,
      displayName: displayName,
      family: family,
      generation: ModelGeneration(2, 5),
      launchStage: .documented(.generallyAvailable, .model(page)),
      isTunable: .documented(
        true, .supervisedTuning, note: "Read before the day of retirement: see there."),
      retirement: retirement25,
      limits: .today,
      media: .gemini25,
      mimeTypes: .documented(on: .model(page)),
      modalities: .documented(Modality.allCases, .supervisedTuning),
      regions: .documented(
        nil, .supervisedTuning, note: "The tables of Gemini 3 list regions, this one does not."),
      adapterSizes: .documented(adapterSizes, .supervisedTuning),
      supportsCheckpoints: .documented(true, .checkpoints),
      supportsEncryptionKeys: .conflicting(
        true, .model(page),
        "The page about encryption keys, DOC:machine-learning/general/cmek, names only BERT, T5 and image "
          + "generation for tuning, and rules out tuning on TPUs."),
      supportsContinuousTuning: .documented(true, .continuousTuning),
      functionCalling: .conflicting(
        .refused, .functionCallIssue,
        "The page about tuning with function calls, DOC:models/tuning/function-calling, leaves no model out; "
          + "in November 2025 Gemini 2.5 refused a file with them that Gemini 2.0 Flash had taken."),
      supportsPartMediaResolution: .documented(false, .imageTuning),
      trainingPriceInCentsPerMillionTokens: .reported(priceInCents, .prices),
      controlTokens: .gemma3ControlTokens)
  }

  private static let retirement25 = Fact.conflicting(
    Retirement(date: CatalogDate(2026, 10, 20), isEarliest: false), .modelVersions,
    "One reseller reports the withdrawal for 2026-11-12, and another plans to leave 2.5 Pro on 2026-11-29. "
      + "The page says of all its dates that they may be put off.")
}
