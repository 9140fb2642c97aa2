import Diagnostics
import Testing

@testable import ModelCatalog

/// What rules rely on, model by model, spelled out a second time.
struct ModelFactsTests {
  /// What one model is expected to accept.
  struct Expectation: CustomTestStringConvertible {
    let id: String
    let tokens: Int
    let textExamples: Int?
    let validationExamples: Int
    let adapterSizes: [Int]
    let regions: [String]?
    let cents: Int?
    let continuous: Bool
    let encryption: Bool
    let functionCalling: FunctionCallTuning
    let partResolution: Bool
    var testDescription: String { id }
  }

  static let regions3 = ["europe-west4", "us-central1"]

  @Test(arguments: [
    Expectation(
      id: "gemini-3.5-flash", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8, 16], regions: regions3, cents: 1000, continuous: true, encryption: false,
      functionCalling: .unknown, partResolution: true),
    Expectation(
      id: "gemini-3.5-flash-lite", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8, 16], regions: regions3, cents: nil, continuous: false, encryption: false,
      functionCalling: .unknown, partResolution: true),
    Expectation(
      id: "gemini-3.1-flash-lite", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8, 16], regions: regions3, cents: 300, continuous: true, encryption: false,
      functionCalling: .unknown, partResolution: true),
    Expectation(
      id: "gemini-2.5-pro", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8], regions: nil, cents: 2500, continuous: true, encryption: true,
      functionCalling: .refused, partResolution: false),
    Expectation(
      id: "gemini-2.5-flash", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8, 16], regions: nil, cents: 500, continuous: true, encryption: true,
      functionCalling: .refused, partResolution: false),
    Expectation(
      id: "gemini-2.5-flash-lite", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8, 16], regions: nil, cents: 150, continuous: true, encryption: true,
      functionCalling: .refused, partResolution: false),
    Expectation(
      id: "gemini-2.0-flash-001", tokens: 131_072, textExamples: 10_000_000, validationExamples: 5000,
      adapterSizes: [1, 2, 4, 8], regions: nil, cents: nil, continuous: false, encryption: false,
      functionCalling: .supported, partResolution: false),
    Expectation(
      id: "gemini-1.5-pro-002", tokens: 32_000, textExamples: nil, validationExamples: 256,
      adapterSizes: [1, 4],
      regions: nil, cents: nil, continuous: false, encryption: false, functionCalling: .unknown,
      partResolution: false),
    Expectation(
      id: "gemini-1.5-flash-002", tokens: 128_000, textExamples: nil, validationExamples: 256,
      adapterSizes: [1, 4, 8, 16], regions: nil, cents: nil, continuous: false, encryption: false,
      functionCalling: .unknown, partResolution: false),
  ])
  func acceptsWhatIsExpected(_ expected: Expectation) throws {
    let model = try #require(ModelCatalog.builtIn.model(id: expected.id))
    #expect(model.limits.maxTokensPerExample.value == expected.tokens)
    #expect(model.limits.maxTextExamples.value == expected.textExamples)
    #expect(model.limits.maxValidationExamples.value == expected.validationExamples)
    #expect(model.adapterSizes.value == expected.adapterSizes)
    #expect(model.regions.value == expected.regions)
    #expect(model.trainingPriceInCentsPerMillionTokens.value == expected.cents)
    #expect(model.supportsContinuousTuning.value == expected.continuous)
    #expect(model.supportsEncryptionKeys.value == expected.encryption)
    #expect(model.functionCalling.value == expected.functionCalling)
    #expect(model.supportsPartMediaResolution.value == expected.partResolution)
  }

  @Test func mediaLimitsAreThoseOfThePages() throws {
    for model in ModelCatalog.builtIn.tunableModels {
      let media = model.media
      #expect(media.images.maxFiles.value == 30)
      #expect(media.images.maxMegabytesPerFile.value == 20)
      #expect(media.audio.maxFiles.value == 1)
      #expect(media.audio.maxSeconds.value == 3600)
      #expect(media.audio.maxMegabytesPerFile.value == 100)
      #expect(media.videos.maxFiles.value == 1)
      #expect(media.videos.maxMegabytesPerFile.value == 100)
      #expect(media.videos.maxSecondsAtHighOrMedium.value == 300)
      #expect(media.videos.maxSecondsAtLow.value == 1200)
      #expect(media.documents.maxFiles.value == 4)
      #expect(media.documents.maxPages.value == 300)
      #expect(media.documents.maxMegabytesPerFile.value == 20)
    }
  }

  /// How hard a rule may judge depends on these.
  @Test func doubtsAreKept() throws {
    let catalog = ModelCatalog.builtIn
    let flash = try #require(catalog.model(id: "gemini-3.5-flash"))
    let lite = try #require(catalog.model(id: "gemini-3.5-flash-lite"))
    let lite31 = try #require(catalog.model(id: "gemini-3.1-flash-lite"))
    let pro25 = try #require(catalog.model(id: "gemini-2.5-pro"))
    #expect(flash.retirement.confidence == .conflicting)
    #expect(flash.supportsEncryptionKeys.confidence == .conflicting)
    #expect(flash.media.audio.maxFiles.confidence == .guess)
    #expect(lite.isTunable.confidence == .conflicting)
    #expect(lite.supportsContinuousTuning.confidence == .guess)
    #expect(lite.limits.maxTokensPerExample.confidence == .guess)
    #expect(lite31.supportsEncryptionKeys.confidence == .documented)
    #expect(lite31.supportsContinuousTuning.confidence == .documented)
    #expect(pro25.retirement.confidence == .conflicting)
    #expect(pro25.retirement.value == Retirement(date: CatalogDate(2026, 10, 20), isEarliest: false))
    #expect(pro25.functionCalling.confidence == .conflicting)
    #expect(pro25.supportsEncryptionKeys.confidence == .conflicting)
    #expect(pro25.trainingPriceInCentsPerMillionTokens.confidence == .reported)
    #expect(pro25.media.audio.maxFiles.confidence == .documented)
    #expect(pro25.media.videos.maxFiles.confidence == .conflicting)
    #expect(pro25.limits.validationShare.confidence == .guess)
    #expect(catalog.locations.tunesGlobally.value == false)
    #expect(catalog.locations.tunesGlobally.confidence == .conflicting)
  }
}
