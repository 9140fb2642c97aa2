import CByteKernels
import Foundation
import TestSupport
import Testing

@testable import JSONLines

/// The scan of base64 by every kernel against the alphabet, and the reading of strings that should be base64.
@Suite struct Base64ScanTests {
  private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafe = standard.dropLast(2) + Array("-_".utf8)

  /// Every byte, at every place of a block and beyond: it stops the scan unless it is in an alphabet.
  @Test(arguments: ByteKernel.available)
  func everyByteAtEveryPlace(kernel: ByteKernel) {
    let memory = GuardedLine(capacity: 256)
    for byte in UInt8.min...UInt8.max where byte != 0x0A {
      let isStandard = Self.standard.contains(byte)
      let isURLSafe = Self.urlSafe.contains(byte)
      let alphabets: UInt32 = isStandard == isURLSafe ? 0 : isStandard ? 1 : 2
      for place in stride(from: 0, to: 150, by: 7) {
        var bytes = Array(repeating: UInt8(ascii: "x"), count: 160)
        bytes[place] = byte
        memory.set(bytes, slack: place % 64, trap: UInt8(ascii: "+"))
        let scan = memory.scanBase64(with: kernel)
        let isInAlphabet = isStandard || isURLSafe
        #expect(scan.end == (isInAlphabet ? 160 : place), "\(kernel), byte \(byte) at \(place)")
        #expect(scan.alphabets == (isInAlphabet ? alphabets : 0), "\(kernel), byte \(byte) at \(place)")
      }
    }
  }

  /// What stands behind the end of the string is not looked at: an alphabet met there does not count.
  @Test func kernelsAgree() {
    var generator = SplitMix64(seed: 64)
    let memory = GuardedLine(capacity: 512)
    for _ in 0..<4000 {
      let length = Int.random(in: 0...300, using: &generator)
      var bytes = (0..<length).map { _ in generator.pick(Self.standard) }
      for _ in 0..<Int.random(in: 0...3, using: &generator) where length > 0 {
        bytes[Int.random(in: 0..<length, using: &generator)] = generator.pick(Array("-_+/=\"\\ é".utf8))
      }
      memory.set(bytes, slack: Int.random(in: 0...64, using: &generator), trap: UInt8(ascii: "-"))
      let from = length == 0 ? 0 : Int.random(in: 0..<length, using: &generator)
      let scans = ByteKernel.available.map { memory.scanBase64(with: $0, from: from) }
      for scan in scans { #expect(scan == scans[0], "\(memory.bytes)") }
    }
  }

  /// What Foundation decodes and encodes to the same is plain, and so is it without its padding or URL-safe; nothing else is.
  @Test func plainIsWhatEncodersWrite() throws {
    var generator = SplitMix64(seed: 4648)
    for _ in 0..<3000 {
      let bytes = generator.bytes(Int.random(in: 1...100, using: &generator))
      let text = Data(bytes).base64EncodedString()
      let urlSafe = text.replacing("+", with: "-").replacing("/", with: "_")
      for text in [text, urlSafe, String(text.prefix { $0 != "=" })] { #expect(try isPlain(text), "\(text)") }
      var damaged = Array(text.utf8)
      damaged[Int.random(in: damaged.indices, using: &generator)] = generator.pick(Array("Aa0+/-_= .\\".utf8))
      let other = String(decoding: damaged, as: UTF8.self)
      guard let isPlain = try? isPlain(other) else { continue }
      #expect(isPlain == isStrict(other), "\(other)")
    }
  }

  /// Whether a text is base64 of one alphabet that encodes to itself again but for padding, as Foundation has it.
  private func isStrict(_ text: String) -> Bool {
    let isURLSafe = text.contains { "-_".contains($0) }
    if isURLSafe, text.contains(where: { "+/".contains($0) }) { return false }
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let characters = standard.prefix { $0 != "=" }
    let padding = standard.dropFirst(characters.count)
    let due = (4 - characters.count % 4) % 4
    guard padding.allSatisfy({ $0 == "=" }), padding.count <= due, !characters.isEmpty else { return false }
    guard let data = Data(base64Encoded: characters + String(repeating: "=", count: due)) else {
      return false
    }
    return data.base64EncodedString().prefix { $0 != "=" } == characters
  }

  private func isPlain(_ text: String) throws(JSONFault) -> Bool {
    try LineBytes.with("\"\(text)\"".utf8) { (line) throws(JSONFault) in
      var reader = JSONReader()
      try reader.begin(line)
      let (string, isPlain) = try reader.base64String()
      try reader.end()
      #expect(string.start == 1 && string.end == line.count - 1)
      return isPlain
    }
  }

  @Test(
    "what is not plain",
    arguments: [
      "", "=", "==", "A", "A=", "AA=A", "AAA==", "AAAA=", "AA===", "AB", "AAB", "AAB=", "AA+-", "AA==AA==",
      "AA AA", #"AA\/A"#, #"AA\nAA"#, "data:image/png;base64,AAAA", "é", "***",
    ])
  func others(text: String) throws { #expect(try !isPlain(text)) }

  @Test(
    "what is plain",
    arguments: ["AA", "AA=", "AA==", "AAA", "AAA=", "AAAA", "_-8=", "/+8", "AAAAAA", "Ag", "AAI"])
  func plain(text: String) throws { #expect(try isPlain(text)) }

  @Test(
    "faults of the string are those of any string",
    arguments: ["\"AAAA", "\"AA\tAA\"", #""AA\xAA""#, "\"AA\u{1}\"", "\"AA=\n\""])
  func faults(text: String) {
    LineBytes.with(text.utf8) { line in
      var reader = JSONReader()
      var other = JSONReader()
      let found = #expect(throws: JSONFault.self) {
        try reader.begin(line)
        _ = try reader.base64String()
      }
      let expected = #expect(throws: JSONFault.self) {
        try other.begin(line)
        _ = try other.longString()
      }
      #expect(found?.kind == expected?.kind && found?.offset == expected?.offset)
    }
  }
}
