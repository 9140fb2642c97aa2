import ByteStreams

/// A file that is read whole.
enum Document {
  static func bytes(ofFileAt path: String) throws -> [UInt8] {
    var stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
