import JSONLines

/// What parsers of messages think of the depth of a value.
struct DepthVerdict {
  /// How many arrays and objects are within each other, the value among them.
  private(set) var levels = 0
  /// Where the first array or object begins that one parser refuses, and the first that both refuse.
  private(set) var refused: (byOne: Int?, byBoth: Int?)

  private let line: LineBytes
  private var offset: Int

  /// Judges an object or an array, which has been read. O(its length).
  init(ofValueAt offset: Int, _ depth: MessageDepth, in line: LineBytes) {
    self.line = line
    self.offset = offset
    read(depth, level: 1)
  }

  /// Passes the object or array at the offset. Its levels have been counted, so there are at most 100.
  private mutating func read(_ depth: MessageDepth, level: Int) {
    let start = offset
    let isObject = line[start] == UInt8(ascii: "{")
    let values = depth.values(ofObject: isObject)
    levels = max(levels, level)
    note(depth.refusals, at: start)
    offset += 1
    while true {
      switch line[offset] {
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        offset += 1
        return
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        note(values.refusals, at: start)
        read(values.container, level: level + 1)
      case UInt8(ascii: "\""):
        note(values.refusals, at: start)
        passString()
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      default:
        note(values.refusals, at: start)
        offset += 1
      }
    }
  }

  private mutating func passString() {
    offset += 1
    while line[offset] != UInt8(ascii: "\"") { offset += line[offset] == UInt8(ascii: "\\") ? 2 : 1 }
    offset += 1
  }

  private mutating func note(_ refusals: Int, at offset: Int) {
    if refusals > 0, refused.byOne == nil { refused.byOne = offset }
    if refusals > 1, refused.byBoth == nil { refused.byBoth = offset }
  }
}
