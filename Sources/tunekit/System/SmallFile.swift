import ByteStreams

/// A document that a command reads as a whole, such as a job file.
enum SmallFile {
  /// Reads a file, inflated if it is gzip data; `-` is standard input.
  ///
  /// - Parameters:
  ///   - what: what the file should be, for messages.
  ///   - maximumBytes: the most bytes that it has.
  ///   - regularFilesOnly: whether to refuse pipes and devices, which can block.
  /// - Throws: trouble where it cannot be read, is damaged, or is larger.
  static func read(
    _ path: String, as what: String, atMost maximumBytes: Int, regularFilesOnly: Bool = false
  ) throws(Trouble) -> [UInt8] {
    let bytes: [UInt8]
    let fault: GzipFault?
    do throws(ByteStreamError) {
      (bytes, fault) = try ByteStream.contents(
        ofFileAt: path, atMost: maximumBytes, regularFilesOnly: regularFilesOnly)
    } catch {
      throw Trouble(error.description)
    }
    if bytes.count > maximumBytes {
      throw Trouble(
        "\(path) is longer than \(maximumBytes >> 20) MiB, so it is not a \(what): check the path")
    }
    if let fault { throw Trouble("the \(what) '\(path)' \(description(of: fault)): get it again") }
    return bytes
  }

  /// What is wrong with the gzip data of a file, as the end of a sentence.
  private static func description(of fault: GzipFault) -> String {
    switch fault {
    case .truncated(_, let byte): "is cut short at byte \(byte) of its gzip data"
    case .corrupt(_, let byte, let reason): "is damaged at byte \(byte) of its gzip data (\(reason))"
    case .trailingData(let byte): "has bytes after its gzip data, from byte \(byte)"
    }
  }
}
