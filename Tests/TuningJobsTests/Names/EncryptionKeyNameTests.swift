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

  private static let only = "where only letters from a to z, digits, hyphens and underscores are allowed"

  @Test(
    "keys with a fault",
    arguments: [
      FaultyName("\(ring)⟦⟧", "key", "is missing: it must stand behind 'cryptoKeys/'"),
      FaultyName(
        "\(ring)/cryptoKeys/k⟦/cryptoKeyVersions/1⟧", "key version",
        "is given, where the name of the key alone must stand: the service picks the version"),
      FaultyName("\(ring)/cryptoKeys/k⟦/⟧", "name", "ends with a slash, where the key must end it"),
      FaultyName("\(ring)/cryptoKeys/k⟦/x⟧", "name", "goes on with '/x', where the key must end it"),
      FaultyName("\(ring)/⟦cryptokeys⟧/k", "collection", "is 'cryptokeys', where 'cryptoKeys' must stand"),
      FaultyName("\(ring)/cryptoKeys/⟦k.1⟧", "key", "holds '.', \(only)"),
      FaultyName(
        "\(ring)/cryptoKeys/⟦\(String(repeating: "k", count: 64))⟧", "key",
        "is longer than the 63 characters that it may have"),
      FaultyName(
        "projects/my-project/locations/us-central1/keyRings/⟦my ring⟧/cryptoKeys/k", "key ring",
        "holds a space (U+0020), \(only)"),
      FaultyName(
        "projects/my-project/locations/⟦europe⟧/keyRings/r/cryptoKeys/k", "location",
        "is 'europe', where a region such as 'us-central1', or 'global', 'us' or 'eu' must stand"),
    ])
  func faults(_ name: FaultyName) { name.check(as: EncryptionKeyName.self) }
}
