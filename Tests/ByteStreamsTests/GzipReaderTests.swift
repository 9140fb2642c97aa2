import ByteStreams
import Testing

@Suite("GzipReader")
struct GzipReaderTests {
  private let plain = sampleLines(40)

  private func sound(_ compressed: [UInt8], _ bytes: [UInt8]) -> Reading {
    Reading(bytes: bytes, fault: nil, bytesConsumed: compressed.count)
  }

  @Test("gives the same whatever the chunks and buffers", arguments: awkwardSizes, awkwardSizes)
  func boundaries(chunk: Int, bufferLength: Int) throws {
    let compressed = Gzip.member(plain) + Gzip.member([]) + Gzip.member(plain, flags: Gzip.name) + [0, 0]
    let reading = try Reading(compressed, chunk: chunk, bufferLength: min(bufferLength, 1 << 16))
    #expect(reading == sound(compressed, plain + plain))
  }

  @Test("every level, stored blocks included", arguments: [0, 1, 6, 9] as [Int32])
  func levels(level: Int32) throws {
    let bytes = sampleLines(3000)
    let compressed = Gzip.member(bytes, level: level)
    #expect(try Reading(compressed) == sound(compressed, bytes))
  }

  @Test("checksums of data of every length, taken in pieces of any", arguments: [1, 63, 64, 80, 1 << 16])
  func checksums(bufferLength: Int) throws {
    let bytes = sampleLines(10)
    for length in 0..<300 {
      let compressed = Gzip.member(Array(bytes[..<length]))
      let reading = try Reading(compressed, bufferLength: bufferLength)
      #expect(reading == sound(compressed, Array(bytes[..<length])), "length \(length)")
    }
  }

  @Test("every combination of header fields", arguments: [1, 3, .max])
  func headerFields(chunk: Int) throws {
    for flags in 0..<32 as Range<UInt8> {
      let compressed = Gzip.member(plain, flags: flags)
      #expect(try Reading(compressed, chunk: chunk) == sound(compressed, plain), "flags \(flags)")
    }
  }

  @Test("members one after another are one stream", arguments: [2, 3, 500])
  func members(count: Int) throws {
    let compressed = (0..<count).flatMap { Gzip.member(sampleLines(2, seed: UInt64($0))) }
    let bytes = (0..<count).flatMap { sampleLines(2, seed: UInt64($0)) }
    for chunk in [1, 1000, .max] {
      #expect(try Reading(compressed, chunk: chunk) == sound(compressed, bytes))
    }
  }

  @Test("no bytes at all, once and several times")
  func emptyMembers() throws {
    for compressed in [Gzip.member([]), Gzip.bgzfEnd, Gzip.member([]) + Gzip.bgzfEnd + Gzip.member([])] {
      #expect(try Reading(compressed, chunk: 1, bufferLength: 1) == sound(compressed, []))
    }
  }

  @Test("BGZF, with the empty member at its end", arguments: awkwardSizes)
  func bgzf(chunk: Int) throws {
    let bytes = sampleLines(500)
    let compressed = Gzip.bgzfBlocks(bytes, blockLength: 5000) + Gzip.bgzfEnd
    #expect(try Reading(compressed, chunk: chunk) == sound(compressed, bytes))
  }

  @Test("gzip inside gzip stays as it is")
  func nested() throws {
    let inner = Gzip.member(plain)
    let compressed = Gzip.member(inner)
    #expect(try Reading(compressed) == sound(compressed, inner))
    #expect(ForeignContent.recognize(try Reading(compressed).bytes) == .gzip)
  }

  @Test("zeros behind a member are padding, at the end and between members", arguments: awkwardSizes)
  func padding(chunk: Int) throws {
    for length in [1, 2, 511, 131_072, 200_000] {
      let zeros = [UInt8](repeating: 0, count: length)
      let atEnd = Gzip.member(plain) + zeros
      #expect(try Reading(atEnd, chunk: chunk) == sound(atEnd, plain))
      let between = atEnd + Gzip.member(plain)
      #expect(try Reading(between, chunk: chunk) == sound(between, plain + plain))
    }
  }

  @Test("anything else behind a member is trailing data", arguments: awkwardSizes)
  func trailingData(chunk: Int) throws {
    let member = Gzip.member(plain)
    let others: [[UInt8]] = [
      [0x1F], [0x8B], [0x1F, 0x8C, 8], [0x0A], Array("{}\n".utf8), [0xFF, 0x1F, 0x8B], [0x1F, 0, 0],
    ]
    for other in others {
      for padding in [0, 1, 5] {
        let compressed = member + [UInt8](repeating: 0, count: padding) + other
        let place = member.count + padding
        let expected = Reading(bytes: plain, fault: .trailingData(atByte: place), bytesConsumed: place)
        #expect(try Reading(compressed, chunk: chunk) == expected)
      }
    }
  }

  @Test("zeros before the first member make it no gzip data at all")
  func leadingZeros() throws {
    let bytes = [0, 0] + Gzip.member(plain)
    #expect(try Reading(bytes) == Reading(bytes: bytes, fault: nil, bytesConsumed: bytes.count))
  }

  @Test("data cut off at any byte are truncated there", arguments: [1, 3, .max])
  func truncation(chunk: Int) throws {
    let first = Gzip.member(sampleLines(2), flags: 31)
    let second = Gzip.member(sampleLines(2, seed: 2), flags: Gzip.extraField | Gzip.name)
    let whole = sampleLines(2) + sampleLines(2, seed: 2)
    for length in 2..<(first + second).count where length != first.count {
      let reading = try Reading(Array((first + second).prefix(length)), chunk: chunk)
      if length == first.count + 1 {
        #expect(reading.fault == .trailingData(atByte: first.count), "half a mark is none")
        continue
      }
      let member = length < first.count ? 1 : 2
      #expect(reading.fault == .truncated(member: member, atByte: length))
      #expect(reading.bytesConsumed == length)
      #expect(whole.starts(with: reading.bytes))
      if member == 2 { #expect(reading.bytes.count >= sampleLines(2).count) }
    }
  }

  @Test("all that can be inflated before the cut is delivered", arguments: [1, 64, 65_536])
  func truncationLosesNothing(bufferLength: Int) throws {
    let bytes = sampleLines(200)
    let stored = Gzip.member(bytes, level: 0)
    // Stored blocks keep every byte in its place, so the cut says how many must come. 10 bytes of header, 5 of block.
    for length in [15, 16, 5000, 20_000] {
      let reading = try Reading(Array(stored.prefix(length)), bufferLength: bufferLength)
      #expect(reading.bytes == Array(bytes.prefix(length - 15)))
    }
    // A million zeros are a few long matches, which zlib holds back while there is no room for them.
    let zeros = [UInt8](repeating: 0, count: 1_000_000)
    let member = Gzip.member(zeros)
    let withoutEnd = try Reading(Array(member.dropLast(8)), bufferLength: bufferLength)
    #expect(withoutEnd.bytes == zeros)
    #expect(withoutEnd.fault == .truncated(member: 1, atByte: member.count - 8))
  }

  @Test("a bomb is read in constant memory")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: 10_000_000)
    let member = Gzip.member(zeros, level: 9)
    let copies = 20
    var stream = ByteStream(bytes: (0..<copies).flatMap { _ in member })
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while true {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      total += count
    }
    #expect(total == copies * zeros.count)
    #expect(stream.fault == nil)
  }
}
