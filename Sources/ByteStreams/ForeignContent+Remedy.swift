extension ForeignContent {
  /// What to do with the file so that it becomes a dataset, as an instruction: "decompress the file, …".
  public var remedy: String {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian:
      "save the file as UTF-8, such as with 'iconv -f UTF-16 -t UTF-8'"
    case .utf32LittleEndian, .utf32BigEndian:
      "save the file as UTF-8, such as with 'iconv -f UTF-32 -t UTF-8'"
    case .html, .xml:
      "download the file again: a server sends such a page in place of a file that it does not give out"
    case .zip: "extract the file from the archive, such as with 'unzip', or save a workbook as JSON Lines"
    case .tar: "extract the file from the archive, such as with 'tar -xf'"
    case .sevenZip: "extract the file from the archive, such as with '7z x'"
    case .rar: "extract the file from the archive, such as with 'unrar x'"
    case .gzip: "decompress the file once more, such as with 'gunzip': it was compressed twice"
    case .bzip2: Self.decompress("bunzip2")
    case .xz: Self.decompress("unxz")
    case .lzma: Self.decompress("unlzma")
    case .lzip: Self.decompress("lzip -d")
    case .zstandard: Self.decompress("unzstd")
    case .lz4: Self.decompress("unlz4")
    case .compress: Self.decompress("uncompress")
    case .snappy: Self.decompress("snzip -d")
    case .commaSeparated, .semicolonSeparated, .tabSeparated:
      #"""
      write each row as a line such as {"contents": [{"role": "user", "parts": [{"text": "the prompt"}]}, \#
      {"role": "model", "parts": [{"text": "the answer"}]}]}
      """#
    case .parquet, .arrow, .avro, .orc, .sqlite, .numPy, .pickle:
      "export the data as JSON Lines, such as with to_json(orient='records', lines=True) of a pandas data frame"
    case .pdf, .png, .jpeg, .elf, .binary: "export the data as UTF-8 text with one JSON object per line"
    }
  }

  private static func decompress(_ command: String) -> String {
    "decompress the file, such as with '\(command)', and give the decompressed file"
  }
}
