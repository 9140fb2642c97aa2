import ModelCatalog

/// What it costs to train a model with a dataset.
///
/// Billed are the tokens of the dataset times the epochs. Source: the price page as it was reported; the price is a fact of
/// the catalogue.
struct TrainingCost: Sendable {
  /// The id of the model.
  let model: String
  /// US cents per million tokens; nil if the price is not known.
  let price: Fact<Int?>
  /// The tokens of one epoch.
  let tokens: Int

  init(of model: TunableModel, tokens: Int) {
    self.model = model.id
    price = model.trainingPriceInCentsPerMillionTokens
    self.tokens = tokens
  }

  /// The price in US dollars per million tokens; nil if it is not known.
  var dollarsPerMillion: Double? { price.value.map { Double($0) / 100 } }

  /// The cost of so many epochs in US dollars; nil if the price is not known.
  func dollars(epochs: Int) -> Double? {
    price.value.map { Double($0) * Double(tokens) * Double(epochs) / 1e8 }
  }
}
