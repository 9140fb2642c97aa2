public import Diagnostics
public import TuningJobs

/// What is known of one dataset of a submission: the file that was validated, and how far its upload has got.
public struct DatasetUpload: Equatable, Sendable {
  /// A resumable upload that has begun. Its address works as a token does: keep it secret.
  public struct Session: Equatable, Sendable {
    /// The address to which the bytes go.
    public var uri: String
    /// When it began, in milliseconds since 1970. The service keeps it for a week.
    public var startedAt: Int
    /// How many bytes the service has said that it keeps, from the first on.
    public var acknowledgedBytes: Int

    /// Makes a session that has no bytes.
    public init(uri: String, startedAt: Int) {
      (self.uri, self.startedAt, acknowledgedBytes) = (uri, startedAt, 0)
    }
  }

  /// What the dataset is for.
  public var role: FileRole
  /// The path of the local file.
  public var path: String
  /// How many bytes are uploaded: those of the file, inflated if it is compressed.
  public var sizeInBytes: Int
  /// Their CRC32C.
  public var crc32c: UInt32
  /// Their SHA-256, 64 hexadecimal digits.
  public var sha256: String
  /// When the file was last written as it was opened, in nanoseconds since 1970; nil before that.
  public var modifiedAt: Int?
  /// The number of the file in its file system; nil before it was opened.
  public var inode: Int?
  /// Where the dataset goes, such as `gs://bucket/train.jsonl`.
  public var target: String
  /// The upload, from its beginning until it is finished.
  public var session: Session?
  /// The generation of the object that has these bytes, once it is known.
  public var generation: Int?

  /// Makes an upload that has not begun.
  ///
  /// - Parameters:
  ///   - receipt: what was checked; its digests and URI count.
  ///   - path: the path of the file for this process.
  public init(_ receipt: DatasetReceipt, path: String) {
    role = receipt.role
    self.path = path
    sizeInBytes = receipt.digest.sizeInBytes
    crc32c = receipt.digest.crc32c
    sha256 = receipt.digest.sha256
    target = receipt.uri
  }

  /// One that is to be read from a file.
  init() {
    (role, path, sizeInBytes, crc32c, sha256, target) = (.training, "", 0, 0, "", "")
  }
}
