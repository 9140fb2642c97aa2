import ByteStreams
import Crypto
import Diagnostics
@testable import Submission
import TestSupport
import TuningJobs

/// A dataset in a file, that is to be uploaded in chunks of 256 KiB.
struct UploadSample: ~Copyable {
  let folder: TemporaryFolder
  let bytes: [UInt8]
  var dataset: DatasetUpload
  /// What was saved, in the order of time.
  var saved: [DatasetUpload] = []
  var uploader = DatasetUploader(ObjectStorage(), chunkSizeInBytes: 1 << 18)

  static let chunk = 1 << 18

  private static let random = {
    var random = SplitMix64(seed: 1)
    return random.bytes(4 * chunk + 1000)
  }()

  /// Makes a file of five chunks, the last of which is short.
  ///
  /// - Parameter isOther: whether a byte is another one.
  init(count: Int = 4 * chunk + 1000, isOther: Bool = false) throws {
    let folder = try TemporaryFolder()
    var bytes = Array(Self.random.prefix(count))
    if isOther { bytes[5] ^= 1 }
    let dataset = try Self.dataset(bytes, path: try folder.write(bytes, as: "train.jsonl"))
    self.folder = folder
    (self.bytes, self.dataset) = (bytes, dataset)
  }

  static func dataset(_ bytes: [UInt8], path: String) throws -> DatasetUpload {
    var checksum = CRC32C()
    checksum.add(bytes.span)
    var dataset = DatasetUpload()
    dataset.path = path
    dataset.sizeInBytes = bytes.count
    dataset.crc32c = checksum.value
    dataset.sha256 = Hexadecimal.sha256(of: bytes)
    dataset.target = FakeStorage.name
    return dataset
  }

  mutating func run(_ storage: inout FakeStorage) throws(UploadFault) -> DatasetUploader.Outcome {
    var saved = saved
    defer { self.saved = saved }
    return try uploader.run(&dataset, &storage) { dataset in saved.append(dataset) }
  }

  /// What the upload of the file fails with.
  mutating func fault(_ storage: inout FakeStorage) -> UploadFault? {
    do throws(UploadFault) {
      _ = try run(&storage)
      return nil
    } catch {
      return error
    }
  }
}
