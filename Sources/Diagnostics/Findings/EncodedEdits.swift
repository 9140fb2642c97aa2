/// The changes that fix a finding, as bytes: each by its distance from the one before, the first by that from the finding.
package struct EncodedEdits: Sendable {
  /// How many there are, and the changes; empty without any.
  private(set) var bytes: [UInt8] = []

  /// Whether there are none.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Becomes no changes.
  package mutating func removeAll() {
    bytes.clear()
  }

  /// Becomes changes that a finding at an offset has.
  package mutating func set(_ edits: [Edit], at offset: Int) {
    removeAll()
    if edits.isEmpty { return }
    let replacements = edits.reduce(0) { $0 + $1.replacement.count }
    let most = replacements + (1 + 3 * edits.count) * OutputSpan<UInt8>.mostNumberBytes
    bytes.append(addingCapacity: most) { room in
      room.append(number: edits.count)
      var last = offset
      for edit in edits {
        let distance = edit.range.lowerBound - last
        room.append(number: distance << 1 ^ distance >> (Int.bitWidth - 1))
        room.append(number: edit.range.count << 1 | (edit.isSafe ? 1 : 0))
        room.append(number: edit.replacement.count)
        room.append(edit.replacement.span)
        last = edit.range.upperBound
      }
    }
  }

  /// Becomes what was encoded.
  mutating func set(encoded: Span<UInt8>) { bytes.copy(encoded) }

  /// The changes, if the finding is at an offset.
  func edits(at offset: Int) -> [Edit] {
    if bytes.isEmpty { return [] }
    var (next, last) = (0, offset)
    return (0..<bytes.span.number(at: &next)).map { _ in
      let distance = bytes.span.number(at: &next)
      let start = last + (distance >> 1 ^ -(distance & 1))
      let length = bytes.span.number(at: &next)
      let count = bytes.span.number(at: &next)
      let end = next + count
      defer { next = end }
      last = start + (length >> 1)
      return Edit(range: start..<last, replacement: Array(bytes[next..<end]), isSafe: length & 1 == 1)
    }
  }
}
