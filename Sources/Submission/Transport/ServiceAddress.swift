/// The address of a service, of a form so strict that nothing that reads it can take it for another one.
///
/// A scheme, a host, perhaps a port, and a path: no user, no fragment, no spaces, no backslashes.
public struct ServiceAddress: Sendable, Equatable, CustomStringConvertible {
  /// Whether the connection is encrypted: `https`, not `http`.
  public let isEncrypted: Bool
  /// The host in small letters; an address of IPv6 with its brackets.
  public let host: String
  /// The port, from 1 to 65535.
  public let port: Int
  /// The path and the query, empty or from the `/` or `?` on.
  public let path: String
  /// The address as it was written.
  public let description: String

  /// Reads an address that begins with `https://` or `http://`; nil for any other text.
  public init?(_ text: String) {
    guard text.utf8.count <= 1 << 14, let isEncrypted = Self.scheme(of: text) else { return nil }
    let rest = text.utf8.dropFirst(isEncrypted ? 8 : 7)
    guard rest.allSatisfy(Self.isPlain) else { return nil }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    // The last colon begins the port, but not within brackets.
    let colon = authority.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "]") }
      .flatMap { authority[$0] == UInt8(ascii: ":") ? $0 : nil }
    let name = authority[..<(colon ?? authority.endIndex)]
    // What comes before an @ is a user, but in a path.
    let path = rest[authority.endIndex...]
    let hasUser =
      authority.contains(UInt8(ascii: "@"))
      || path.first == UInt8(ascii: "?") && path.contains(UInt8(ascii: "@"))
    guard Self.isHost(name), !hasUser else { return nil }
    if let colon {
      let digits = authority[authority.index(after: colon)...]
      guard (1...5).contains(digits.count), digits.allSatisfy(Self.isDigit),
        let port = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(port)
      else { return nil }
      self.port = port
    } else {
      port = isEncrypted ? 443 : 80
    }
    self.isEncrypted = isEncrypted
    host = String(decoding: name, as: UTF8.self).lowercased()
    self.path = String(decoding: path, as: UTF8.self)
    description = text
  }

  /// Whether the host is this machine.
  public var isLoopback: Bool { host == "localhost" || host == "[::1]" || isAddress(below: "127.") }

  /// Whether requests can go there: encrypted, or without leaving this machine or, for the metadata of a virtual machine, its
  /// host.
  public var isTrustworthy: Bool {
    isEncrypted || isLoopback || host == "metadata.google.internal" || isAddress(below: "169.254.")
  }

  /// Whether scheme, host and port are those of another address.
  public func hasOrigin(of other: ServiceAddress) -> Bool {
    isEncrypted == other.isEncrypted && host == other.host && port == other.port
  }

  /// Whether the host is an address of IPv4 that begins so.
  private func isAddress(below prefix: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.hasPrefix(prefix) && parts.count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy(Self.isDigit) && UInt8($0) != nil }
  }

  private static func scheme(of text: String) -> Bool? {
    text.hasPrefix("https://") ? true : text.hasPrefix("http://") ? false : nil
  }

  /// Whether a byte may stand after the scheme: what can be seen in ASCII, but not what only some readers take for a separator.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !separators.contains(byte)
  }

  private static let separators = Array("\\\"<>^`{|}#".utf8)

  private static func isHost(_ name: Substring.UTF8View) -> Bool {
    guard (1...255).contains(name.count), let first = name.first, let last = name.last else { return false }
    if first == UInt8(ascii: "[") {
      let address = name.dropFirst().dropLast()
      return last == UInt8(ascii: "]") && address.count >= 2
        && address.allSatisfy { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || isHexDigit($0) }
    }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && name.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
  }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
