import ByteStreams
import TestSupport

extension Reading {
  /// Reads memory to its end, inflating segments ahead as `threads` threads do that come by in an order at random.
  init(
    _ bytes: [UInt8], chunk: Int, bufferLength: Int, lookahead: GzipLookahead, threads: Int,
    _ generator: inout SplitMix64
  ) throws {
    var stream = ByteStream(bytes: bytes, chunkSizeInBytes: chunk, lookahead: lookahead)
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    var taken: [GzipSegment] = []
    self.init(bytes: [], fault: nil, bytesConsumed: 0)
    while true {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0, 1:
        if let segment = stream.takeSegment(threads: threads) { taken.append(segment) }
      case 2:
        taken.shuffle(using: &generator)
        taken.popLast()?.inflate()
      default:
        var span = buffer.mutableSpan
        let count = try stream.read(into: &span)
        self.bytes += buffer[..<count]
        if count == 0 {
          fault = stream.fault
          bytesConsumed = stream.bytesConsumed
          return
        }
      }
    }
  }
}
