import ByteStreams
import Testing
import TestSupport

@Suite("ForeignContent")
struct ForeignContentTests {
  private let jsonl = sampleLines(5)

  /// The text in units of `width` bytes, as UTF-16 and UTF-32 have it.
  private func wide(_ text: String, width: Int, isBigEndian: Bool, byteOrderMark: Bool) -> [UInt8] {
    let units =
      width == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map { $0.value }
    return ((byteOrderMark ? [0xFEFF] : []) + units).flatMap { unit in
      let bytes = Gzip.littleEndian(UInt(unit), width)
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-16 and UTF-32, with a byte order mark and without", arguments: [false, true])
  func wideText(byteOrderMark: Bool) {
    let texts = [
      #"{"contents":[{"role":"user","parts":[{"text":"日本語 text"}]}]}"#, "{}", "\r\n{\"a\":1}", #"["日","本"]"#,
      "42",
    ]
    let layouts: [(Int, Bool, ForeignContent)] = [
      (2, false, .utf16LittleEndian), (2, true, .utf16BigEndian),
      (4, false, .utf32LittleEndian), (4, true, .utf32BigEndian),
    ]
    for text in texts {
      for (width, isBigEndian, content) in layouts {
        let bytes = wide(text, width: width, isBigEndian: isBigEndian, byteOrderMark: byteOrderMark)
        #expect(ForeignContent.recognize(bytes) == content, "\(text)")
      }
    }
  }

  @Test("UTF-16 that is not ASCII, by its mark")
  func wideTextByMark() {
    let little = wide("日本語", width: 2, isBigEndian: false, byteOrderMark: true)
    #expect(ForeignContent.recognize(little) == .utf16LittleEndian)
    let big = wide("日本語", width: 2, isBigEndian: true, byteOrderMark: true)
    #expect(ForeignContent.recognize(big) == .utf16BigEndian)
  }

  @Test("formats by their first bytes")
  func signatures() {
    let rest: [UInt8] = [0, 1, 2, 0xFF, 0]
    let tarHeader = Array("training.jsonl".utf8) + [UInt8](repeating: 0, count: 257 - 14)
    let marks: [(ForeignContent, [[UInt8]])] = [
      (.zip, ["PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{7}\u{8}"].map { Array($0.utf8) }),
      (.tar, [tarHeader + Array("ustar\0".utf8), tarHeader + Array("ustar  \0".utf8)]),
      (.sevenZip, [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]),
      (.rar, [Array("Rar!\u{1A}\u{7}\u{1}".utf8)]),
      (.gzip, [[0x1F, 0x8B, 8]]),
      (
        .lzma,
        [
          [0x5D, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8),
          [0x5D, 0, 0, 0x80, 0, 0x10, 0x27, 0, 0, 0, 0, 0, 0],
        ]
      ),
      (.lzip, [Array("LZIP\u{1}".utf8)]),
      (.compress, [[0x1F, 0x9D, 0x90]]),
      (.snappy, [[0xFF, 6, 0, 0] + Array("sNaPpY".utf8)]),
      (.bzip2, [Array("BZh91AY&SY".utf8), Array("BZh9".utf8) + [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]]),
      (.xz, [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]]),
      (.zstandard, [[0x28, 0xB5, 0x2F, 0xFD], [0x50, 0x2A, 0x4D, 0x18], [0x5F, 0x2A, 0x4D, 0x18]]),
      (.lz4, [[0x04, 0x22, 0x4D, 0x18], [0x02, 0x21, 0x4C, 0x18]]),
      (.parquet, [Array("PAR1\u{15}".utf8), Array("PARE".utf8)]),
      (.arrow, [Array("ARROW1\0\0".utf8), [0xFF, 0xFF, 0xFF, 0xFF, 0x90, 1, 0, 0]]),
      (.avro, [Array("Obj\u{1}".utf8)]),
      (.orc, [Array("ORC\u{A}\u{3}".utf8)]),
      (.sqlite, [Array("SQLite format 3\0".utf8)]),
      (.numPy, [[0x93] + Array("NUMPY\u{1}".utf8)]),
      (.pickle, [[0x80, 2], [0x80, 3], [0x80, 4, 0x95], [0x80, 5]]),
      (.png, [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]]),
      (.jpeg, [[0xFF, 0xD8, 0xFF, 0xE0]]),
      (.elf, [[0x7F, 0x45, 0x4C, 0x46]]),
      (.pdf, [Array("%PDF-1.7\n".utf8)]),
    ]
    for (content, marks) in marks {
      for mark in marks { #expect(ForeignContent.recognize(mark + rest) == content, "\(mark)") }
    }
  }

  @Test("HTML and XML, behind white space and a byte order mark, in any case")
  func markup() {
    for text in ["<!doctype html>", "<!DOCTYPE HTML PUBLIC", "<html lang=\"en\">", "<HTML>"] {
      for before in ["", "\n\n  ", "\u{FEFF}", "\u{FEFF}\r\n"] {
        #expect(ForeignContent.recognize(Array((before + text).utf8)) == .html)
      }
    }
    let error = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code></Error>"
    #expect(ForeignContent.recognize(Array(error.utf8)) == .xml)
    for text in ["<!doctype", "<", "<htm", "htm<html>", "<b>{}</b>"] {
      #expect(ForeignContent.recognize(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("tables by their first rows")
  func tables() {
    let tables: [(ForeignContent, [String])] = [
      (
        .commaSeparated,
        [
          "a,b\n1,2\n", "a,b\n1,2", "prompt,completion\r\nHi,Hello\r\n", "prompt,completion\rHi,Hello\r",
          "\u{FEFF}prompt,completion\nHi,Hello\n", "\n\nprompt,completion\nHi,Hello\n",
          "\"prompt\",\"completion\"\n\"Hi, \"\"you\"\"\n{\",\"Hello\"\n", ",question,answer\n0,Hi,Hello\n",
          "prompt,completion\nHi, there,Hello, you\n", "user question,model answer\nHi,Hello\n",
          "prompt,completion\n\"" + String(repeating: "long ", count: 2000),
          "id,line\n1,\"{\"\"contents\"\":[]}\"\n", "Frage,Antwort\nGrün?,Ja.\n\n\nBlau?,Nein.\n",
          "no names,here\nin,these\n",
        ]
      ),
      (.semicolonSeparated, ["prompt;completion\nHi, you;Hello\n"]),
      (.tabSeparated, ["prompt\tcompletion\nHi, you\tHello; there\n", "a\tb,c\n\"Oh\" he said\tx\n"]),
    ]
    for (content, texts) in tables {
      for text in texts {
        #expect(ForeignContent.recognize(Array(text.utf8)) == content, "\(text.debugDescription)")
      }
    }
  }

  @Test("no file with a line of JSON among the first is a table, nor is prose")
  func noTables() {
    let good = String(decoding: jsonl, as: UTF8.self)
    let texts = [
      "a,b\n" + good, "a,b\n1,2\n" + good, "a\tb\n" + good, "a;b\n [1]\n", "a,b", "a,b\n\n",
      "prompt\nHi, you\n",
      "Hello, world\nHi, there\n", "1,2\n3,4\n",
      "2026-11-22 10:00:01,123 INFO\n2026-11-22 10:00:01,124 INFO\n",
      "no names,here\njust,a,text\n", "\"a\",\"b\"\n{}\n", "\"a\"\n\"b\"\n", "a,b\n\u{1},2\n", "1,{}\n2,{}\n",
      "- a: b\n- c: d, e\n",
    ]
    for text in texts {
      #expect(ForeignContent.recognize(Array(text.utf8)) == nil, "\(text.debugDescription)")
    }
  }

  // The writers themselves know best how their files begin.
  @Test("what real tools write", .enabled(if: Tool.has("python3") && Tool.has("gzip") && Tool.has("tar")))
  func realTools() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(jsonl, as: "a")
    let script = """
      import bz2, csv, lzma, pickle, sqlite3, zipfile
      text = open('a', 'rb').read()
      bz2.open('bzip2', 'w').write(text); bz2.open('empty', 'w').write(b'')
      lzma.open('xz', 'w').write(text)
      lzma.open('lzma', 'w', format=lzma.FORMAT_ALONE).write(text)
      for name, dialect in (('csv', 'excel'), ('tsv', 'excel-tab'), ('unix', 'unix')):
          rows = [('prompt', 'completion'), ('Hi, "you"\\n{', 'Hello'), ('Bye', text.decode()[:200])]
          csv.writer(open(name, 'w', newline=''), dialect).writerows(rows)
      zipfile.ZipFile('zip', 'w').writestr('a', text); zipfile.ZipFile('nozip', 'w')
      database = sqlite3.connect('sqlite'); database.execute('create table t (a)'); database.commit()
      for protocol in range(2, 6): pickle.dump([{'text': 'a'}], open('pickle%d' % protocol, 'wb'), protocol)
      open('utf16', 'w', encoding='utf-16').write(text.decode()); open('utf32', 'w', encoding='utf-32').write('{}')
      """
    _ = try folder.write(Array(script.utf8), as: "write.py")
    try Tool.run("cd \(folder.path) && python3 write.py && tar cf tar a && gzip -c a > gzip")
    let written: [(String, ForeignContent)] = [
      ("bzip2", .bzip2), ("empty", .bzip2), ("xz", .xz), ("lzma", .lzma), ("csv", .commaSeparated),
      ("tsv", .tabSeparated),
      ("unix", .commaSeparated), ("zip", .zip), ("nozip", .zip), ("sqlite", .sqlite),
      ("pickle2", .pickle), ("pickle3", .pickle), ("pickle4", .pickle), ("pickle5", .pickle), ("tar", .tar),
      ("gzip", .gzip), ("utf16", .utf16LittleEndian), ("utf32", .utf32LittleEndian),
    ]
    for (name, content) in written {
      #expect(ForeignContent.recognize(try folder.read(name)) == content, "\(name)")
    }
    #expect(ForeignContent.recognize(jsonl) == nil)
  }

  @Test("other bytes with NULs among them are binary data")
  func binary() {
    let cases: [[UInt8]] = [
      [0], [0, 0, 0], [0x20, 0, 0x61], Array("hello\0world".utf8), [1, 0], [0xFF, 0],
      [0, 0, 0, 0x20] + Array("ftypisom".utf8), [UInt8](repeating: 0, count: 10_000) + jsonl,
    ]
    for bytes in cases { #expect(ForeignContent.recognize(bytes) == .binary, "\(bytes.prefix(20))") }
  }

  @Test("no JSON and no UTF-8 text is foreign, however short it is cut")
  func text() {
    let texts = [
      "", "{", "[", "\"", "{}", "[]", "\"a\"", "1", "-1.5e3", "true", "null", " \n\t{}", "not json", "PK",
      "PAR1 is",
      "PARE1", "ORC, elf and human", "BZh", "BZh9 and more", "ARROW1", "ARROW1 flies", "Obj",
      "SQLite format 3",
      "%PDF", "7z", "ustar", "version https://git-lfs.github.com/spec/v1\n", "日本語", "é", "\u{1F600}",
      "\u{7F}",
      "#!/bin/sh\n", "a,b\n", "\u{1B}[0m{}", String(decoding: jsonl, as: UTF8.self),
    ]
    for text in texts {
      for bytes in [Array(text.utf8), Array("\u{FEFF}\(text)".utf8)] {
        for length in 0...min(bytes.count, 200) {
          #expect(ForeignContent.recognize(Array(bytes.prefix(length))) == nil, "\(text) cut to \(length)")
        }
      }
    }
  }

  @Test("random UTF-8 text is never foreign")
  func randomText() {
    var generator = SplitMix64(seed: 7)
    let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0xA0...0x7FF, 0x3000...0xD7FF, 0x1F300...0x1FAFF]
    for _ in 0..<20_000 {
      let scalars = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        let range = ranges[Int.random(in: ranges.indices, using: &generator)]
        return Unicode.Scalar(UInt32.random(in: range, using: &generator))
      }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      #expect(ForeignContent.recognize(bytes) == nil, "\(bytes)")
    }
  }

  @Test("stray NULs do not make JSON Lines foreign, before them, in them or behind them")
  func strayZeros() {
    for place in 0...60 {
      for count in 1...3 {
        var bytes = jsonl
        bytes.insert(contentsOf: [UInt8](repeating: 0, count: count), at: place)
        #expect(ForeignContent.recognize(bytes) == nil, "\(count) NULs before byte \(place)")
      }
    }
    // As in UTF-16, but only as far as two characters go; and UTF-16 inside a string.
    #expect(ForeignContent.recognize([0x7B, 0, 0x22, 0] + jsonl.dropFirst(2)) == nil)
    let inside = wide("all of the text", width: 2, isBigEndian: false, byteOrderMark: false)
    #expect(ForeignContent.recognize(Array("[\"".utf8) + inside + Array("\"]".utf8)) == nil)
    var generator = SplitMix64(seed: 9)
    for _ in 0..<5000 {
      var bytes = Array(jsonl.prefix(200))
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 2..<bytes.count, using: &generator)] = 0
      }
      #expect(ForeignContent.recognize(bytes) == nil)
    }
  }

  @Test("invalid UTF-8 in JSON Lines, and text in Latin-1, are for other rules")
  func invalidText() {
    #expect(ForeignContent.recognize(Array(#"{"a":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)) == nil)
    #expect(ForeignContent.recognize([0xE9, 0x74, 0xE9]) == nil)
  }

  @Test("looks at the first bytes only")
  func limit() {
    let text = [UInt8](repeating: 0x61, count: ForeignContent.bytesExamined)
    #expect(ForeignContent.recognize(text + [0]) == nil)
    #expect(ForeignContent.recognize(text.dropLast() + [0]) == .binary)
  }

  @Test("every name is different and reads as a noun")
  func names() {
    let names = ForeignContent.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(ForeignContent.utf16LittleEndian.name == "UTF-16 text (little-endian)")
    #expect(ForeignContent.parquet.name == "a Parquet file")
    for name in names + ForeignContent.allCases.map(\.remedy) {
      #expect(!name.isEmpty && !name.hasSuffix(".") && !name.contains("\n"))
    }
    #expect(ForeignContent.xz.remedy.hasPrefix("decompress the file, such as with 'unxz'"))
  }

  @Test("Git LFS pointers")
  func gitLFSPointers() {
    let first = "version https://git-lfs.github.com/spec/v1"
    for text in [first, first + "\n", first + "\r\n", first + "\noid sha256:4d7a\nsize 12345\n"] {
      #expect(ForeignContent.isGitLFSPointer(Array(text.utf8)))
    }
    for text in ["", "version", " " + first, first + "0\n", "{\"a\":\"\(first)\"}", String(first.dropLast())]
    {
      #expect(!ForeignContent.isGitLFSPointer(Array(text.utf8)))
    }
  }
}
