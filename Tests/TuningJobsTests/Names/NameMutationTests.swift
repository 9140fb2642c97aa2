import TestSupport
import Testing
import TuningJobs

/// Whatever is done to a name, it stays a name in canonical form or is refused in good manners.
struct NameMutationTests {
  private static let parent = "projects/my-project/locations/us-central1"

  @Test func checkpointIDs() { mutate(["1", "ckpt-2"], as: CheckpointID.self) }
  @Test func datasets() { mutate(["\(Self.parent)/datasets/77"], as: DatasetName.self) }
  @Test func endpoints() { mutate(["\(Self.parent)/endpoints/77"], as: EndpointName.self) }
  @Test func locations() { mutate(["us-central1", "global", "us"], as: LocationName.self) }
  @Test func versions() { mutate(["1", "default", "myBest-1"], as: ModelVersion.self) }
  @Test func tuningJobs() { mutate(["\(Self.parent)/tuningJobs/444"], as: TuningJobName.self) }

  @Test func projects() {
    mutate(["my-project", "123456789012", "example.com:my-project"], as: ProjectReference.self)
  }

  @Test func models() {
    mutate(
      [
        "projects/123456789012/locations/us-central1/models/1234567890@1",
        "\(Self.parent)/models/my_model@default",
      ], as: ModelName.self)
  }

  @Test func encryptionKeys() {
    mutate(["\(Self.parent)/keyRings/r/cryptoKeys/k"], as: EncryptionKeyName.self)
  }

  @Test func serviceAccounts() {
    mutate(
      ["my-tuner@my-project.iam.gserviceaccount.com", "1-compute@developer.gserviceaccount.com"],
      as: ServiceAccountEmail.self)
  }

  @Test func storageURIs() { mutate(["gs://my-bucket/data/train.jsonl"], as: StorageURI.self) }

  @Test func labels() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      let text = Self.mutated(random.pick(["team", "équipe", "vertex-ai-x"]), &random)
      for fault in [Labels.fault(inKey: text), Labels.fault(inValue: text)].compactMap({ $0 }) {
        requireManners(of: fault, in: text)
      }
      // What may be a key may be a value.
      #expect(Labels.fault(inKey: text) != nil || Labels.fault(inValue: text) == nil)
    }
  }

  private func mutate<Name: ParsedName>(_ names: [String], as type: Name.Type) {
    var random = SplitMix64(seed: 1)
    var counts = (accepted: 0, refused: 0)
    for _ in 0..<1000 {
      let text = Self.mutated(random.pick(names), &random)
      _ = ResourceKind.of(text)
      do throws(NameFault) {
        let name = try Name(text)
        counts.accepted += 1
        #expect(name.description.utf8.elementsEqual(text.utf8), "\(text)")
        #expect(try Name(name.description) == name)
      } catch {
        counts.refused += 1
        requireManners(of: error, in: text)
      }
    }
    // Otherwise the mutations prove one half only.
    #expect(counts.accepted > 20 && counts.refused > 20)
  }

  private static let scraps = [
    "/", "//", "@", "@@", ":", ".", "..", "-", "_", "0", "1", "a", "A", " ", "\t", "\r\n", "\0", "\u{1B}[31m",
    "а",
    "１", "\u{200B}", "\u{A0}", "\u{301}", "\u{202E}", "😀", "é", "%2F", "models", "projects/", "https://",
    "gs://",
    "locations/us-central1", String(repeating: "x", count: 300),
  ]

  /// A text after one to three slips: a scrap put in, a piece taken out, or two letters swapped.
  private static func mutated(_ text: String, _ random: inout SplitMix64) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let index = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars.insert(contentsOf: random.pick(scraps).unicodeScalars, at: index)
      case 1:
        let end = min(scalars.count, index + Int.random(in: 1...4, using: &random))
        scalars.removeSubrange(index..<end)
      default: if index + 1 < scalars.count { scalars.swapAt(index, index + 1) }
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
