extension GzipFault {
  /// The fault that zlib found in `member` after it had consumed the bytes before `offset`.
  ///
  /// zlib stops just behind the field that it refuses, so the field's place is found by its length:
  ///
  ///     1f 8b | method | flags | time… |  deflate data … | CRC-32      | length
  ///             ^ -2     ^ -1             ^ -1 (last byte)  ^ -4          ^ -4
  static func corrupt(member: Int, zlibMessage: String, consumedUpTo offset: Int) -> GzipFault {
    let (fieldLengthInBytes, reason) = explanation(of: zlibMessage)
    return .corrupt(member: member, atByte: offset - fieldLengthInBytes, reason: reason)
  }

  /// How many bytes before the end of what zlib consumed the fault lies, and what it is.
  private static func explanation(of zlibMessage: String) -> (fieldLengthInBytes: Int, reason: String) {
    switch zlibMessage {
    case "unknown compression method": (2, "its header names a compression method other than deflate")
    case "unknown header flags set": (1, "its header sets a reserved flag")
    case "header crc mismatch": (2, "its header does not match its own checksum")
    case "incorrect data check": (4, "its data do not match their checksum (CRC-32)")
    case "incorrect length check": (4, "its data do not have the length that is stated at its end")
    case "invalid stored block lengths": (4, "the length of a stored block does not match its complement")
    case "invalid block type": (1, "a deflate block has the reserved type 3")
    case "invalid distance too far back": (1, "its deflate data refer to bytes before their beginning")
    case "invalid literal/length code", "invalid distance code":
      (1, "its deflate data hold a code that has no meaning")
    case "too many length or distance symbols", "invalid code lengths set", "invalid bit length repeat",
      "invalid code -- missing end-of-block", "invalid literal/lengths set", "invalid distances set":
      (1, "the code table of a deflate block is invalid")
    default: (1, "its deflate data are invalid")
    }
  }
}
