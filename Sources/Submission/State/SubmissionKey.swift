import Crypto
public import TuningJobs

/// The name of a submission: the same job with the same data has the same key, so that a second run continues the first one.
///
/// It is the beginning of the SHA-256 of everything that makes the job, 16 hexadecimal digits.
public struct SubmissionKey: Hashable, Sendable, CustomStringConvertible {
  /// The 16 digits.
  public let description: String

  /// Makes the key of a job.
  ///
  /// - Parameters:
  ///   - endpoint: the address of the tuning service.
  ///   - body: the request that creates the job, without a marker, the same bytes for the same job.
  ///   - digests: those of the datasets, in the order of the receipt.
  ///   - repetition: 0; another number for a job that is created once more on purpose.
  public init(
    endpoint: String, project: String, location: String, body: [UInt8], digests: [FileDigest.Value],
    repetition: Int = 0
  ) {
    var hash = SHA256()
    // With its length, so that no two jobs have the same bytes.
    func add(_ part: some Collection<UInt8>) {
      hash.update(data: Array("\(part.count):".utf8) + part)
    }
    for text in [endpoint, project, location] { add(text.utf8) }
    add(body)
    for digest in digests {
      add("\(digest.sizeInBytes)".utf8)
      add(digest.sha256.utf8)
    }
    if repetition > 0 { add("again \(repetition)".utf8) }
    description = String(Hexadecimal.text(Array(hash.finalize())).prefix(16))
  }

  /// Reads a key; nil for a text that is none.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy("0123456789abcdef".utf8.contains) else { return nil }
    description = text
  }
}
