import ByteStreams
import Diagnostics

/// What holds for every stream of gzip data, sound or not.
public enum GzipInvariants {
  /// What a stream gave.
  private struct Delivery: Equatable {
    var bytes: [UInt8] = []
    var fault: GzipFault?
    var bytesConsumed = 0
  }

  /// Checks a stream made from `input`: by a recipe if the first byte is odd, else the bytes as they are behind gzip's
  /// mark.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    guard let first = input.first else { return }
    var stream = [0x1F, 0x8B] + input.dropFirst()
    var content: [UInt8]?
    if first & 1 == 1 {
      let recipe = GzipRecipe(input.dropFirst())
      (stream, content) = (recipe.stream, recipe.content)
    }
    guard stream.starts(with: [0x1F, 0x8B]) else { return }
    let noise = Noise(of: input)
    let delivery = try read(stream, chunk: .max, bufferLength: 1 << 12)
    try BrokenInvariant.unless(
      content == nil || delivery == Delivery(bytes: content ?? [], fault: nil, bytesConsumed: stream.count),
      "sound data give \(delivery.bytes.count) bytes of \(content?.count ?? 0), \(delivery.fault as Any)")
    try requireSameAsZlib(delivery, stream)
    let other = try read(
      stream, chunk: noise.number(upTo: 90, bits: 0),
      bufferLength: noise.number(upTo: max(200, delivery.bytes.count / 8), bits: 16))
    try BrokenInvariant.unless(
      other == delivery, "other chunks give \(other.bytes.count) bytes, \(other.fault as Any)")
    try requireSameReports(stream, delivery, noise)
  }

  /// Reads a stream to its end.
  private static func read(
    _ bytes: [UInt8], chunk: Int, bufferLength: Int
  ) throws(BrokenInvariant) -> Delivery {
    var stream = ByteStream(bytes: bytes, chunkSizeInBytes: chunk)
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    var delivery = Delivery()
    var isLast = false
    while true {
      var span = buffer.mutableSpan
      let count: Int
      do throws(ByteStreamError) {
        count = try stream.read(into: &span)
      } catch {
        throw BrokenInvariant("memory cannot be read: \(error)")
      }
      if count == 0 { break }
      try BrokenInvariant.unless(!isLast, "a read that is not full is the last")
      isLast = count < bufferLength
      delivery.bytes += buffer[..<count]
    }
    delivery.fault = stream.fault
    delivery.bytesConsumed = stream.bytesConsumed
    try BrokenInvariant.unless(delivery.bytesConsumed <= bytes.count, "more consumed than there is")
    return delivery
  }

  /// zlib itself, given all at once, comes to the same bytes and the same kind of end.
  private static func requireSameAsZlib(
    _ delivery: Delivery, _ stream: [UInt8]
  ) throws(BrokenInvariant) {
    let expected = Zlib.inflate(stream)
    let ending: Zlib.Ending =
      switch delivery.fault {
      case nil: .sound
      case .truncated: .truncated
      case .corrupt: .corrupt
      case .trailingData: .trailingData
      }
    try BrokenInvariant.unless(
      (delivery.bytes, ending) == expected,
      "\(delivery.bytes.count) bytes, \(ending); zlib: \(expected.bytes.count), \(expected.ending)")
  }

  /// The validator comes to one report however it reads the file; sound data have that of what they hold.
  private static func requireSameReports(
    _ stream: [UInt8], _ delivery: Delivery, _ noise: Noise
  ) throws(BrokenInvariant) {
    let file = try InputFile(stream)
    let report = try Validation.report(on: file)
    var options = DatasetOptions()
    options.reading = noise.reading(1)
    let other = try Validation.report(on: file, options)
    try Validation.requireSame(report, other, "\(noise.reading(1))")
    try Validation.requireSame(on: InputFile(Beginning.member + stream), noise.reading(0))
    guard delivery.fault == nil, !delivery.bytes.starts(with: [0x1F, 0x8B]) else { return }
    let plain = try Validation.report(on: InputFile(delivery.bytes))
    let places = report.findings.filter { $0.location != nil }
    try BrokenInvariant.unless(
      places == plain.findings.filter { $0.location != nil }
        && (report.examples, report.turns) == (plain.examples, plain.turns),
      "the same data without gzip have another report")
  }
}
