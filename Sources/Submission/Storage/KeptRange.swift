import TuningJobs

/// What the service says that it keeps of an upload: the headers of an answer with the status 308.
enum KeptRange: Equatable {
  /// So many bytes from the first on, and perhaps their CRC32C.
  case bytes(Int64, checksum: UInt32?)
  /// More bytes than were sent.
  case beyond(Int64)
  /// The header cannot be read.
  case malformed

  /// Reads the header `Range`: `bytes=0-LAST`, or `bytes 0-LAST` as some stand-ins write it. Without it nothing is kept.
  ///
  /// - Parameters:
  ///   - sent: how many bytes the service can have.
  ///   - size: how many there are in all.
  init(_ response: HTTPResponse, sent: Int64, size: Int64) {
    guard let range = response.header("range") else {
      self = .bytes(0, checksum: nil)
      return
    }
    guard
      let digits = ["bytes=0-", "bytes 0-"].first(where: range.hasPrefix).map({
        range.dropFirst($0.utf8.count)
      }),
      (1...18).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let last = Int64(digits)
    else {
      self = .malformed
      return
    }
    if last == 0, size > 1 {
      // A stand-in says this where it keeps nothing, and the service keeps no single byte of more. What it has already does not
      // harm if it comes again.
      self = .bytes(0, checksum: nil)
    } else if last >= sent {
      self = .beyond(last + 1)
    } else {
      self = .bytes(last + 1, checksum: Self.checksum(response))
    }
  }

  /// The CRC32C of the bytes that are kept, which the service tells in a header that no document has.
  private static func checksum(_ response: HTTPResponse) -> UInt32? {
    guard let header = response.header("x-goog-running-hash") else { return nil }
    let prefix = "crc32c="
    let part = header.split(separator: ",").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(prefix) }
    return part.flatMap { Base64.checksum(String($0.dropFirst(prefix.utf8.count))) }
  }
}
