/// Why gzip data ended too early, or with something after their end.
///
/// All bytes that could be inflated before the fault have been delivered; the fault says where the rest was lost.
/// Members are counted from 1, bytes from 0, both in the compressed data.
public enum GzipFault: Error, Equatable, Codable, Sendable {
  /// The data end at `atByte`, in the middle of a member.
  case truncated(member: Int, atByte: Int)

  /// A member is not valid: its header, its deflate data, its checksum or its length.
  ///
  /// `atByte` is the faulty field of the header or of the member's end, or the byte in which the first deflate code
  /// without a meaning ends. `reason` is a clause such as "its data do not match their checksum (CRC-32)".
  case corrupt(member: Int, atByte: Int, reason: String)

  /// The bytes from `atByte` on are neither a member nor zero padding; all members before them are sound.
  case trailingData(atByte: Int)
}

extension GzipFault {
  /// The same fault, with other data before it.
  func moved(byMembers members: Int, bytes: Int) -> GzipFault {
    switch self {
    case .truncated(let member, let place): .truncated(member: member + members, atByte: place + bytes)
    case .corrupt(let member, let place, let reason):
      .corrupt(member: member + members, atByte: place + bytes, reason: reason)
    case .trailingData(let place): .trailingData(atByte: place + bytes)
    }
  }
}
