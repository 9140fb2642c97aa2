import Diagnostics

/// Lines, and where in them something is found.
struct MarkedData {
  /// Whole lines, the last with its line feed.
  private(set) var bytes: [UInt8]
  /// In ascending order.
  private(set) var marks: [Int]

  init(_ example: RuleExample) {
    bytes = example.bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    marks = example.faultOffsets
  }

  /// The same, with this at the beginning of a text in each line, if it has so many.
  func numbered(_ number: String, inText index: Int) -> MarkedData {
    let key = Array(#""text""#.utf8)
    var places: [Int] = []
    var seen = 0
    for start in bytes.indices.dropLast(key.count) {
      if bytes[start] == 0x0A { seen = 0 }
      guard bytes[start] == key[0], bytes[start..<start + key.count].elementsEqual(key) else { continue }
      let rest = bytes[(start + key.count)...]
      guard let colon = rest.firstIndex(where: { $0 != 0x20 }), bytes[colon] == UInt8(ascii: ":"),
        let quote = bytes[(colon + 1)...].firstIndex(where: { $0 != 0x20 }),
        bytes[quote] == UInt8(ascii: "\"")
      else { continue }
      if seen == index { places.append(quote + 1) }
      seen += 1
    }
    return inserting(Array(number.utf8), at: places)
  }

  /// The same, with a unit so often behind each occurrence of some bytes.
  func lengthened(by unit: String, times count: Int, behind before: String) -> MarkedData {
    let key = Array(before.utf8)
    let places = bytes.indices.dropLast(key.count).filter {
      bytes[$0] == key[0] && bytes[$0..<$0 + key.count].elementsEqual(key)
    }
    return inserting(
      Array(repeatElement(Array(unit.utf8), count: count).joined()), at: places.map { $0 + key.count })
  }

  private func inserting(_ inserted: [UInt8], at places: [Int]) -> MarkedData {
    var data = self
    for place in places.reversed() {
      data.bytes.insert(contentsOf: inserted, at: place)
      data.marks = data.marks.map { $0 >= place ? $0 + inserted.count : $0 }
    }
    return data
  }
}
