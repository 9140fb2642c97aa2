import ByteStreams

/// A document that a command reads as a whole, such as a job file.
enum SmallFile {
  /// Reads a file that can be read again.
  ///
  /// - Parameters:
  ///   - what: what the file should be, for messages.
  ///   - maximumBytes: the most bytes that it has.
  static func read(_ path: String, as what: String, atMost maximumBytes: Int) throws(Stop) -> [UInt8] {
    let (bytes, fault): ([UInt8], GzipFault?)
    do throws(ByteStreamError) {
      (bytes, fault) = try ByteStream.contents(
        ofFileAt: path, atMost: maximumBytes, regularFilesOnly: true)
    } catch {
      throw .trouble(error.description)
    }
    if bytes.count > maximumBytes {
      throw .trouble(
        "\(path) is longer than \(maximumBytes >> 20) MiB, so it is not a \(what): check the path")
    }
    if fault != nil { throw .trouble("the \(what) '\(path)' has damaged gzip data: get it again") }
    return bytes
  }
}
