import Testing
import TuningJobs

struct EncryptionKeyNameTests {
  private static let ring = "projects/my-project/locations/us-central1/keyRings/Ring_1"

  @Test("a key's name has its pieces")
  func pieces() throws {
    let name = try requireCanonical(Self.ring + "/cryptoKeys/my-Key_2", as: EncryptionKeyName.self)
    #expect(name.project.description == "my-project")
    #expect(name.location.description == "us-central1")
    #expect(name.keyRing == "Ring_1")
    #expect(name.key == "my-Key_2")
  }

  private static let only = "but only letters from a to z, digits, hyphens and underscores are allowed"

  @Test(
    "keys with a fault",
    arguments: [
      FaultyName("\(ring)⟦⟧", "key", "is missing: it must follow 'cryptoKeys/'"),
      FaultyName(
        "\(ring)/cryptoKeys/k⟦/cryptoKeyVersions/1⟧", "key version",
        "is given, but the name must end with the key: the service chooses the version"),
      FaultyName("\(ring)/cryptoKeys/k⟦/⟧", "name", "ends with a slash, but must end with the key"),
      FaultyName("\(ring)/cryptoKeys/k⟦/x⟧", "name", "continues with '/x', but must end with the key"),
      FaultyName("\(ring)/⟦cryptokeys⟧/k", "collection", "is 'cryptokeys', but must be 'cryptoKeys'"),
      FaultyName("\(ring)/cryptoKeys/⟦k.1⟧", "key", "contains '.', \(only)"),
      FaultyName(
        "\(ring)/cryptoKeys/⟦\(String(repeating: "k", count: 64))⟧", "key",
        "is longer than 63 characters"),
      FaultyName(
        "projects/my-project/locations/us-central1/keyRings/⟦my ring⟧/cryptoKeys/k", "key ring",
        "contains a space (U+0020), \(only)"),
      FaultyName(
        "projects/my-project/locations/⟦europe⟧/keyRings/r/cryptoKeys/k", "location",
        "is 'europe', but must be a region such as 'us-central1', or 'global', 'us' or 'eu'"),
    ])
  func faults(_ name: FaultyName) { name.check(as: EncryptionKeyName.self) }
}
