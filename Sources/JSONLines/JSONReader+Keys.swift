/// The keys of objects. A key that is there twice is a fault.
extension JSONReader {
  /// Adds a key to those of the object.
  ///
  /// - Returns: the hash of the key, for the path of its member.
  /// - Throws: a fault where the object has it already.
  @discardableResult @inlinable @inline(__always)
  public mutating func noteKey(
    _ key: StringToken, in scope: inout KeyFilter.Scope
  ) throws(JSONFault) -> UInt64 {
    guard let hash = keys.add(key, into: &scope, of: line) else { throw line.duplicateKey(at: key.start) }
    return hash
  }

  /// Forgets the keys of an object that has ended.
  ///
  /// - Throws: a fault for a key that the object had already, if it has so many that this was left until now.
  @inlinable @inline(__always)
  public mutating func closeObject(_ scope: KeyFilter.Scope) throws(JSONFault) {
    if let repeated = keys.close(scope, of: line) { throw line.duplicateKey(at: repeated) }
  }

  /// The line's first fault, given one that was thrown: a key of an object with very many may have stood before it.
  public mutating func first(_ fault: JSONFault) -> JSONFault {
    guard let repeated = keys.closeAll(of: line), repeated <= fault.offset else { return fault }
    return line.duplicateKey(at: repeated)
  }
}
