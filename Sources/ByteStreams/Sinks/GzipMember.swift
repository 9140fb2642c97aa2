/// Gzip data that stand for themselves: members one after the other are gzip data too, so several threads can write a file.
package enum GzipMember {
  /// One member with these bytes.
  ///
  /// - Complexity: linear in the bytes; compresses some 50 to 100 MB a second.
  package static func bytes(of data: Span<UInt8>) -> [UInt8] { ZlibDeflater.member(data) }
}
