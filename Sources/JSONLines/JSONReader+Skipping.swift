extension JSONReader {
  /// Skips the value that comes next, judging all of it.
  public mutating func skipValue() throws(JSONFault) {
    switch line[cursor] {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"): try skipObject()
    case UInt8(ascii: "["): try skipArray()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try number()
    default: try literal()
    }
  }

  // Two loops rather than one with a stack: what kind of container is open is where the processor is in the code.

  private mutating func skipObject() throws(JSONFault) {
    var scope = try openObject()
    var next = try nextKey(isFirst: true)
    while let key = next {
      try noteKey(key, in: &scope)
      try skipMember()
      next = try nextKey(isFirst: false)
    }
    try closeObject(scope)
  }

  private mutating func skipArray() throws(JSONFault) {
    try openArray()
    var hasNext = try nextElement(isFirst: true)
    while hasNext {
      try skipMember()
      hasNext = try nextElement(isFirst: false)
    }
  }

  /// ``skipValue()``, a part of the loop that calls it.
  @inline(__always)
  private mutating func skipMember() throws(JSONFault) {
    switch line[cursor] {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"): try skipObject()
    case UInt8(ascii: "["): try skipArray()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try number()
    default: try literal()
    }
  }
}
