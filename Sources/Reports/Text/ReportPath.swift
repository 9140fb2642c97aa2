import Diagnostics

/// The path of a file as other programs take it.
struct ReportPath {
  /// The path, without `./` before it.
  let path: String

  /// The path as the user wrote it.
  init(_ path: String) {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    self.path = rest.isEmpty ? path : String(rest)
  }

  /// Whether it depends on the folder where the program ran.
  var isRelative: Bool { !path.hasPrefix("/") }

  /// The path as a URI (RFC 3986), relative if the path is.
  var uri: String {
    var uri = isRelative ? "" : "file://"
    for byte in path.utf8 {
      if Self.isUnreserved(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + String(byte, radix: 16, digits: 2)
      }
    }
    return uri
  }

  /// Whether its bytes are not those that findings count, because it is compressed.
  var isCompressed: Bool { path.lowercased().hasSuffix(".gz") }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
