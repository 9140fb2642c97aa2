extension TunableModel {
  /// Gemini 3.5 Flash.
  static let gemini35Flash = TunableModel(
    id: "gemini-3.5-flash",
    displayName: "Gemini 3.5 Flash",
    family: .flash,
    generation: ModelGeneration(3, 5),
    launchStage: .documented(.preview, .releaseNotes, note: "Announced on 2026-06-22."),
    isTunable: .documented(true, .supervisedTuning),
    retirement: .conflicting(
      Retirement(date: CatalogDate(2027, 5, 19), isEarliest: true), .modelVersions,
      "The changelog of the Gemini Developer API says on 2026-10-08 that the model is no longer available "
        + "there and that gemini-3.6-flash answers instead; whether Agent Platform still tunes it is "
        + "not known."
    ),
    limits: .today,
    media: .gemini3,
    mimeTypes: .documented(on: .model("3-5-flash")),
    modalities: .documented(Modality.allCases, .supervisedTuning),
    regions: .documented(["europe-west4", "us-central1"], .supervisedTuning),
    adapterSizes: .documented([1, 2, 4, 8, 16], .supervisedTuning),
    supportsCheckpoints: .documented(true, .checkpoints),
    supportsEncryptionKeys: .conflicting(
      false, .supervisedTuning,
      "The model's own page, DOC:models/gemini/3-5-flash, lists customer-managed keys for tuning."),
    supportsContinuousTuning: .documented(true, .continuousTuning),
    functionCalling: .gemini3,
    supportsPartMediaResolution: .gemini3,
    trainingPriceInCentsPerMillionTokens: .reported(1000, .prices),
    controlTokens: .gemma4ControlTokens)

  /// Gemini 3.5 Flash-Lite.
  static let gemini35FlashLite: TunableModel = {
    let note = "The newest list of tunable models names it first; its limits are taken to be 3.5 Flash's."
    return TunableModel(
      id: "gemini-3.5-flash-lite",
      displayName: "Gemini 3.5 Flash-Lite",
      family: .flashLite,
      generation: ModelGeneration(3, 5),
      launchStage: .guess(
        .preview, .supervisedTuningExcerpt, "Tuning of every Gemini 3 model began as a preview."),
      isTunable: .conflicting(
        true, .supervisedTuningExcerpt,
        "The model's own page, DOC:models/gemini/3-5-flash-lite, said on 2026-08-22 that it cannot be tuned; "
          + "the list that names it is newer."),
      retirement: .documented(
        Retirement(date: CatalogDate(2027, 7, 21), isEarliest: true), .modelVersions),
      limits: .todayAsGuess(note),
      media: MediaLimits.gemini3.asGuess(note),
      mimeTypes: .documented(on: .model("3-5-flash-lite")),
      modalities: .guess(Modality.allCases, .supervisedTuningExcerpt, note),
      regions: .guess(["europe-west4", "us-central1"], .supervisedTuning, note),
      adapterSizes: .guess([1, 2, 4, 8, 16], .supervisedTuning, note),
      supportsCheckpoints: .guess(true, .checkpoints, note),
      supportsEncryptionKeys: .guess(false, .supervisedTuning, note),
      supportsContinuousTuning: .guess(
        false, .continuousTuningExcerpt,
        "The list begins with 3.5 Flash, and the rest of it could not be read."),
      functionCalling: .gemini3,
      supportsPartMediaResolution: .gemini3,
      trainingPriceInCentsPerMillionTokens: .guess(nil, .prices, "The readings do not name the model."),
      controlTokens: .gemma4ControlTokens)
  }()
}

extension Fact<FunctionCallTuning> {
  /// Function calls in tuning of Gemini 3 and later.
  static let gemini3 = Fact.guess(
    .unknown, .functionCallTuning,
    "The page names no models, and neither success nor refusal with Gemini 3 was found.")
}

extension Fact<Bool> {
  /// Media resolution per part, in Gemini 3 and later.
  static let gemini3 = Fact.documented(true, .imageTuning)
}
