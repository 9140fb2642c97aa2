import JSONLines

extension MicroBenchmarks {
  /// The reader alone, over every token of many lines, and the buffer that cuts lines.
  static func runReader() throws {
    var text = TrainingText(seed: 2)
    for kind in [TrainingText.Line.chat, .cjk, .tool] {
      let count = 128
      let bytes = text.lines(count, of: kind)
      try LineBytes.with(bytes.dropLast()) { lines in
        try measure("reader, \(kind)", bytes: bytes.count, expecting: count) { try skip(lines) }
      }
    }
    let bytes = text.lines(256, of: .chat)
    try measure("line buffer, chat", bytes: bytes.count, expecting: 256) { cut(bytes) }
  }

  /// Reads lines that stand behind one another, as the line examiner does; the number of them.
  private static func skip(_ lines: LineBytes) throws -> Int {
    var reader = JSONReader()
    try reader.begin(lines)
    var count = 0
    while true {
      try reader.skipValue()
      try reader.endBeforeLineFeed()
      count += 1
      if reader.offset == lines.count { return count }
      reader.move(to: reader.offset + 1)
    }
  }

  /// Cuts bytes that come in blocks into lines; the number of them.
  private static func cut(_ bytes: [UInt8]) -> Int {
    var buffer = LineBuffer(blockLength: 1 << 16, maximumLineLength: 1 << 20)
    var offset = 0
    var count = 0
    while buffer.fill({ span in
      let length = min(span.count, bytes.count - offset)
      // Sound: as many bytes are written as the span has room for, or fewer.
      unsafe span.withUnsafeMutableBytes { unsafe $0.copyBytes(from: bytes[offset..<offset + length]) }
      offset += length
      return length
    }) {
      while buffer.next() != nil { count += 1 }
    }
    return count
  }
}
