import Reports

/// Takes secrets out of texts that are shown: nothing that came from a service or a library is shown in another way.
///
///     Bearer ya29.a0AfH6…     ▸   Bearer [secret]
///     …&upload_id=ABPtcPr…    ▸   …&upload_id=[secret]
public enum Redactor {
  /// What is shown in place of a secret.
  static let replacement = "[secret]"
  /// The most bytes of a text that are looked at, and the most that are shown.
  static let (mostBytes, mostShownBytes) = (1 << 16, 4096)

  /// A text of any origin without secrets, on one line, visible, and at most 4 KiB long.
  ///
  /// - Parameter secrets: texts that are secrets, whatever they look like.
  /// - Complexity: linear in the text, of which at most 64 KiB are looked at.
  public static func shown(_ text: String, secrets: [String] = []) -> String {
    var line = ""
    var isSpace = true
    for scalar in redacted(text, secrets: secrets, atMost: mostBytes).unicodeScalars {
      let isBlank = scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isBlank && isSpace { continue }
      line.unicodeScalars.append(isBlank ? " " : scalar)
      isSpace = isBlank
    }
    if line.last == " " { line.removeLast() }
    let visible = VisibleText(line).description
    if visible.utf8.count <= mostShownBytes { return visible }
    var cut = ""
    for scalar in visible.unicodeScalars {
      if cut.utf8.count + 8 > mostShownBytes { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "…"
  }

  /// A text of any origin without secrets, as it is otherwise.
  ///
  /// - Parameter mostBytes: how much of it is looked at and returned.
  public static func redacted(
    _ text: String, secrets: [String] = [], atMost mostBytes: Int = .max
  ) -> String {
    let bytes = Array(text.utf8.prefix(mostBytes))
    let secrets = secrets.map { Array($0.utf8) }.filter { $0.count >= 8 }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let secret = secrets.first(where: { bytes[index...].starts(with: $0) }) {
        result += replacement.utf8
        index += secret.count
      } else if let secret = secret(in: bytes, at: index) {
        result += bytes[index..<secret.lowerBound] + replacement.utf8
        index = secret.upperBound
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Forms

  /// What is looked for, made once: letters are small ones.
  private enum Mark {
    static let (keyBegin, keyEnd, dashes) = (
      Array("-----begin".utf8), Array("-----end".utf8), Array("-----".utf8)
    )
    static let (scheme, equals, quotes) = (Array("://".utf8), Array("%3d".utf8), Array("\"'\\".utf8))
    static let ofTokens = Array("-._~+/=".utf8)
    static let (afterValues, afterUsers) = (Array("&;,\"'<>) ".utf8), Array("/?# \"'<>".utf8))
  }

  /// What a secret begins with, how much of that is shown, and how long the rest is at least.
  private static let prefixes: [(prefix: [UInt8], shown: Int, least: Int)] = [
    (Array("ya29.".utf8), 0, 0), (Array("bearer ".utf8), 7, 12), (Array("eyj".utf8), 0, 16),
    (Array("gocspx-".utf8), 0, 8), (Array("1//".utf8), 0, 16), (Array("aiza".utf8), 0, 20),
  ]

  /// Names whose values are secrets, in forms, in addresses and in JSON.
  private static let names = [
    "upload_id", "access_token", "accesstoken", "refresh_token", "id_token", "assertion", "subject_token",
    "client_secret", "private_key", "authorization", "password", "passwd",
  ].map { Array($0.utf8) }

  /// The place of the secret in what begins here; nil if no secret does.
  private static func secret(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    if begins(bytes, at: start, with: Mark.keyBegin) {
      return start..<endOfKey(bytes, from: start)
    }
    if begins(bytes, at: start, with: Mark.scheme) { return user(in: bytes, from: start + 3) }
    if start > 0, isWord(bytes[start - 1]) { return nil }
    for (prefix, shown, least) in prefixes where begins(bytes, at: start, with: prefix) {
      let end = endOfToken(bytes, from: start + prefix.count)
      if end - start - prefix.count >= least { return start + shown..<end }
    }
    for name in names where begins(bytes, at: start, with: name) {
      if let value = value(in: bytes, from: start + name.count) { return value }
    }
    return nil
  }

  /// The value after a name: after `=`, or after `:` where it is quoted or nothing is between.
  private static func value(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count, Mark.quotes.contains(bytes[index]) { index += 1 }
    if begins(bytes, at: index, with: Mark.equals) {
      return index + 3..<endOfValue(bytes, from: index + 3)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":") else {
      return nil
    }
    let separator = bytes[index]
    index += 1
    let spaces = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let hasSpace = index > spaces
    let beforeQuotes = index
    while index < bytes.count, Mark.quotes.contains(bytes[index]) { index += 1 }
    if index > beforeQuotes {
      // To the end of the string, which may contain escapes, or be escaped itself.
      let isEscaped = index - beforeQuotes > 1
      var end = index
      while end < bytes.count, bytes[end] != bytes[index - 1] {
        if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.count {
          if isEscaped, bytes[end + 1] == bytes[index - 1] { break }
          end += 1
        }
        end += 1
      }
      return index..<min(end, bytes.count)
    }
    // A word after a colon and a space is one of a sentence, but for the header.
    let isHeader =
      bytes[start - 1] | 0x20 == UInt8(ascii: "n") && separator == UInt8(ascii: ":")
      && bytes[..<start].suffix(13).map { $0 | 0x20 } == Array("authorization".utf8)
    if isHeader { return index..<(bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count) }
    if separator == UInt8(ascii: ":"), hasSpace { return nil }
    let end = endOfValue(bytes, from: index)
    return end > index ? index..<end : nil
  }

  /// The user and the password of an address, such as that of a proxy.
  private static func user(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard
      let end = bytes[start...].firstIndex(where: {
        $0 == UInt8(ascii: "@") || Mark.afterUsers.contains($0) || $0 < 0x20
      }),
      bytes[end] == UInt8(ascii: "@"), end > start
    else { return nil }
    return start..<end
  }

  /// Where a key in PEM ends: after the line of its end, or where the text does.
  private static func endOfKey(_ bytes: [UInt8], from start: Int) -> Int {
    guard let end = bytes.indices[start...].first(where: { begins(bytes, at: $0, with: Mark.keyEnd) }) else {
      return bytes.count
    }
    let dashes = bytes.indices[(end + Mark.keyEnd.count)...].first {
      begins(bytes, at: $0, with: Mark.dashes)
    }
    return dashes.map { $0 + Mark.dashes.count } ?? bytes.count
  }

  /// Whether bytes begin so, in letters of any case; the beginning is given in small ones.
  private static func begins(_ bytes: [UInt8], at start: Int, with prefix: [UInt8]) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for (offset, byte) in prefix.enumerated() {
      let other = bytes[start + offset]
      if other != byte && !((0x41...0x5A).contains(other) && other | 0x20 == byte) { return false }
    }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func endOfToken(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { !isWord($0) && !Mark.ofTokens.contains($0) } ?? bytes.count
  }

  private static func endOfValue(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { $0 < 0x20 || Mark.afterValues.contains($0) } ?? bytes.count
  }
}
