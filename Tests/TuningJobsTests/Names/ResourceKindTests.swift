import Testing
import TuningJobs

struct ResourceKindTests {
  @Test(
    "the kind is told by the shape",
    arguments: [
      ("projects/p/locations/l/models/1@1", ResourceKind.model), ("Projects/p/Locations/l/Models/1", .model),
      ("projects/p/models/1", .model), ("models/1", .model),
      ("projects/p/locations/l/endpoints/1", .endpoint), ("endpoints/1", .endpoint),
      ("projects/p/locations/l/tuningJobs/1", .tuningJob), ("tuningJobs/444", .tuningJob),
      ("projects/p/locations/l/publishers/google/models/gemini-2.5-flash", .publisherModel),
      ("publishers/google/models/gemini-2.5-flash", .publisherModel),
      ("projects/p/locations/l/datasets/1", .dataset),
      ("projects/p/locations/l/cachedContents/1", .cachedContent),
      ("projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1", .encryptionKey),
      ("projects/-/serviceAccounts/a@b", .serviceAccount), ("a@p.iam.gserviceaccount.com", .serviceAccount),
      ("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/models/1", .url),
      ("HTTP://x", .url), ("//aiplatform.googleapis.com/projects/p/locations/l/models/1", .fullResourceName),
      ("gs://bucket/object", .storageURI), ("GS://bucket", .storageURI), ("1234567890", .bareModelID),
      ("1234567890@1", .bareModelID), ("1@prod", .bareModelID), ("gemini-2.5-flash", .baseModelID),
      ("Gemini-3.5-flash", .baseModelID), ("", .other), ("@1", .other), ("my-model", .other), ("/", .other),
      ("projects", .other), ("projects/p/locations/l", .other),
      ("projects/p/locations/l/customJobs/1", .other),
      ("tunedModels/x", .other), ("/projects/p/locations/l/models/1", .other),
    ])
  func kinds(text: String, kind: ResourceKind) { #expect(ResourceKind.of(text) == kind) }

  @Test("a megabyte of slashes is something else")
  func megabyte() {
    #expect(ResourceKind.of("a" + String(repeating: "/", count: 1 << 20)) == .other)
  }
}
