extension JSONReader {
  /// Skips the value that comes next, judging all of it.
  public mutating func skipValue() throws(JSONFault) {
    var nothing = NoLeaves()
    try skip(&nothing, at: ())
  }

  /// Skips the value that comes next, judging all of it, and adds it to a digest.
  ///
  /// - Parameter path: what leads to the value.
  public mutating func skipValue(
    at path: ContentDigest.Path, addingTo digest: inout ContentDigest
  ) throws(JSONFault) {
    try skip(&digest, at: path)
  }

  @inline(__always)
  private mutating func skip<Leaves: SkippedLeaves>(
    _ leaves: inout Leaves, at place: Leaves.Place
  ) throws(JSONFault) {
    let start = cursor
    switch line[start] {
    case UInt8(ascii: "\""): leaves.add(try string(), at: place, in: line)
    case UInt8(ascii: "{"): try skipObject(&leaves, at: place)
    case UInt8(ascii: "["): try skipArray(&leaves, at: place)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      let length = leaves.addNumber(at: start, at: place, in: line)
      if length > 0 {
        cursor = start &+ length
      } else {
        try number()
        leaves.add(numberAt: start, at: place, in: line)
      }
    case let first:
      try literal()
      leaves.add(literal: first, at: place)
    }
  }

  // Two loops rather than one with a stack: what kind of container is open is where the processor is in the code.

  private mutating func skipObject<Leaves: SkippedLeaves>(
    _ leaves: inout Leaves, at place: Leaves.Place
  ) throws(JSONFault) {
    var scope = try openObject()
    var isFirst = true
    while let key = try nextKey(isFirst: isFirst) {
      isFirst = false
      let hash = try noteKey(key, in: &scope)
      try skip(&leaves, at: Leaves.member(hash, of: place))
    }
    if isFirst { leaves.add(literal: UInt8(ascii: "{"), at: place) }
    try closeObject(scope)
  }

  private mutating func skipArray<Leaves: SkippedLeaves>(
    _ leaves: inout Leaves, at place: Leaves.Place
  ) throws(JSONFault) {
    try openArray()
    var index = 0
    while try nextElement(isFirst: index == 0) {
      try skip(&leaves, at: Leaves.element(index, of: place))
      index &+= 1
    }
    if index == 0 { leaves.add(literal: UInt8(ascii: "["), at: place) }
  }
}
