import Testing
import TestSupport

@testable import JSONLines

@Suite struct LineBufferTests {
  /// What the buffer gave, copied.
  enum Element: Equatable {
    case line([UInt8], offset: Int, endsInLineFeed: Bool)
    case overlong(offset: Int, length: Int)
  }

  static let texts = [
    "", "\n", "\n\n", "a", "a\n", "\na", "a\n\nb", "a\r\nb\r\n", "\r", "\r\n", "\n\r\n\r", "abc\ndef\n",
    "abc\ndef",
    "0123456789\n", "0123456789", "0123456789\nx", "01234567890\n", "01234567890\nx\n", "01234567890",
    "x\n012345678901",
    "0123456789012345678901234567890123456789\nab\n0123456789\n", "a\n\n\n\n\n0123456789012\n\n0123456789012",
    "{\"contents\":[]}\n{\"é\":\"日\"}\n\n{}",
  ]

  /// What the lines are, found by splitting.
  static func expected(_ text: [UInt8], _ maximumLineLength: Int) -> [Element] {
    var elements: [Element] = []
    var offset = 0
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      if isLast && line.isEmpty { break }
      elements.append(
        line.count > maximumLineLength
          ? .overlong(offset: offset, length: line.count)
          : .line(Array(line), offset: offset, endsInLineFeed: !isLast))
      offset += line.count + 1
    }
    return elements
  }

  /// Reads a text through a buffer, at most `mostRead` bytes at a time, filling it `fillsBefore` times before the first
  /// line is asked for.
  static func elements(
    of text: [UInt8], blockLength: Int, maximumLineLength: Int, mostRead: Int = .max, fillsBefore: Int = 1,
    look: (borrowing LineBuffer) -> Void = { _ in }
  ) -> [Element] {
    var buffer = LineBuffer(blockLength: blockLength, maximumLineLength: maximumLineLength)
    var elements: [Element] = []
    var position = 0
    var fills = 0
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = !buffer.fill { (span: inout MutableSpan<UInt8>) in
        let count = min(span.count, mostRead, text.count - position)
        for index in 0..<count { span[index] = text[position + index] }
        position += count
        return count
      }
      fills += 1
      #expect(buffer.bytesRead == position)
      if fills < fillsBefore, !isAtEnd { continue }
      while let element = buffer.next() {
        switch element {
        case .line(let line, let offset, let endsInLineFeed):
          #expect(line[line.count] == 0x0A)
          elements.append(
            .line(line.bytes(in: 0..<line.count), offset: offset, endsInLineFeed: endsInLineFeed))
        case .overlongLine(let offset, let length, _):
          elements.append(.overlong(offset: offset, length: length))
        }
      }
      look(buffer)
    }
    let more = buffer.next()
    #expect(more == nil)
    return elements
  }

  @Test(arguments: texts)
  func everyBlockLengthAndLimit(text: String) {
    let bytes = Array(text.utf8)
    for maximum in [1, 2, 9, 10, 11, 100] {
      let expected = Self.expected(bytes, maximum)
      for blockLength in 1...max(bytes.count + 2, 3) {
        for mostRead in [1, 3, .max] {
          let found = Self.elements(
            of: bytes, blockLength: blockLength, maximumLineLength: maximum, mostRead: mostRead)
          #expect(found == expected, "blocks of \(blockLength), limit \(maximum), reads of \(mostRead)")
        }
      }
    }
  }

  /// Filled more than once before a line is asked for, as is done to look at a file's first bytes.
  @Test(arguments: texts)
  func filledSeveralTimesFirst(text: String) {
    let bytes = Array(text.utf8)
    for maximum in [1, 9, 10, 100] {
      let expected = Self.expected(bytes, maximum)
      for blockLength in 1...5 {
        for fills in 2...12 {
          let found = Self.elements(
            of: bytes, blockLength: blockLength, maximumLineLength: maximum, fillsBefore: fills)
          #expect(found == expected, "blocks of \(blockLength), limit \(maximum), filled \(fills) times")
        }
      }
    }
  }

  @Test(arguments: [11, 12, 13])
  func randomTexts(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        bytes += Array(repeating: UInt8(ascii: "x"), count: Int.random(in: 0...40, using: &generator))
        bytes += generator.pick([[0x0A], [0x0D, 0x0A], [0x0A, 0x0A], []])
      }
      let maximum = Int.random(in: 1...50, using: &generator)
      let found = Self.elements(
        of: bytes, blockLength: Int.random(in: 1...60, using: &generator), maximumLineLength: maximum,
        mostRead: Int.random(in: 1...60, using: &generator),
        fillsBefore: Int.random(in: 1...4, using: &generator))
      #expect(found == Self.expected(bytes, maximum), "\(bytes), limit \(maximum)")
    }
  }

  // MARK: Memory

  /// However long a line is, no more is kept than the limit and a block.
  @Test func memoryIsBounded() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    let text = [0x7B, 0x7D, 0x0A] + long + [0x0A] + long[..<1000] + [0x0A] + long
    let found = Self.elements(of: text, blockLength: 128, maximumLineLength: 1000) { buffer in
      #expect(buffer.capacity <= 1128)
    }
    #expect(found == Self.expected(text, 1000))
    #expect(found.count == 4)
  }

  /// A buffer grows only for lines that need it.
  @Test func memoryIsThatOfABlockForShortLines() {
    let text = (0..<1000).flatMap { "{\"line\":\($0)}\n".utf8 }
    _ = Self.elements(of: text, blockLength: 256, maximumLineLength: 1 << 40) { buffer in
      #expect(buffer.capacity <= 512)
    }
  }

  // MARK: Looking ahead

  @Test func peeking() {
    var buffer = LineBuffer(blockLength: 8, maximumLineLength: 100)
    #expect(buffer.peek(4) == [])
    let text = Array("ab\ncdefg\nh".utf8)
    var position = 0
    func fill() {
      _ = buffer.fill { (span: inout MutableSpan<UInt8>) in
        let count = min(span.count, text.count - position)
        for index in 0..<count { span[index] = text[position + index] }
        position += count
        return count
      }
    }
    fill()
    #expect(buffer.peek(4) == Array("ab\nc".utf8))
    #expect(buffer.peek(100) == Array("ab\ncdefg".utf8))
    _ = buffer.next()
    #expect(buffer.peek(100) == Array("cdefg".utf8))
    let next = buffer.next()
    #expect(next == nil)
    #expect(buffer.peek(100) == Array("cdefg".utf8))
    fill()
    #expect(buffer.peek(6) == Array("cdefg\n".utf8))
    #expect(buffer.bytesRead == 10)
  }

  /// What a read throws comes through, and what was read before stays.
  @Test func aReadThatFails() {
    struct Failure: Error, Equatable {}
    var buffer = LineBuffer(blockLength: 8, maximumLineLength: 100)
    _ = buffer.fill { (span: inout MutableSpan<UInt8>) in
      span[0] = UInt8(ascii: "a")
      return 1
    }
    #expect(throws: Failure.self) {
      _ = try buffer.fill { (_: inout MutableSpan<UInt8>) throws(Failure) in throw Failure() }
    }
    let next = buffer.next()
    #expect(next == nil)
    #expect(buffer.peek(8) == [UInt8(ascii: "a")])
    _ = buffer.fill { (_: inout MutableSpan<UInt8>) in 0 }
    guard case .line(let line, 0, false)? = buffer.next() else {
      Issue.record("no line")
      return
    }
    #expect(line.bytes(in: 0..<9) == [UInt8(ascii: "a")])
  }
}
