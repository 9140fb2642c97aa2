import CByteKernels

extension MicroBenchmarks {
  /// The kernels, each on its own.
  static func runKernels() throws {
    let length = 1 << 16
    var text = TrainingText(seed: 1)
    let (ascii, escaped, cjk) = (text.words(length), text.escaped(length), text.cjk(length))
    // The scan of a string judges its escapes and its UTF-8.
    for (kind, text) in [("ASCII", ascii), ("escapes", escaped), ("CJK", cjk)] {
      let string = PaddedBytes(Array("\(text)\"".utf8))
      let end = string.count - 1
      try measure("kernel, string scan, \(kind)", bytes: string.count, expecting: end) { string.stringEnd() }
    }
    let base64 = PaddedBytes(Array("\(text.base64(length))\"".utf8))
    try measure("kernel, base64", bytes: base64.count, expecting: base64.count - 1) { base64.base64End() }
    let letters = PaddedBytes(Array(cjk.utf8))
    let count = cjk.unicodeScalars.count
    try measure("kernel, UTF-8 lengths, CJK", bytes: letters.count, expecting: count) {
      letters.scalarCount()
    }
    let checksum = Int(letters.checksum(by: TK_KERNEL_PORTABLE))
    try measure("kernel, CRC32C", bytes: letters.count, expecting: checksum) { Int(letters.checksum()) }
    let lines = PaddedBytes(text.lines(256, of: .chat))
    try measure("kernel, line feeds, chat", bytes: lines.count, expecting: 256) { lines.lineFeedCount() }
  }
}
