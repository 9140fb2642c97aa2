import Submission
import SystemPackage
import TuningJobs
import Testing

@Suite struct DatasetUploaderTests {
  @Test("a dataset is sent in chunks, with its checksum, and its generation is noted")
  func upload() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    #expect(try sample.run(&storage) == .uploaded)
    #expect(storage.object?.bytes == sample.bytes)
    #expect(
      storage.log == [
        "GET", "POST", "PUT bytes 0-262143/1049576", "PUT bytes 262144-524287/1049576",
        "PUT bytes 524288-786431/1049576", "PUT bytes 786432-1048575/1049576",
        "PUT bytes 1048576-1049575/1049576",
      ])
    #expect(
      storage.urls[1]
        == "https://storage.googleapis.com/upload/storage/v1/b/bucket/o?uploadType=resumable"
        + "&name=folder%2Ftrain%20set.jsonl&ifGenerationMatch=0")
    #expect(
      storage.urls[0].hasPrefix(
        "https://storage.googleapis.com/storage/v1/b/bucket/o/folder%2Ftrain%20set.jsonl?fields="))
    #expect(sample.dataset.generation == storage.object?.generation)
    // The address is kept before the first byte is sent, and forgotten in the end.
    #expect(sample.saved.first?.session?.acknowledgedBytes == 0)
    #expect(sample.saved.dropLast().allSatisfy { $0.session != nil })
    #expect(sample.saved.last?.session == nil)
    #expect(sample.saved.last == sample.dataset)
    #expect(sample.dataset.inode != nil && sample.dataset.modifiedAt != nil)
  }

  @Test("an object with the same bytes is not uploaded again")
  func same() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.object = .init(bytes: sample.bytes, generation: 7)
    #expect(try sample.run(&storage) == .wasThere)
    #expect(storage.log == ["GET"])
    #expect(sample.dataset.generation == 7)
  }

  @Test(
    "an object that is not the dataset is refused with what differs, or replaced exactly as it is",
    arguments: [
      (1, "", "it has 1 bytes, not 1049576"), (0, "", "its CRC32C is"),
      (-1, #", "contentEncoding": "gzip""#, "its contentEncoding is 'gzip'"),
      (
        -1, #", "customerEncryption": {"encryptionAlgorithm": "AES256"}, "crc32c": null"#, "a key of your own"
      ),
      (-1, #", "crc32c": null"#, "perhaps not finalized"),
      (-1, #", "timeFinalized": "2026-11-28T00:00:00Z", "crc32c": null"#, "it has no CRC32C, so"),
    ])
  func different(kind: Int, more: String, problem: String) throws {
    var sample = try UploadSample()
    var other = sample.bytes
    if kind == 0 { other[9] ^= 1 }
    var storage = FakeStorage()
    storage.object = .init(bytes: kind == 1 ? [1] : other, generation: 7, more: more)
    let fault = sample.fault(&storage)
    #expect(fault?.description.contains(problem) == true, "\(String(describing: fault))")
    #expect(storage.log == ["GET"])

    sample.uploader.replacesObjects = true
    #expect(try sample.run(&storage) == .uploaded)
    #expect(storage.urls.contains { $0.contains("&ifGenerationMatch=7") })
    #expect(storage.object?.bytes == sample.bytes)
  }

  @Test("who pays, and which key encrypts, is said")
  func options() throws {
    var sample = try UploadSample(count: 10)
    var target = ObjectStorage(endpoint: "https://storage.googleapis.com/")
    target.userProject = "my project"
    target.kmsKeyName = "projects/p/locations/l/keyRings/r/cryptoKeys/k"
    sample.uploader = DatasetUploader(target)
    var storage = FakeStorage()
    storage.object = .init(bytes: sample.bytes, generation: 7)
    let fault = sample.fault(&storage)
    #expect(fault?.description.contains("encrypted with a key of Google's, not with projects/p") == true)
    storage.object = .init(
      bytes: sample.bytes, generation: 7,
      more: #", "kmsKeyName": "projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3""#)
    #expect(try sample.run(&storage) == .wasThere)
    #expect(storage.urls.allSatisfy { $0.hasSuffix("&userProject=my%20project") })
    #expect(
      target.startAddress(of: try StorageURI("gs://bucket/o.jsonl"), replacing: 0).hasSuffix(
        "&kmsKeyName=projects%2Fp%2Flocations%2Fl%2FkeyRings%2Fr%2FcryptoKeys%2Fk&userProject=my%20project"))
  }

  @Test(
    "chunks have the sizes that the service demands",
    arguments: [
      (0, 262_144), (262_144, 262_144), (300_000, 262_144), (16_777_216, 16_777_216),
      (1_000_000_000, 67_108_864),
    ])
  func chunkSizes(wanted: Int, actual: Int) {
    #expect(DatasetUploader(ObjectStorage(), chunkSizeInBytes: wanted).chunkSizeInBytes == actual)
  }

  @Test("a state that cannot be kept ends the upload before a byte is sent")
  func unsaved() throws {
    let sample = try UploadSample()
    var (dataset, storage) = (sample.dataset, FakeStorage())
    #expect(throws: UploadFault.self) {
      try sample.uploader.run(&dataset, &storage) { (_) throws(StateFault) in
        throw .system(path: "state", action: "written", .noSpace)
      }
    }
    #expect(storage.log == ["GET", "POST"])
  }

  @Test("a change of the object after it was compared is told")
  func changes() throws {
    var sample = try UploadSample(count: 10)
    var storage = FakeStorage()
    _ = try sample.run(&storage)
    let target = sample.uploader.storage
    #expect(try target.changes(of: sample.dataset, &storage) == [])
    storage.object?.generation += 1
    let generation = try #require(sample.dataset.generation)
    #expect(
      try target.changes(of: sample.dataset, &storage) == [
        "it was replaced: its generation is \(generation + 1), not \(generation)", "its content is the same",
      ])
    storage.object?.bytes[0] ^= 1
    #expect(try target.changes(of: sample.dataset, &storage).last?.contains("its CRC32C is") == true)
    storage.object = nil
    #expect(try target.changes(of: sample.dataset, &storage) == ["it is gone"])
  }
}
