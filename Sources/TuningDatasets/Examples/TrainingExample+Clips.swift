import JSONLines

extension TrainingExample {
  /// Whether a part of a video is used that is longer than so many seconds, as its offsets say.
  // Mutating, because an example that is lent is copied first.
  mutating func hasClip(longerThan seconds: Int, in line: LineBytes) -> Bool {
    for index in 0..<media.count {
      if let length = Self.seconds(ofClip: media[index], in: line), length > seconds { return true }
    }
    return false
  }

  /// The whole seconds of the part of a video that is used; nil if it is not said where that ends.
  static func seconds(ofClip media: Media, in line: LineBytes) -> Int? {
    guard let metadata = media.videoMetadata.range,
      let end = seconds("endOffset", "end_offset", in: metadata, line)
    else { return nil }
    return max(0, end - (seconds("startOffset", "start_offset", in: metadata, line) ?? 0))
  }

  /// The whole seconds that a field is set to, such as "90.5s"; nil if it is not there, or not such a time.
  private static func seconds(
    _ name: String, _ otherName: String, in range: Range<Int>, _ line: LineBytes
  ) -> Int? {
    var places = line.scalars(in: range)
    while let (scalar, place) = places.next() {
      guard scalar == "\"" else { continue }
      let key = line.scalars(in: place.upperBound..<range.upperBound)
      guard let end = key.end(of: name) ?? key.end(of: otherName), line[end] == UInt8(ascii: "\"") else {
        continue
      }
      var offset = line.afterSpace(from: line.afterSpace(from: end + 1) + 1)
      guard line[offset] == UInt8(ascii: "\"") else { return nil }
      offset += 1
      if line[offset] == UInt8(ascii: "+") { offset += 1 }
      let first = offset
      var seconds = 0
      while line[offset] &- 0x30 < 10, offset - first < 9 {
        seconds = 10 * seconds + Int(line[offset] - 0x30)
        offset += 1
      }
      let isTime = line[offset] == UInt8(ascii: "s") || line[offset] == UInt8(ascii: ".")
      return offset > first && isTime ? seconds : nil
    }
    return nil
  }
}
