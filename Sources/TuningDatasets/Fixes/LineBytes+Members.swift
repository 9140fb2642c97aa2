import JSONLines

/// Finds the ends of what is removed from a line that is JSON.
extension LineBytes {
  /// The offset after the last byte before `offset` that is not white space.
  func beforeSpace(to offset: Int) -> Int {
    var end = offset
    while end > 0, self[end - 1] == 0x20 || self[end - 1] == 0x09 || self[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// What has to go so that a member of an object is gone, given its value: the key, the value, and a comma. The key has no
  /// quotes in it.
  ///
  ///     {"role": "function", "parts": …        {"parts": …, "role": "function"}
  ///      ^^^^^^^^^^^^^^^^^^^^                             ^^^^^^^^^^^^^^^^^^^^
  func member(withValue value: Range<Int>) -> Range<Int> {
    let colon = beforeSpace(to: value.lowerBound) - 1
    var start = beforeSpace(to: colon) - 2
    while start > 0, self[start] != UInt8(ascii: "\"") { start -= 1 }
    let next = afterSpace(from: value.upperBound)
    if self[next] == UInt8(ascii: ",") { return start..<afterSpace(from: next + 1) }
    let before = beforeSpace(to: start)
    let isLast = before > 0 && self[before - 1] == UInt8(ascii: ",")
    return (isLast ? before - 1 : start)..<value.upperBound
  }

  /// The end of the array's last element, given one of its elements; nil if the line is not JSON from there on.
  func endOfElements(from element: Int) -> Int? {
    var reader = JSONReader()
    do throws(JSONFault) {
      try reader.begin(self)
      reader.move(to: element)
      try reader.skipValue()
      var end = reader.offset
      while try reader.nextElement(isFirst: false) {
        try reader.skipValue()
        end = reader.offset
      }
      return end
    } catch {
      return nil
    }
  }

  /// Passes over the rest of a string that an offset is in, up to its closing quote or the line's end.
  func endOfString(from offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset] != UInt8(ascii: "\"") {
      offset += self[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(offset, count)
  }
}
