public import ByteStreams
import Crypto
import Dispatch

/// The digests of a file, taken from the bytes that pass by while it is validated: nothing is read twice.
///
///     who reads   ├ read, CRC32C, copy ┤ examine … ├ read, CRC32C, copy ┤ …
///     a thread         of its own      ├ SHA-256 ───────┤               ├ SHA-256 ─…
///
/// The thread lives while chunks wait. Where the system gives none, who reads hashes too.
public final class FileDigest: ByteObserver {
  /// What identifies a file's content.
  public struct Value: Equatable, Sendable {
    /// The file's length.
    public internal(set) var sizeInBytes: Int
    /// SHA-256 in hexadecimal, 64 digits.
    public internal(set) var sha256: String
    /// CRC32C, which Cloud Storage tells of each object.
    public internal(set) var crc32c: UInt32
  }

  /// What the readers, who come one after the other, add to.
  private struct Progress {
    var sizeInBytes = 0
    var crc32c = CRC32C()
    /// Chunks that wait to be hashed, the last one first.
    var waiting: [[UInt8]] = []
    /// Whether a thread hashes until none waits.
    var isHashing = false
    /// Chunks that may be filled again.
    var free: [[UInt8]] = []
  }

  /// How many chunks wait at most to be hashed.
  private static let mostChunks = 8

  private let progress = Guarded(Progress())
  private let hash = Guarded(SHA256())
  private let room = DispatchSemaphore(value: mostChunks)

  /// The digest of no bytes.
  public init() {}

  /// Takes the next bytes; waits while too many are not hashed yet.
  public func observe(_ bytes: Span<UInt8>) {
    room.wait()
    let isHashing = progress.withLock { progress in
      progress.sizeInBytes += bytes.count
      progress.crc32c.add(bytes)
      var chunk = progress.free.popLast() ?? []
      chunk.replaceAll(with: bytes)
      progress.waiting.insert(chunk, at: 0)
      defer { progress.isHashing = true }
      return progress.isHashing
    }
    if !isHashing, !SystemThread.start({ self.hashAll() }) { hashAll() }
  }

  /// Hashes chunks until none waits.
  private func hashAll() {
    while let chunk = takeChunk() {
      hash.withLock { $0.update(data: chunk) }
      progress.withLock { $0.free.append(chunk) }
      room.signal()
    }
  }

  private func takeChunk() -> [UInt8]? {
    progress.withLock { progress in
      let chunk = progress.waiting.popLast()
      progress.isHashing = chunk != nil
      return chunk
    }
  }

  /// The digests of all bytes taken; waits until they are hashed.
  public func value() -> Value {
    for _ in 0..<Self.mostChunks { room.wait() }
    defer { for _ in 0..<Self.mostChunks { room.signal() } }
    let sha256 = hash.withLock { hash in Array(hash.finalize()) }
    return progress.withLock { progress in
      Value(
        sizeInBytes: progress.sizeInBytes, sha256: Hexadecimal.text(sha256), crc32c: progress.crc32c.value)
    }
  }
}

/// Bytes as people compare them.
package enum Hexadecimal {
  /// The SHA-256 of bytes.
  package static func sha256(of bytes: [UInt8]) -> String { text(Array(SHA256.hash(data: bytes))) }

  /// Two small digits for each byte.
  package static func text(_ bytes: [UInt8]) -> String {
    bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
  }
}
