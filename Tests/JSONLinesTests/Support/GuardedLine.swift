import CByteKernels
import Foundation

@testable import JSONLines

/// Memory for a line that ends, padding and all, where a page begins that may not be touched: whoever looks further than
/// the padding contract allows ends the test at once.
///
///     |trap trap … trap|{"contents":…}|\n|trap … trap|   no access
///      80 and more      the line           79 bytes     a page
///
/// What lies around the line is a trap for whoever believes it to be part of the line.
@safe
final class GuardedLine {
  /// How many bytes a line may have.
  let capacity: Int
  /// How many the line has.
  private(set) var count = 0
  private let pages: UnsafeMutableRawPointer
  private let mappedLength: Int
  private let content: UnsafeMutablePointer<UInt8>
  private let contentLength: Int
  private var start = 0

  init(capacity: Int) {
    let pageLength = Int(sysconf(Int32(_SC_PAGESIZE)))
    self.capacity = capacity
    contentLength = (capacity + 4 * LineBytes.padding + pageLength - 1) / pageLength * pageLength
    mappedLength = contentLength + pageLength
    let memory = unsafe mmap(
      nil, mappedLength, PROT_READ | PROT_WRITE, MAP_PRIVATE | Self.anonymous, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      preconditionFailure("no memory could be mapped")
    }
    unsafe precondition(mprotect(memory + contentLength, pageLength, PROT_NONE) == 0)
    unsafe pages = unsafe memory
    unsafe content = memory.bindMemory(to: UInt8.self, capacity: contentLength)
  }

  deinit { _ = unsafe munmap(pages, mappedLength) }

  #if canImport(Darwin)
    private static var anonymous: Int32 { MAP_ANON }
  #else
    private static var anonymous: Int32 { Int32(MAP_ANONYMOUS) }
  #endif

  /// Puts a line there, its end so many bytes before the last place that it may have; the memory around it is filled
  /// with a byte.
  func set(_ bytes: some Collection<UInt8>, slack: Int = 0, trap: UInt8 = UInt8(ascii: "\"")) {
    precondition(bytes.count <= capacity && slack <= LineBytes.padding)
    count = bytes.count
    start = contentLength - LineBytes.padding - slack - count
    // Sound: all of it lies in the pages that may be written.
    unsafe (content + start - LineBytes.padding).update(repeating: trap, count: LineBytes.padding)
    for (index, byte) in bytes.enumerated() { unsafe content[start + index] = byte }
    unsafe (content + start + count).update(repeating: trap, count: LineBytes.padding + slack)
    unsafe content[start + count] = 0x0A
  }

  /// The line, which changes as this value does.
  var line: LineBytes { unsafe LineBytes(base: UnsafePointer(content + start), count: count) }

  /// A byte of the line.
  subscript(offset: Int) -> UInt8 {
    get {
      precondition((0..<count).contains(offset))
      return unsafe content[start + offset]
    }
    set {
      precondition((0..<count).contains(offset))
      unsafe content[start + offset] = newValue
    }
  }

  /// The line's bytes.
  var bytes: [UInt8] { line.bytes(in: 0..<count) }

  /// What a kernel, which the machine must have, says of the string whose content begins at an offset.
  func scan(with kernel: ByteKernel, from offset: Int = 0) -> StringScan {
    // Sound by the padding contract, which this memory keeps.
    let scan = unsafe tk_scan_string_with(kernel.rawValue, content + start + offset)
    return unsafe StringScan(
      end: scan.end - UnsafePointer(content + start), flags: scan.flags, stop: scan.stop)
  }

  /// Where a kernel, which the machine must have, finds that a token may begin.
  func place(ofTokenOf table: borrowing TokenTable, with kernel: ByteKernel, hasLongEscape: Bool) -> Int? {
    let start = unsafe UnsafePointer(content + self.start)
    // Sound by the padding contract, which this memory keeps.
    let found = unsafe tk_find_token_with(
      kernel.rawValue, table.pointer, start, start + count, hasLongEscape ? 1 : 0)
    return unsafe found.map { unsafe $0 - start }
  }

  /// Where a kernel, which the machine must have, finds the first byte that is not base64 from an offset on, and which
  /// alphabets it met.
  func scanBase64(with kernel: ByteKernel, from offset: Int = 0) -> (end: Int, alphabets: UInt32) {
    // Sound by the padding contract, which this memory keeps.
    let scan = unsafe tk_scan_base64_with(kernel.rawValue, content + start + offset)
    return unsafe (scan.end - UnsafePointer(content + start), scan.alphabets)
  }

  /// What a kernel, which the machine must have, makes of the CRC32C of other bytes with the line behind them.
  func crc32c(with kernel: ByteKernel, continuing crc: UInt32 = 0) -> UInt32 {
    // Sound: the bytes are the line's.
    unsafe tk_crc32c_with(kernel.rawValue, crc, content + start, count)
  }

  /// The line, a string's content, in its shortest form as a kernel writes it, which the machine must have, in parts of a
  /// length and a little more; nil if it writes further than it may.
  func shortened(with kernel: ByteKernel, inPartsOf length: Int) -> [UInt8]? {
    // Sound by the padding contract, which this memory keeps; what is written has a kernel's limit, and is looked at behind.
    var (at, end) = unsafe (UnsafePointer(content + start), UnsafePointer(content + start + count))
    var result: [UInt8] = []
    var part = [UInt8](repeating: 0xFF, count: length + 128)
    while unsafe at < end {
      let written = unsafe part.withUnsafeMutableBufferPointer { part in
        guard let first = part.baseAddress else { return 0 }
        var to: UnsafeMutablePointer<UInt8>? = unsafe first
        unsafe at = tk_shorten_with(kernel.rawValue, at, end, &to, first + length) ?? end
        return unsafe to.map { unsafe $0 - first } ?? 0
      }
      if written == 0 || part[(length + 64)...].contains(where: { $0 != 0xFF }) { return nil }
      result += part[..<written]
    }
    return unsafe at == end ? result : nil
  }

  /// What the kernel says of the sequence at an offset.
  func lengthOfScalar(at offset: Int) -> Int { unsafe Int(tk_utf8_length(content + start + offset)) }
}

/// What a scan of a string came to.
struct StringScan: Equatable {
  /// The offset at which it stopped.
  var end: Int
  /// What it met.
  var flags: UInt32
  /// Why it stopped.
  var stop: UInt32
}
