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
        leaves.add(leafAt: start, at: place, in: line)
      }
    default:
      try literal()
      leaves.add(leafAt: start, at: place, in: line)
    }
  }

  // Two loops rather than one with a stack: what kind of container is open is where the processor is in the code.

  private mutating func skipObject<Leaves: SkippedLeaves>(
    _ leaves: inout Leaves, at place: Leaves.Place
  ) throws(JSONFault) {
    let start = cursor
    var scope = try openObject()
    var next = try nextKey(isFirst: true)
    if next == nil { leaves.add(leafAt: start, at: place, in: line) }
    while let key = next {
      let hash = try noteKey(key, in: &scope)
      try skip(&leaves, at: Leaves.member(hash, of: place))
      next = try nextKey(isFirst: false)
    }
    try closeObject(scope)
  }

  private mutating func skipArray<Leaves: SkippedLeaves>(
    _ leaves: inout Leaves, at place: Leaves.Place
  ) throws(JSONFault) {
    let start = cursor
    try openArray()
    var hasNext = try nextElement(isFirst: true)
    if !hasNext { leaves.add(leafAt: start, at: place, in: line) }
    var index = 0
    while hasNext {
      try skip(&leaves, at: Leaves.element(index, of: place))
      index &+= 1
      hasNext = try nextElement(isFirst: false)
    }
  }
}
