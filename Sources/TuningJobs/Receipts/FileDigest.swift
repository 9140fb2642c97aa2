public import ByteStreams
import Crypto
import Dispatch

/// The digests of a file, taken from the bytes that pass by while it is validated: nothing is read twice.
///
///     who reads   ├ read, CRC32C, copy ┤ examine … ├ read, CRC32C, copy ┤ …
///     a thread         of its own      ├ SHA-256 ───────┤               ├ SHA-256 ─…
public final class FileDigest: ByteObserver {
  /// What identifies a file's content.
  public struct Value: Equatable, Sendable {
    /// The file's length.
    public let sizeInBytes: Int
    /// SHA-256 in hexadecimal, 64 digits.
    public let sha256: String
    /// CRC32C, which Cloud Storage tells of each object.
    public let crc32c: UInt32
  }

  /// What the readers, who come one after the other, add to.
  private struct Progress {
    var sizeInBytes = 0
    var crc32c = CRC32C()
    /// Chunks that may be filled again.
    var free: [[UInt8]] = []
  }

  /// How many chunks wait at most to be hashed.
  private static let mostChunks = 8

  private let progress = Guarded(Progress())
  private let hash = Guarded(SHA256())
  private let room = DispatchSemaphore(value: mostChunks)
  // A queue of its own is a thread of its own.
  private let queue = DispatchQueue(label: "tunekit.digest")

  /// The digest of no bytes.
  public init() {}

  /// Takes the next bytes; waits while too many are not hashed yet.
  public func observe(_ bytes: Span<UInt8>) {
    room.wait()
    let chunk = progress.withLock { progress in
      progress.sizeInBytes += bytes.count
      progress.crc32c.add(bytes)
      var chunk = progress.free.popLast() ?? []
      chunk.replaceAll(with: bytes)
      return chunk
    }
    queue.async { self.add(chunk) }
  }

  private func add(_ chunk: [UInt8]) {
    hash.withLock { $0.update(data: chunk) }
    progress.withLock { $0.free.append(chunk) }
    room.signal()
  }

  /// The digests of all bytes taken; waits until they are hashed.
  public func value() -> Value {
    queue.sync {}
    let sha256 = hash.withLock { hash in Array(hash.finalize()) }
    return progress.withLock { progress in
      Value(
        sizeInBytes: progress.sizeInBytes, sha256: Hexadecimal.text(sha256), crc32c: progress.crc32c.value)
    }
  }
}

/// Bytes as people compare them.
enum Hexadecimal {
  /// The SHA-256 of bytes.
  static func sha256(of bytes: [UInt8]) -> String { text(Array(SHA256.hash(data: bytes))) }

  /// Two small digits for each byte.
  static func text(_ bytes: [UInt8]) -> String {
    bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
  }
}
