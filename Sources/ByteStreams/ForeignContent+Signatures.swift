extension ForeignContent {
  /// A format that says what it is by fixed bytes at a fixed place.
  static func signature(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    let found = signatures.first { bytes.dropFirst($0.offset).starts(with: $0.mark) }
    return found?.content ?? checkedSignature(bytes)
  }

  /// Marks that no UTF-8 text without control characters can contain in this place.
  private static let signatures: [(content: ForeignContent, offset: Int, mark: [UInt8])] = [
    (.zip, 0, [0x50, 0x4B, 0x03, 0x04]),  // PK: the first file
    (.zip, 0, [0x50, 0x4B, 0x05, 0x06]),  // PK: an empty archive
    (.zip, 0, [0x50, 0x4B, 0x07, 0x08]),  // PK: one part of several
    (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.rar, 0, Array("Rar!\u{1A}\u{7}".utf8)),
    (.gzip, 0, GzipDecoder.magic),
    (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.lzip, 0, Array("LZIP\u{1}".utf8)),
    (.compress, 0, [0x1F, 0x9D]),
    (.snappy, 0, [0xFF, 0x06, 0x00, 0x00] + Array("sNaPpY".utf8)),
    (.zstandard, 0, [0x28, 0xB5, 0x2F, 0xFD]),
    (.lz4, 0, [0x04, 0x22, 0x4D, 0x18]),
    (.lz4, 0, [0x02, 0x21, 0x4C, 0x18]),  // the older frame
    (.tar, 257, Array("ustar\0".utf8)),
    (.tar, 257, Array("ustar  \0".utf8)),  // GNU tar
    (.arrow, 0, Array("ARROW1\0\0".utf8)),
    (.avro, 0, [0x4F, 0x62, 0x6A, 0x01]),  // Obj, version 1
    (.sqlite, 0, Array("SQLite format 3\0".utf8)),
    (.numPy, 0, [0x93] + Array("NUMPY".utf8)),
    (.pickle, 0, [0x80, 0x02]),
    (.pickle, 0, [0x80, 0x03]),
    (.pickle, 0, [0x80, 0x04]),
    (.pickle, 0, [0x80, 0x05]),
    (.png, 0, [0x89, 0x50, 0x4E, 0x47]),
    (.jpeg, 0, [0xFF, 0xD8, 0xFF]),
    (.elf, 0, [0x7F, 0x45, 0x4C, 0x46]),
  ]

  /// Marks that other files may begin with too, which count only if the right bytes follow.
  private static func checkedSignature(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: [0xFF, 0xFF, 0xFF, 0xFF] as [UInt8]) {
      // An Arrow stream, as Hugging Face datasets store it: the length of its schema comes next, little-endian.
      let length = bytes.dropFirst(4).prefix(4)
      return length.count == 4 && length.last == 0 && length.contains { $0 != 0 } ? .arrow : nil
    }
    // A frame that is skipped, as some programs put before the compressed ones; LZ4 has it too, but rarely writes it.
    if let first = bytes.first, 0x50...0x5F ~= first,
      bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18] as [UInt8])
    {
      return .zstandard
    }
    if bytes.starts(with: [0x5D, 0x00, 0x00] as [UInt8]) {
      // The length of the data as written comes after the size of the dictionary: unknown, or less than 2^40.
      let length = bytes.dropFirst(5).prefix(8)
      return length.count == 8
        && (length.allSatisfy { $0 == 0xFF } || length.suffix(3).allSatisfy { $0 == 0 })
        ? .lzma : nil
    }
    if bytes.starts(with: "BZh".utf8) {
      // After the block size, the first digits of pi begin a block, those of its square root an empty file.
      let rest = bytes.dropFirst(4)
      let isBlock = rest.starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] as [UInt8])
      let isEmpty = rest.starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90] as [UInt8])
      return isBlock || isEmpty ? .bzip2 : nil
    }
    let isText = !bytes.contains { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    if isText { return nil }
    if bytes.starts(with: "PAR1".utf8) || bytes.starts(with: "PARE".utf8) { return .parquet }
    return bytes.starts(with: "ORC".utf8) ? .orc : nil
  }
}
