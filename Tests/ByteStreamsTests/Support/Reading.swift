import ByteStreams
import Testing
import TestSupport

/// All that a stream gave, from the first read to the last.
struct Reading: Equatable {
  var bytes: [UInt8]
  var fault: GzipFault?
  var bytesConsumed: Int
}

extension Reading {
  /// Reads a file to its end.
  init(path: String, bufferLength: Int = 1 << 16) throws {
    var stream = try ByteStream(path: path)
    try self.init(&stream, bufferLength: bufferLength)
  }

  /// Reads memory to its end, in chunks of the given size.
  init(_ bytes: [UInt8], chunk: Int = .max, bufferLength: Int = 1 << 16) throws {
    var stream = ByteStream(bytes: bytes, chunkSizeInBytes: chunk)
    try self.init(&stream, bufferLength: bufferLength)
  }

  /// Reads a stream to its end, and checks what holds for every stream: reads come full but for the last, the
  /// fault is known no later than the end, and after the end nothing comes any more.
  init(_ stream: inout ByteStream, bufferLength: Int) throws {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    var hasEnded = false
    while true {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      #expect(!hasEnded, "a read that was not full is the last")
      hasEnded = count < bufferLength
      bytes += buffer[..<count]
    }
    let fault = stream.fault
    let consumed = stream.bytesConsumed
    var span = buffer.mutableSpan
    let more = try stream.read(into: &span)
    #expect(more == 0)
    #expect(stream.fault == fault)
    #expect(stream.bytesConsumed == consumed)
    self.init(bytes: bytes, fault: fault, bytesConsumed: consumed)
  }
}

extension Reading {
  /// Reads memory to its end without the checks of the other initialisers, which take longer than the reading.
  init(unchecked bytes: [UInt8], chunk: Int, bufferLength: Int) throws {
    var stream = ByteStream(bytes: bytes, chunkSizeInBytes: chunk)
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    self.init(bytes: [], fault: nil, bytesConsumed: 0)
    while true {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      self.bytes += buffer[..<count]
    }
    fault = stream.fault
    bytesConsumed = stream.bytesConsumed
  }
}

/// What a stream says of itself before it is read.
struct Nature: Equatable {
  var isCompressed: Bool
  var isRegularFile: Bool
  var sizeInBytes: Int?
}

extension Nature {
  init(_ stream: borrowing ByteStream) {
    self.init(
      isCompressed: stream.isCompressed, isRegularFile: stream.isRegularFile, sizeInBytes: stream.sizeInBytes)
  }

  init(path: String) throws { self.init(try ByteStream(path: path)) }

  static func file(isCompressed: Bool = false, sizeInBytes: Int) -> Nature {
    Nature(isCompressed: isCompressed, isRegularFile: true, sizeInBytes: sizeInBytes)
  }

  /// A pipe, a device or memory.
  static func noFile(isCompressed: Bool = false) -> Nature {
    Nature(isCompressed: isCompressed, isRegularFile: false, sizeInBytes: nil)
  }
}

/// Sizes of chunks and buffers at which boundaries fall everywhere.
let awkwardSizes = [1, 2, 3, 7, 64, 4096, .max]

/// Text as tuning data are, a little different on each line.
func sampleLines(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  let vocabulary = ["tune", "model", "ölig", "日本", "turn"]
  var generator = SplitMix64(seed: seed)
  return (0..<count).flatMap { line in
    let words = (0..<12).map { _ in vocabulary[Int.random(in: vocabulary.indices, using: &generator)] }
    let text = words.joined(separator: " ")
    return Array(#"{"contents":[{"role":"user","parts":[{"text":"\#(line) \#(text)"}]}]}\#n"#.utf8)
  }
}
