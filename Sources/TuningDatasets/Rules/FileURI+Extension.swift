import JSONLines

/// The formats that the name of a file tells.
extension FileURI {
  /// Whether a URI of Cloud Storage ends in a dot and three or four letters of one of some formats, as nearly all do: seen with the fewest
  /// steps.
  @inline(__always)
  static func endsLike(_ formats: MediaFormats, _ uri: StringToken, in line: LineBytes, _ names: MediaNames)
    -> Bool
  {
    // What comes after `?` in other URIs belongs to no name. "gs:/" as a number, the first letter in the lowest bits.
    guard uri.count > 8, line.word(ofFirst: 4, at: uri.start) == 0x2F3A_7367 else { return false }
    let last = line.word(ofFirst: 8, at: uri.end - 8)
    let isOfThree = last >> 32 & 0xFF == UInt64(UInt8(ascii: "."))
    guard isOfThree || last >> 24 & 0xFF == UInt64(UInt8(ascii: ".")) else { return false }
    return !names.formats(ofExtension: isOfThree ? last >> 40 : last >> 32).isDisjoint(with: formats)
  }

  /// The formats of files with the ending that the URI's path has; empty without a known ending. O(n).
  ///
  ///     https://example.com/photos/cat.JPG?size=2#top      jpg
  static func formats(ofFile uri: StringToken, in line: LineBytes, _ names: MediaNames) -> MediaFormats {
    var letters: UInt64 = 0
    var count = -1
    var slashes = 0
    for (scalar, _) in line.scalars(of: uri) {
      if scalar == "?" || scalar == "#" { break }
      switch scalar {
      case "/":
        slashes += 1
        count = -1
      // What comes before is a host or a bucket.
      case "." where slashes >= 3: (letters, count) = (0, 0)
      case _ where count >= 0:
        if count < 8, scalar.isASCII {
          let byte = UInt64(scalar.value)
          letters |= (byte &- 0x41 < 26 ? byte | 0x20 : byte) << UInt64(8 * count)
        } else {
          letters = 0
        }
        count = min(count + 1, 9)
      default: break
      }
    }
    return count > 0 && count <= 8 ? names.formats(ofExtension: letters) : []
  }
}
