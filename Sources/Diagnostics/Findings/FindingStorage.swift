/// Where findings are kept that are too many for memory. Threads share it.
package protocol FindingStorage: AnyObject, Sendable {
  /// Keeps bytes, in memory while they are few.
  ///
  /// - Returns: what they can be had from again; nil if there is no room for them.
  func keep(_ bytes: [UInt8]) -> FindingChunk.Content?

  /// Why there is no room, in a line; nil if there was always room.
  var failure: String? { get }

  /// The bytes that were written to a place.
  func bytes(in place: Range<Int>) -> [UInt8]
}
