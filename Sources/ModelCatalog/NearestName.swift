/// The name most like `text`; nil where none is so near that a slip of the pen would explain the difference.
///
/// Of names equally near, the first is taken.
func nearestName(to text: String, among names: [String]) -> String? {
  let most = max(1, text.utf8.count / 3)
  var nearest: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(Array(text.utf8), Array(name.utf8))
    if distance <= most, distance < nearest?.distance ?? .max { nearest = (name, distance) }
  }
  return nearest?.name
}

/// How many bytes must be inserted, removed or replaced to turn one text into the other: the Levenshtein
/// distance.
///
/// - Complexity: O(n · m) in time, O(m) in memory.
private func editDistance(_ text: [UInt8], _ other: [UInt8]) -> Int {
  // `row[j]` is the distance between the part of `text` seen so far and the first `j` bytes of `other`.
  var row = Array(0...other.count)
  for (i, byte) in text.enumerated() {
    var diagonal = i
    row[0] = i + 1
    for (j, otherByte) in other.enumerated() {
      let replaced = diagonal + (byte == otherByte ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[other.count]
}
