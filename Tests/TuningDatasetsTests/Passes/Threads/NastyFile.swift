import TestSupport

/// Files made at random of what is hard to put together again once it was cut.
enum NastyFile {
  static let good =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#

  /// Lines that a file may begin with, and that may tell of the whole file.
  private static let firstLines: [String] = [
    "[", "[{", "{", #"{"contents":["#, "[]", "\u{FEFF}" + good, "\u{FEFF}[", "", "  ", "version 1",
    "[\(good)]", "a,b", "a;b\nc;d", "prompt\tanswer",
  ]

  private static let lines: [String] = [
    good, good, good, good,
    #"{"systemInstruction":{"parts":[{"text":"a"}]},"# + good.dropFirst(),
    #"{"system_instruction":{"parts":[{"text":"a"}]},"# + good.dropFirst(),
    #"{"system_instruction":{"parts":[{"text":"a"}]},"# + good.dropFirst().dropLast(),
    #"{"contents":[{"role":"user","parts":[{"fileData":{"mime_type":"image/png","fileUri":"gs://a/b"}}]}]}"#,
    "", "", "", " ", "\t ", "\r", #"{"a":}"#, #"{"a":1,"a":2}"#, "{'a':1}", "[1]", "x", "7",
    #"{"messages":[{"role":"user","content":"Hi"}]}"#, #"{"instruction":"Add.","output":"2"}"#,
    #"{"prompt":"a","chosen":"b","rejected":"c"}"#, #"{"contents":[]}"#, #"{"contents":[{"role":"bot"}]}"#,
    good.dropLast() + #","score":1,"note":2}"#, "\u{FEFF}" + good,
    #"{"messages":[{"role":"system","content":"Brief."},{"role":"assistant","content":"Hi"}],"id":1}"#,
    #"{"messages":[{"role":"model","content":"Hi"}]}"#, #"{"data":\#(good)}"#, #"{"row":\#(good)}"#,
    "<<<<<<< HEAD", "=======", good + "," + good, good + "\r" + good, String(good.dropLast(20)), "," + good,
    #"{"contents":[{"role":"user","parts":[{"text":"é\ud83d"#,
  ]

  /// Some hundred lines, or a few.
  static func bytes(_ generator: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    let feed: [[UInt8]] = generator.pick([
      [[0x0A]], [[0x0D, 0x0A]], [[0x0A], [0x0A], [0x0A], [0x0D, 0x0A]],
    ])
    if Bool.random(using: &generator) {
      bytes += Array(generator.pick(firstLines).utf8) + generator.pick(feed)
    }
    // A file of few kinds of line has long runs of one.
    let kinds = (0..<generator.pick([1, 2, 4, 30])).map { _ in generator.pick(lines) }
    for _ in 0..<generator.pick([1, 5, 40, 150]) {
      bytes += line(kinds, &generator)
      bytes += generator.pick(feed)
    }
    if Int.random(in: 0..<3, using: &generator) == 0 { bytes += Array(generator.pick(lines).utf8) }
    return bytes
  }

  private static func line(_ kinds: [String], _ generator: inout SplitMix64) -> [UInt8] {
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: Array(repeating: UInt8(ascii: "x"), count: Int.random(in: 50...3000, using: &generator))
    case 1: [0x7B, 0xFF, 0x80, 0x7D]
    case 2: Array(repeating: 0x20, count: Int.random(in: 50...300, using: &generator))
    default: Array(generator.pick(kinds).utf8)
    }
  }

  /// Compressed data as they are, or cut, or with a wrong byte, or with something behind them.
  static func damaged(_ data: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var data = data
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: data.removeLast(Int.random(in: 1..<data.count - 20, using: &generator))
    case 1: data[data.count - 5] ^= 1
    case 2: data += Array("more".utf8)
    case 3: data += data
    default: break
    }
    return data
  }
}
