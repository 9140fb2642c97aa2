import ByteStreams

/// Standard input, which a command can read only once.
enum StandardInput {
  /// Checks that at most one of the files of a command is standard input.
  static func check(_ paths: [String?]) throws(Trouble) {
    guard paths.count(where: { $0 == ByteStream.standardInputPath }) < 2 else {
      throw Trouble("'-' is given twice, but standard input can be read only once")
    }
  }
}
