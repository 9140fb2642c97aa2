import ModelCatalog
import Testing
import TuningJobs

struct LocationNameTests {
  @Test(
    "locations and their addresses",
    arguments: [
      ("us-central1", LocationName.Kind.region, "https://us-central1-aiplatform.googleapis.com"),
      ("europe-west12", .region, "https://europe-west12-aiplatform.googleapis.com"),
      ("global", .global, "https://aiplatform.googleapis.com"),
      ("us", .multiRegion, "https://aiplatform.us.rep.googleapis.com"),
      ("eu", .multiRegion, "https://aiplatform.eu.rep.googleapis.com"),
    ])
  func locations(text: String, kind: LocationName.Kind, address: String) throws {
    let location = try requireCanonical(text, as: LocationName.self)
    #expect(location.kind == kind)
    #expect(location.apiAddress == address)
  }

  @Test("the catalogue's locations are locations")
  func catalogue() throws {
    let locations = ModelCatalog.builtIn.locations
    for region in locations.regions.value { #expect(try LocationName(region).kind == .region) }
    for multiRegion in locations.multiRegions.value {
      #expect(try LocationName(multiRegion).kind == .multiRegion)
    }
  }

  @Test(
    "no locations",
    arguments: [
      "us-central", "us-central1-a", "central1", "us-1", "-central1", "us--central1", "europe", "1", "-",
      "a-b",
    ])
  func unknownForms(text: String) {
    FaultyName(
      "⟦\(text)⟧", "location",
      "is '\(text)', but must be a region such as 'us-central1', or 'global', 'us' or 'eu'"
    ).check(as: LocationName.self)
  }

  private static let only = "but only lower-case letters from a to z, digits and hyphens are allowed"

  @Test(
    "locations with a fault",
    arguments: [
      FaultyName("⟦⟧", "location", "is empty"),
      FaultyName("⟦US-central1⟧", "location", "begins with 'U', \(only)"),
      FaultyName("⟦us_central1⟧", "location", "contains '_', \(only)"),
      FaultyName("⟦us-central１⟧", "location", "ends with '１' (U+FF11), which looks like '1', \(only)"),
      FaultyName("⟦us‑central1⟧", "location", "contains '‑' (U+2011), which looks like '-', \(only)"),
      FaultyName(
        "⟦us-\(String(repeating: "a", count: 1 << 20))1⟧", "location",
        "is longer than 63 characters"),
    ])
  func faults(_ name: FaultyName) { name.check(as: LocationName.self) }
}
