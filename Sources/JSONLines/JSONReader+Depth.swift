extension JSONReader {
  /// The most arrays and objects within each other; the outermost is 1. Google's JSON parsers stop there.
  @inlinable public static var maximumDepth: Int { 100 }

  /// The most of them that no parser of messages refuses, whatever they mean.
  @usableFromInline static var shallowDepth: Int { 32 }

  /// Whether more than 32 arrays and objects were open at once in the line, up to here.
  @inlinable public var isDeep: Bool { mostLevels > Self.shallowDepth }

  @inlinable @inline(__always)
  mutating func descend() throws(JSONFault) {
    // One comparison for both limits.
    if level >= mostLevels { try passLimit() }
    level &+= 1
    cursor &+= 1
  }

  @usableFromInline @inline(never)
  mutating func passLimit() throws(JSONFault) {
    guard level < Self.maximumDepth else { throw JSONFault(.nestingTooDeep, at: cursor) }
    mostLevels = Self.maximumDepth
  }
}
