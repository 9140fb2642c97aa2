/// What can be wrong with a gzip member, in words that do not depend on what inflates it.
enum GzipDamage {
  // The header and the end, RFC 1952.
  case method, reservedFlag, headerChecksum, dataChecksum, dataLength
  // The deflate data, RFC 1951.
  case storedLength, blockType, codeTable, meaninglessCode, distanceTooFar

  /// A clause that completes "the member is damaged, …".
  var reason: String {
    switch self {
    case .method: "its header names a compression method other than deflate"
    case .reservedFlag: "its header sets a reserved flag"
    case .headerChecksum: "its header does not match its own checksum"
    case .dataChecksum: "its data do not match their checksum (CRC-32)"
    case .dataLength: "its data do not have the length that is stated at its end"
    case .storedLength: "the length of a stored block does not match its complement"
    case .blockType: "a deflate block has the reserved type 3"
    case .codeTable: "the code table of a deflate block is invalid"
    case .meaninglessCode: "its deflate data have a code without a meaning"
    case .distanceTooFar: "its deflate data refer to bytes before their beginning"
    }
  }

  /// How many bytes of deflate data are named as damaged; a code can span several bytes, and the last one counts.
  var lengthInBytes: Int {
    switch self {
    case .storedLength: 4
    default: 1
    }
  }
}
