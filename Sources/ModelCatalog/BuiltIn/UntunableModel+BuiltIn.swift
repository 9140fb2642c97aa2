extension UntunableModel {
  /// The known models that have never been tunable, newest first.
  static let builtIn: [UntunableModel] = [
    UntunableModel(
      id: "gemini-3.8-flash", displayName: "Gemini 3.8 Flash", family: .flash,
      generation: ModelGeneration(3, 8),
      isTunable: .reported(
        false, .prices, note: "The readings give no price for training it; the model came out on 2026-09-02.")
    ),
    UntunableModel(
      id: "gemini-3.7-flash", displayName: "Gemini 3.7 Flash", family: .flash,
      generation: ModelGeneration(3, 7), isTunable: .documented(false, .model("3-7-flash"))),
    UntunableModel(
      id: "gemini-3.6-flash", displayName: "Gemini 3.6 Flash", family: .flash,
      generation: ModelGeneration(3, 6), isTunable: .documented(false, .model("3-6-flash"))),
    UntunableModel(
      id: "gemini-3.1-pro-preview", displayName: "Gemini 3.1 Pro", family: .pro,
      generation: ModelGeneration(3, 1), isTunable: .documented(false, .model("3-1-pro"))),
    UntunableModel(
      id: "gemini-3-flash-preview", displayName: "Gemini 3 Flash", family: .flash,
      generation: ModelGeneration(3, 0), isTunable: .documented(false, .model("3-flash"))),
  ]
}
