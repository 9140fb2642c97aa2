/// Watches the bytes of a stream while they are read, inflated if they were compressed.
public protocol ByteObserver: AnyObject, Sendable {
  /// Takes the bytes that one read gave. All bytes of a stream are given once, in their order, whichever thread reads.
  func observe(_ bytes: Span<UInt8>)
}

extension [UInt8] {
  /// Puts bytes in the place of all that there were; as many as there were need no new memory.
  package mutating func replaceAll(with bytes: Span<UInt8>) {
    if count > bytes.count { removeLast(count - bytes.count) }
    if count < bytes.count { append(contentsOf: repeatElement(0, count: bytes.count - count)) }
    var span = mutableSpan
    UnsafeBoundary.copy(bytes, into: &span, from: 0)
  }
}
