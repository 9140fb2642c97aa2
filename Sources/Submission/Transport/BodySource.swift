/// Bytes that a request sends, read while it is sent.
public protocol BodySource: AnyObject, Sendable {
  /// Writes some of the bytes from a place on into `buffer`, which is not empty.
  ///
  /// - Returns: how many were written, at least one.
  /// - Throws: ``BodyFailure`` if they must not be sent. Then the request ends before it is complete.
  func read(into buffer: inout MutableSpan<UInt8>, at offset: Int64) throws(BodyFailure) -> Int
}

/// The bytes of a request cannot be read, or are not those that should be sent. Their source knows why.
public struct BodyFailure: Error, Sendable {
  /// Makes a failure.
  public init() {}
}
