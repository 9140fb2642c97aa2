extension ByteStream {
  /// All bytes of a file, inflated if it is gzip data, and what is wrong with those; of standard input if the path is `-`.
  ///
  /// - Parameters:
  ///   - maximumBytes: the bytes after which no more are read: of a longer file there are a few more, but not all.
  ///   - regularFilesOnly: whether everything but a regular file is refused.
  /// - Throws: ``ByteStreamError`` if it cannot be read.
  /// - Complexity: linear in the bytes read.
  public static func contents(
    ofFileAt path: String, atMost maximumBytes: Int = .max, regularFilesOnly: Bool = false
  ) throws(ByteStreamError) -> (bytes: [UInt8], fault: GzipFault?) {
    var stream = try ByteStream(path: path, regularFilesOnly: regularFilesOnly)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= maximumBytes {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return (bytes, stream.fault)
  }
}
