extension ModelCatalog {
  /// The catalogue that the program carries with it.
  public static let builtIn = ModelCatalog(
    asOf: CatalogDate(2026, 11, 22),
    sources: CatalogSource.builtIn,
    locations: .builtIn,
    models: [
      .gemini35Flash, .gemini35FlashLite, .gemini31FlashLite,
      .gemini25Pro, .gemini25Flash, .gemini25FlashLite,
      .gemini20Flash, .gemini20FlashLite,
      .gemini15Pro, .gemini15Flash,
    ],
    untunableModels: UntunableModel.builtIn)
}
