import Documents
import JSONLines
public import TuningJobs

/// What Cloud Storage says of an object. What it leaves out is nil.
public struct ObjectMetadata: Equatable, Sendable {
  /// The members that are asked for.
  static let fields =
    "generation,size,crc32c,contentEncoding,kmsKeyName,customerEncryption,timeCreated,timeFinalized"

  /// Which of the contents that the name has had: another one for each.
  public var generation: Int
  /// The length of what is stored, in bytes.
  public var size: Int?
  /// The CRC32C of what is stored.
  public var crc32c: UInt32?
  /// What readers are told of its encoding, such as `gzip`.
  public var contentEncoding: String?
  /// The key of the service with which it is encrypted, with its version.
  public var kmsKeyName: String?
  /// Whether it is encrypted with a key that only its owner has.
  public var hasCustomerKey: Bool
  /// When this content came.
  public var timeCreated: Timestamp?
  /// When no more could be appended, as the service writes it.
  public var timeFinalized: String?

  /// Reads an answer; nil if it is not an object with a generation.
  public init?(_ answer: [UInt8]) {
    guard let value = try? DocumentValue(parsing: answer),
      let generation = value.number("generation"), generation > 0
    else { return nil }
    self.generation = generation
    size = value.number("size")
    crc32c = value.text("crc32c").flatMap(Base64.checksum)
    contentEncoding = value.text("contentEncoding")
    kmsKeyName = value.text("kmsKeyName")
    hasCustomerKey = value["customerEncryption"]?.kind == .object
    timeCreated = value.text("timeCreated").flatMap { try? Timestamp($0) }
    timeFinalized = value.text("timeFinalized")
  }

  /// Why this object is not a dataset with these bytes, one clause each; empty if it is.
  ///
  /// - Parameter kmsKeyName: the key with which it is to be encrypted; nil if any will do.
  public func differences(from dataset: DatasetUpload, kmsKeyName wantedKey: String? = nil) -> [String] {
    var problems: [String] = []
    if let contentEncoding, contentEncoding != "identity" {
      problems.append(
        "its contentEncoding is '\(contentEncoding)', so readers get other bytes than are stored")
    }
    if hasCustomerKey {
      problems.append("it is encrypted with a key of your own, which the tuning service does not have")
    }
    if let size, size != dataset.sizeInBytes {
      problems.append("it has \(size) bytes, not \(dataset.sizeInBytes)")
    } else if let crc32c, crc32c != dataset.crc32c {
      problems.append("its CRC32C is \(Base64.text(crc32c)), not \(Base64.text(dataset.crc32c))")
    } else if size == nil || crc32c == nil, !hasCustomerKey {
      problems.append(
        timeFinalized == nil
          ? "it has no CRC32C and is perhaps not finalized, so its content cannot be compared"
          : "it has no CRC32C, so its content cannot be compared")
    }
    if let wantedKey, !isEncrypted(with: wantedKey) {
      problems.append(
        "it is encrypted with \(kmsKeyName.map { "the key \($0)" } ?? "a key of Google's"), not with \(wantedKey)"
      )
    }
    return problems
  }

  /// Whether the object is encrypted with a version of a key.
  private func isEncrypted(with key: String) -> Bool {
    kmsKeyName == key || kmsKeyName?.hasPrefix(key + "/cryptoKeyVersions/") == true
  }
}
