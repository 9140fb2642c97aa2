/// The contract of `tk_scan_string`, byte by byte, with nothing in common with the kernels but the contract.
enum StringScanModel {
  static let hasEscape: UInt32 = 1
  static let hasNonASCII: UInt32 = 2
  static let mayHaveLessThan: UInt32 = 4
  static let hasReplacement: UInt32 = 8
  static let hasLongEscape: UInt32 = 16

  private enum Stop: UInt32 {
    case quote, control, escape, hex, loneSurrogate, utf8
  }

  /// Scans a line from an offset on.
  static func scan(_ line: [UInt8], from start: Int = 0) -> StringScan {
    var offset = start
    var flags: UInt32 = 0
    func stopped(_ stop: Stop, at offset: Int) -> StringScan {
      StringScan(end: offset, flags: flags, stop: stop.rawValue)
    }
    while offset < line.count, line[offset] >= 0x20 {
      switch line[offset] {
      case UInt8(ascii: "\""): return stopped(.quote, at: offset)
      case UInt8(ascii: "\\"):
        flags |= hasEscape
        let escape = Escape(line[offset...])
        if let fault = escape.fault { return stopped(fault, at: offset + escape.length) }
        if escape.length > 2 || line[offset + 1] == UInt8(ascii: "/") { flags |= hasLongEscape }
        if escape.unit == 0xFFFD { flags |= hasReplacement }
        if escape.unit == 0x3C { flags |= mayHaveLessThan }
        offset += escape.length
      case 0x80...:
        flags |= hasNonASCII
        let length = lengthOfScalar(line[offset...])
        if length == 0 { return stopped(.utf8, at: offset) }
        let sequence = line[offset..<offset + length]
        if sequence.elementsEqual("\u{FFFD}".utf8) { flags |= hasReplacement }
        offset += length
      case let byte:
        if byte == UInt8(ascii: "<") { flags |= mayHaveLessThan }
        offset += 1
      }
    }
    return stopped(.control, at: offset)
  }

  /// An escape: its length, and its code unit where it is `\u`; or how far into it the fault stands.
  private struct Escape {
    var length: Int
    var unit: UInt16?
    var fault: Stop?

    private init(length: Int, unit: UInt16? = nil, fault: Stop? = nil) {
      (self.length, self.unit, self.fault) = (length, unit, fault)
    }

    init(_ bytes: ArraySlice<UInt8>) { self = Self.read(Array(bytes.prefix(12))) }

    private static func read(_ bytes: [UInt8]) -> Escape {
      guard bytes.count > 1, "\"\\/bfnrtu".utf8.contains(bytes[1]) else {
        return Escape(length: 0, fault: .escape)
      }
      guard bytes[1] == UInt8(ascii: "u") else { return Escape(length: 2) }
      guard let first = unit(bytes.dropFirst(2)) else { return Escape(length: 0, fault: .hex) }
      guard (0xD800...0xDFFF).contains(first) else { return Escape(length: 6, unit: first) }
      guard first < 0xDC00, bytes.dropFirst(6).starts(with: #"\u"#.utf8) else {
        return Escape(length: 0, fault: .loneSurrogate)
      }
      guard let second = unit(bytes.dropFirst(8)) else { return Escape(length: 6, fault: .hex) }
      guard (0xDC00...0xDFFF).contains(second) else { return Escape(length: 0, fault: .loneSurrogate) }
      return Escape(length: 12, unit: first)
    }

    private static func unit(_ digits: ArraySlice<UInt8>) -> UInt16? {
      let text = String(decoding: digits.prefix(4), as: UTF8.self)
      guard text.utf8.count == 4, text.utf8.allSatisfy("0123456789abcdefABCDEF".utf8.contains) else {
        return nil
      }
      return UInt16(text, radix: 16)
    }
  }

  /// The length of the UTF-8 sequence that begins the bytes, as Swift's own parser sees it; 0 where it is none.
  static func lengthOfScalar(_ bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .valid(let sequence) = parser.parseScalar(from: &iterator) else { return 0 }
    return sequence.count
  }
}
