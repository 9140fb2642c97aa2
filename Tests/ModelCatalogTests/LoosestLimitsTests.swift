import Testing

@testable import ModelCatalog

struct LoosestLimitsTests {
  /// A model whose limits are those of the others that can be tuned, and better known.
  private let pro: TunableModel

  init() throws { pro = try #require(ModelCatalog.builtIn.model(id: "gemini-2.5-pro")) }

  @Test func theBuiltInModelsHaveTheSameLimits() {
    let loosest = ModelCatalog.builtIn.loosestLimits
    #expect(loosest.limits == pro.limits)
    #expect(loosest.media == pro.media)
    #expect(loosest.mimeTypes == ModelCatalog.builtIn.models[0].mimeTypes)
  }

  @Test func aLimitIsThatOfTheModelThatAllowsMost() throws {
    let larger = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "\"maxTokensPerExample\": {\"value\": 131072",
      with: "\"maxTokensPerExample\": {\"value\": 262144"
    ).catalog().loosestLimits
    #expect(larger.limits.maxTokensPerExample.value == 262_144)
    #expect(larger.limits.maxTextExamples == pro.limits.maxTextExamples)
    let smaller = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "\"maxTokensPerExample\": {\"value\": 131072",
      with: "\"maxTokensPerExample\": {\"value\": 1"
    ).catalog().loosestLimits
    #expect(smaller.limits == pro.limits)
  }

  @Test func noLimitIsLooserThanAny() throws {
    let loosest = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "\"maxTextExamples\": {\"value\": 10000000",
      with: "\"maxTextExamples\": {\"value\": null"
    ).catalog().loosestLimits
    #expect(loosest.limits.maxTextExamples.value == nil)
  }

  @Test(
    arguments: [
      ("null", nil),
      (#"{"appliesAboveExamples": 1000, "maxPercentOfTraining": 40}"#, 40),
      (#"{"appliesAboveExamples": 2000, "maxPercentOfTraining": 30}"#, 30),
    ] as [(String, Int?)])
  func aLargerShareIsLooser(_ share: String, _ percent: Int?) throws {
    let loosest = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"",
      replacing: #"{"appliesAboveExamples": 1000, "maxPercentOfTraining": 30}"#, with: share
    ).catalog().loosestLimits
    #expect(loosest.limits.validationShare != pro.limits.validationShare)
    #expect(loosest.limits.validationShare.value?.maxPercentOfTraining == percent)
  }

  @Test func fewerExamplesAreLooserAdvice() throws {
    let loosest = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "\"recommendedExamples\": {\"value\": 100",
      with: "\"recommendedExamples\": {\"value\": 50"
    ).catalog().loosestLimits
    #expect(loosest.limits.recommendedExamples.value == 50)
  }

  @Test func mediaLimitsAreLoosenedToo() throws {
    let catalog = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-flash-lite\"", replacing: "\"maxPages\": {\"value\": 300",
      with: "\"maxPages\": {\"value\": 301"
    ).catalog()
    #expect(catalog.loosestLimits.media.documents.maxPages.value == 301)
    #expect(catalog.loosestLimits.media.documents.maxFiles.value == 4)
  }

  @Test func typesAreJoined() throws {
    let catalog = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "\"video/x-flv\"]", with: "\"video/x-new\"]"
    ).catalog()
    let types = catalog.loosestLimits.mimeTypes.serving.value
    #expect(types.contains("video/x-flv") && types.contains("video/x-new"))
    #expect(Set(types).count == types.count)
  }

  @Test func modelsThatCannotBeTunedDoNotCount() throws {
    let catalog = try EditedCatalog(
      after: "\"id\": \"gemini-1.5-pro-002\"", replacing: "\"maxTokensPerExample\": {\"value\": 32000",
      with: "\"maxTokensPerExample\": {\"value\": 999999"
    ).catalog()
    #expect(catalog.loosestLimits.limits.maxTokensPerExample.value == 131_072)
  }
}
