/// The content of a file that should be JSON Lines but is not, detected by its first bytes.
///
/// No JSON text and no UTF-8 text is ever foreign, however broken as JSON; the exceptions are HTML, XML and PDF,
/// which say so themselves, and tables with a row of names. Of formats whose mark is plain ASCII (`PAR1`, `ORC`), more is
/// asked than the mark.
public enum ForeignContent: String, Codable, Equatable, Sendable, CaseIterable {
  /// Text in two or four bytes for each character, with or without a byte order mark.
  case utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
  /// A document, or what a server sends in place of the file that was asked for.
  case html, xml, pdf
  /// An archive, or data compressed by something other than gzip, or by gzip twice.
  case zip, tar, sevenZip, rar, gzip, bzip2, xz, lzma, lzip, zstandard, lz4, compress, snappy
  /// A table as text: a line for each row.
  case commaSeparated, semicolonSeparated, tabSeparated
  /// Tables, arrays and objects of other programs.
  case parquet, arrow, avro, orc, sqlite, numPy, pickle
  /// A picture or a program.
  case png, jpeg, elf
  /// None of the others, and yet no text.
  case binary

  /// How many of the first bytes are looked at.
  public static let bytesExamined = 4096

  /// What it is, as a noun with its article where it takes one: "a Parquet file".
  public var name: String {
    switch self {
    case .utf16LittleEndian: "UTF-16 text (little-endian)"
    case .utf16BigEndian: "UTF-16 text (big-endian)"
    case .utf32LittleEndian: "UTF-32 text (little-endian)"
    case .utf32BigEndian: "UTF-32 text (big-endian)"
    case .html: "an HTML page"
    case .xml: "an XML document"
    case .pdf: "a PDF document"
    case .zip: "a ZIP archive (as .xlsx and .docx files are)"
    case .tar: "a tar archive"
    case .sevenZip: "a 7z archive"
    case .rar: "a RAR archive"
    case .gzip: "gzip data inside gzip data"
    case .bzip2: "bzip2 data"
    case .xz: "xz data"
    case .lzma: "LZMA data"
    case .lzip: "lzip data"
    case .zstandard: "Zstandard data"
    case .lz4: "LZ4 data"
    case .compress: "data of the program 'compress'"
    case .snappy: "Snappy data"
    case .commaSeparated: "a CSV table"
    case .semicolonSeparated: "a CSV table with semicolons"
    case .tabSeparated: "a TSV table"
    case .parquet: "a Parquet file"
    case .arrow: "an Arrow file"
    case .avro: "an Avro file"
    case .orc: "an ORC file"
    case .sqlite: "an SQLite database"
    case .numPy: "a NumPy array"
    case .pickle: "a Python pickle"
    case .png: "a PNG image"
    case .jpeg: "a JPEG image"
    case .elf: "an ELF program"
    case .binary: "binary data"
    }
  }

  /// The content of a file that is not JSON Lines text; nil for JSON, for any UTF-8 text, and for no bytes.
  ///
  /// - Parameter firstBytes: the first *uncompressed* bytes of the file: all of a short file, else
  ///   ``bytesExamined`` or more; the rest is not examined.
  /// - Complexity: linear in the bytes examined.
  public static func recognize(_ firstBytes: [UInt8]) -> ForeignContent? {
    let bytes = firstBytes.prefix(bytesExamined)
    return wideText(bytes) ?? signature(bytes) ?? markup(bytes) ?? unnamed(bytes) ?? table(bytes)
  }

  /// Whether `firstBytes` begin a Git LFS pointer: the small text file in place of data that are on a server.
  ///
  /// - Complexity: O(1).
  public static func isGitLFSPointer(_ firstBytes: [UInt8]) -> Bool {
    let mark = Array("version https://git-lfs.github.com/spec/v1".utf8)
    guard firstBytes.starts(with: mark) else { return false }
    let next = firstBytes.dropFirst(mark.count).first
    return next == nil || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
  }

  /// HTML and XML, after a byte order mark and white space, in capitals or not.
  private static func markup(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    let text = withoutByteOrderMark(bytes).drop(while: isBlank)
    func begins(with tag: String) -> Bool {
      text.prefix(tag.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } == Array(tag.utf8)
    }
    if begins(with: "<!doctype html") || begins(with: "<html") { return .html }
    return begins(with: "<?xml") ? .xml : nil
  }

  /// Bytes of an unknown kind that are not text: NULs, and not even the beginning of a JSON value.
  ///
  /// NULs alone prove nothing: a line of JSON may contain stray ones, and a log that was cut off while it was being
  /// written begins with any number of them. So they do not count as the first byte.
  private static func unnamed(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    guard bytes.contains(0) else { return nil }
    let first = bytes.first { $0 != 0 && !isBlank($0) }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return nil
    default: return .binary
    }
  }

  static func withoutByteOrderMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
