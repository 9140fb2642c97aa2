import Documents
import Foundation
import JSONLines
import TestSupport
import Testing

@testable import ModelCatalog

/// What holds for the built-in catalogue as a whole.
struct BuiltInCatalogTests {
  private let catalog = ModelCatalog.builtIn

  /// A fact as it stands in the catalogue's file.
  private struct Entry {
    let pointer: String
    let members: [String: DocumentValue.Content]

    func text(_ name: String) -> String? {
      guard case .string(let text) = members[name] else { return nil }
      return text
    }
  }

  /// Every fact of the catalogue.
  private func entries() throws -> [Entry] {
    func collect(_ value: DocumentValue, _ pointer: String) -> [Entry] {
      switch value.content {
      case .array(let elements):
        return elements.enumerated().flatMap { collect($1, "\(pointer)/\($0)") }
      case .object(let members) where members.contains { $0.name == "confidence" }:
        let pairs = members.map { ($0.name, $0.value.content) }
        return [Entry(pointer: pointer, members: Dictionary(pairs) { first, _ in first })]
      case .object(let members):
        return members.flatMap { collect($0.value, "\(pointer)/\($0.name)") }
      default: return []
      }
    }
    return collect(try DocumentValue(parsing: catalog.catalogJSON()), "")
  }

  @Test("the file that is embedded is the one of the sources, in the form that the program writes")
  func embeddedFile() throws {
    let catalog = try ModelCatalog(parsing: PackageResources.catalog_json)
    #expect(catalog == .builtIn)
    #expect(catalog.catalogJSON() == PackageResources.catalog_json)
    let file = ProjectFolder.url.appending(path: "Sources/ModelCatalog/catalog.json")
    #expect(try [UInt8](Data(contentsOf: file)) == PackageResources.catalog_json)
  }

  @Test func everyFactHasASourceAndADate() throws {
    let keys = catalog.sources.map(\.key)
    let entries = try entries()
    #expect(entries.count > 350)
    for entry in entries {
      let source = try #require(entry.text("source"))
      let pieces = source.split(separator: ":", maxSplits: 1)
      #expect(pieces.count == 2 && keys.contains(String(pieces[0])), "\(entry.pointer): \(source)")
      let asOf = try #require(entry.text("asOf").flatMap { CatalogDate($0) })
      #expect(asOf <= catalog.asOf, "\(entry.pointer)")
    }
  }

  @Test func conflictsAndGuessesAreExplainedInSentences() throws {
    for entry in try entries() {
      let confidence = entry.text("confidence")
      #expect((entry.text("conflict") != nil) == (confidence == "conflicting"), "\(entry.pointer)")
      if confidence == "guess" { #expect(entry.text("note") != nil, "\(entry.pointer)") }
      for text in [entry.text("conflict"), entry.text("note")].compactMap({ $0 }) {
        #expect(text.hasSuffix(".") && text.first?.isUppercase == true, "\(entry.pointer): \(text)")
        #expect(!text.contains("  "), "\(entry.pointer): \(text)")
      }
    }
  }

  @Test func everySourceIsUsed() throws {
    let used = Set(
      try entries().compactMap { $0.text("source")?.split(separator: ":").first.map(String.init) })
    #expect(Set(catalog.sources.map(\.key)) == used)
    #expect(catalog.sources.map(\.key) == catalog.sources.map(\.key).sorted())
  }

  @Test func idsAreUniqueAndSpeakOfFamilyAndGeneration() {
    let models =
      catalog.models.map { ($0.id, $0.family, $0.generation, $0.displayName) }
      + catalog.untunableModels.map { ($0.id, $0.family, $0.generation, $0.displayName) }
    #expect(Set(models.map(\.0)).count == models.count)
    for (id, family, generation, name) in models {
      let number = generation.minor == 0 && generation.major == 3 ? "3" : generation.description
      #expect(id.hasPrefix("gemini-\(number)-\(family.rawValue)"), "\(id)")
      #expect(name.lowercased() == "gemini \(number) \(family.rawValue)", "\(id)")
      #expect(id.hasPrefix(name.lowercased().split(separator: " ").joined(separator: "-")), "\(id)")
    }
  }

  @Test func tunableModelsComeFirstAndTheNewestBeforeThem() {
    #expect(
      catalog.tunableModels.map(\.id) == [
        "gemini-3.5-flash", "gemini-3.5-flash-lite", "gemini-3.1-flash-lite", "gemini-2.5-pro",
        "gemini-2.5-flash",
        "gemini-2.5-flash-lite",
      ])
    #expect(Array(catalog.models.prefix(6)) == catalog.tunableModels)
    #expect(
      catalog.models.dropFirst(6).map(\.id) == [
        "gemini-2.0-flash-001", "gemini-2.0-flash-lite-001", "gemini-1.5-pro-002", "gemini-1.5-flash-002",
      ])
    let generations = catalog.models.map(\.generation)
    #expect(generations == generations.sorted(by: >))
    #expect(
      catalog.untunableModels.map(\.id) == [
        "gemini-3.8-flash", "gemini-3.7-flash", "gemini-3.6-flash", "gemini-3.1-pro-preview",
        "gemini-3-flash-preview", "gemini-1.0-pro-002",
      ])
  }

  @Test func findsModelsByTheirExactID() {
    for model in catalog.models { #expect(catalog.model(id: model.id) == model) }
    for model in catalog.untunableModels {
      #expect(catalog.untunableModel(id: model.id) == model)
      #expect(catalog.model(id: model.id) == nil)
    }
    #expect(catalog.model(id: "Gemini-2.5-Pro") == nil)
    #expect(catalog.model(id: "gemini-2.5") == nil)
  }

  @Test func listsAreInOrderAndWithoutRepeats() {
    for model in catalog.models {
      let sizes = model.adapterSizes.value
      #expect(
        sizes == Set(sizes).sorted() && sizes.allSatisfy { $0 > 0 && $0 & ($0 - 1) == 0 }, "\(model.id)")
      #expect(Set(model.modalities.value).count == model.modalities.value.count, "\(model.id)")
      #expect(model.modalities.value.contains(.text), "\(model.id)")
      for types in [model.mimeTypes.tuning.value, model.mimeTypes.serving.value] {
        #expect(Set(types).count == types.count, "\(model.id)")
      }
      #expect(Set(model.mimeTypes.tuning.value).isSubset(of: model.mimeTypes.serving.value), "\(model.id)")
      if let regions = model.regions.value {
        #expect(regions == Set(regions).sorted(), "\(model.id)")
        #expect(Set(regions).isSubset(of: catalog.locations.regions.value), "\(model.id)")
      }
    }
    #expect(catalog.locations.regions.value == Set(catalog.locations.regions.value).sorted())
    #expect(catalog.locations.regions.value.count == 38)
  }

  @Test func limitsAgreeWithEachOther() {
    for model in catalog.models {
      let limits = model.limits
      #expect(limits.largeFileBytes.value == 1_000_000_000)
      #expect(limits.maxFileBytes.value == 1_073_741_824)
      #expect(limits.fewExamples.value < limits.recommendedExamples.value)
      #expect(limits.manyFunctionDeclarations.value < limits.maxFunctionDeclarations.value)
      #expect(model.media.videos.maxSecondsAtHighOrMedium.value < model.media.videos.maxSecondsAtLow.value)
      if let text = limits.maxTextExamples.value, let multimodal = limits.maxMultimodalExamples.value {
        #expect(multimodal < text)
      }
      if let share = limits.validationShare.value {
        #expect(share.appliesAboveExamples < limits.maxValidationExamples.value)
      }
    }
  }
}
