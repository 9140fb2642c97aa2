import Testing
import TestSupport

@testable import JSONLines

/// Data that several buffers share: whatever the parts are, every line is given once, by one of them.
@Suite struct LineRangeTests {
  private typealias Element = LineBufferTests.Element

  private static let limits = [1, 9, 10, 100]

  /// Reads into a buffer from where it has got to, at most `mostRead` bytes.
  private static func fill(_ buffer: inout LineBuffer, from text: [UInt8], mostRead: Int = .max) -> Bool {
    let position = buffer.bytesRead
    return buffer.fill { (span: inout MutableSpan<UInt8>) in
      let count = min(span.count, mostRead, max(0, text.count - position))
      for index in 0..<count { span[index] = text[position + index] }
      return count
    }
  }

  private static func take(_ buffer: inout LineBuffer, into elements: inout [Element]) {
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
  }

  // MARK: Ranges

  /// The lines of all ranges, each read by a buffer that was used before.
  private static func elements(
    ofRanges lengths: [Int], in text: [UInt8], blockLength: Int, maximumLineLength: Int, mostRead: Int = .max
  ) -> [Element] {
    var buffer = LineBuffer(blockLength: blockLength, maximumLineLength: maximumLineLength)
    var elements: [Element] = []
    var start = 0
    for length in lengths {
      buffer.restart(at: start, until: start + length, isWithinLine: start > 0)
      repeat {
        take(&buffer, into: &elements)
        if buffer.isComplete { break }
        _ = fill(&buffer, from: text, mostRead: mostRead)
      } while true
      start += length
      // Nobody asks for a range behind the end of the data.
      if buffer.isAtEnd { break }
    }
    return elements
  }

  @Test(arguments: LineBufferTests.texts)
  func everyRangeLength(text: String) {
    let bytes = Array(text.utf8)
    for maximum in Self.limits {
      let expected = LineBufferTests.expected(bytes, maximum)
      for length in 1...max(bytes.count + 2, 3) {
        let lengths = Array(repeating: length, count: bytes.count / length + 1)
        for blockLength in 1...max(bytes.count + 2, 3) {
          for mostRead in [1, .max] {
            let found = Self.elements(
              ofRanges: lengths, in: bytes, blockLength: blockLength, maximumLineLength: maximum,
              mostRead: mostRead)
            #expect(found == expected, "ranges of \(length), blocks of \(blockLength), limit \(maximum)")
          }
        }
      }
    }
  }

  @Test(arguments: [21, 22])
  func randomRanges(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<600 {
      let text = Self.text(&generator)
      let maximum = Int.random(in: 1...50, using: &generator)
      var lengths: [Int] = []
      while lengths.reduce(0, +) <= text.count { lengths.append(Int.random(in: 1...60, using: &generator)) }
      let found = Self.elements(
        ofRanges: lengths, in: text, blockLength: Int.random(in: 1...60, using: &generator),
        maximumLineLength: maximum, mostRead: Int.random(in: 1...60, using: &generator))
      #expect(
        found == LineBufferTests.expected(text, maximum), "\(text), ranges \(lengths), limit \(maximum)")
    }
  }

  private static func text(_ generator: inout SplitMix64) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      text += Array(repeating: UInt8(ascii: "x"), count: Int.random(in: 0...40, using: &generator))
      text += generator.pick([[0x0A], [0x0D, 0x0A], [0x0A, 0x0A], []])
    }
    return text
  }

  /// A range that was begun may be given its end later.
  @Test func endedRange() {
    let text = Array("ab\ncd\nef\ngh\n".utf8)
    var buffer = LineBuffer(blockLength: 4, maximumLineLength: 100)
    var elements: [Element] = []
    _ = Self.fill(&buffer, from: text)
    Self.take(&buffer, into: &elements)
    buffer.endRange(at: 6)
    while !buffer.isComplete {
      _ = Self.fill(&buffer, from: text)
      Self.take(&buffer, into: &elements)
    }
    #expect(elements == Array(LineBufferTests.expected(text, 100)[..<3]))
  }

  /// Of a line of another range nothing is kept, and what a long line took is given back.
  @Test func memoryOfRanges() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    var buffer = LineBuffer(blockLength: 128, maximumLineLength: 1 << 20)
    buffer.restart(at: 10, until: 90_000, isWithinLine: true)
    while !buffer.isComplete {
      #expect(buffer.next() == nil)
      _ = Self.fill(&buffer, from: long)
      #expect(buffer.capacity == 128)
    }
    buffer.restart(at: 0, until: 10)
    while !buffer.isComplete { _ = Self.fill(&buffer, from: long) }
    #expect(buffer.isLarge && buffer.capacity >= 100_000)
    buffer.restart(at: 0)
    #expect(!buffer.isLarge && buffer.capacity == 128)
  }

  // MARK: Turns

  /// The lines of buffers that are filled in turn, each from where the last one leaves off.
  private static func elements(
    ofTurnsIn text: [UInt8], blockLength: Int, maximumLineLength: Int, mostRead: Int = .max
  ) -> [Element] {
    var elements: [Element] = []
    var buffer = LineBuffer(blockLength: blockLength, maximumLineLength: maximumLineLength)
    var other = LineBuffer(blockLength: blockLength, maximumLineLength: maximumLineLength)
    while true {
      while !buffer.hasWholeLine(), fill(&buffer, from: text, mostRead: mostRead) {}
      let position = buffer.bytesRead
      if !buffer.isAtEnd {
        buffer.moveUnfinishedLine(to: &other)
        #expect(buffer.bytesRead == position && other.bytesRead == position)
      }
      take(&buffer, into: &elements)
      if buffer.isAtEnd { return elements }
      swap(&buffer, &other)
    }
  }

  @Test(arguments: LineBufferTests.texts)
  func turns(text: String) {
    let bytes = Array(text.utf8)
    for maximum in Self.limits {
      for blockLength in 1...max(bytes.count + 2, 3) {
        for mostRead in [1, 3, .max] {
          let found = Self.elements(
            ofTurnsIn: bytes, blockLength: blockLength, maximumLineLength: maximum, mostRead: mostRead)
          #expect(
            found == LineBufferTests.expected(bytes, maximum), "blocks of \(blockLength), limit \(maximum)")
        }
      }
    }
  }

  @Test(arguments: [23, 24])
  func randomTurns(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<600 {
      let text = Self.text(&generator)
      let maximum = Int.random(in: 1...50, using: &generator)
      let found = Self.elements(
        ofTurnsIn: text, blockLength: Int.random(in: 1...60, using: &generator),
        maximumLineLength: maximum, mostRead: Int.random(in: 1...60, using: &generator))
      #expect(found == LineBufferTests.expected(text, maximum), "\(text), limit \(maximum)")
    }
  }

  /// A last line feed far from the end is found too.
  @Test func longUnfinishedLine() {
    for length in [0, 1, 1023, 1024, 1025, 3000, 5000] {
      let text = Array("{}\n[]\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: length)
      let found = Self.elements(ofTurnsIn: text, blockLength: 1 << 16, maximumLineLength: 1 << 20)
      #expect(found == LineBufferTests.expected(text, 1 << 20))
    }
  }
}
