import Diagnostics
import Testing
import TestSupport
import TuningDatasets

/// A line is found by its number, however the file is stored and whatever its lines hold.
@Suite struct DatasetLineTests {
  @Test("every line of files that are hard to read, plain and compressed", arguments: 1...12)
  func everyLine(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bytes = NastyFile.bytes(&generator)
    let folder = try TemporaryFolder()
    let paths = [
      try folder.write(bytes, as: "a.jsonl"), try folder.write(ExampleData.gzip(bytes), as: "a.jsonl.gz"),
    ]
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var limits = Limits()
    limits.blockBytes = generator.pick([7, 100, 1 << 20])
    for path in paths {
      for (index, line) in lines.enumerated() {
        let found = try DatasetLine(index + 1, of: path, limits: limits)
        #expect(
          found.bytes == Array(line) && found.byteOffset == line.startIndex && found.number == index + 1)
      }
      #expect(throws: DatasetLine.Absence.noSuchLine(lines: lines.count)) {
        _ = try DatasetLine(lines.count + 1, of: path, limits: limits)
      }
    }
  }

  @Test("columns count scalars, and bytes that are no UTF-8 one by one")
  func columns() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("aé😀".utf8) + [0xFF, 0xFE, 0x62, 0x0A], as: "a.jsonl")
    let line = try DatasetLine(1, of: path)
    let offsets = (0...8).map { line.location(ofColumn: $0)?.byteOffsetInLine }
    #expect(offsets == [nil, 0, 1, 3, 7, 8, 9, 10, nil])
  }

  @Test("a line over the limit, and one that damaged data cut")
  func lost() throws {
    let folder = try TemporaryFolder()
    let bytes = Array((NastyFile.good + "\n" + NastyFile.good + "\n").utf8)
    var limits = Limits()
    limits.maximumLineBytes = 20
    let path = try folder.write(bytes, as: "a.jsonl")
    #expect(throws: DatasetLine.Absence.tooLong(lengthInBytes: bytes.count / 2 - 1, maximumLineBytes: 20)) {
      _ = try DatasetLine(2, of: path, limits: limits)
    }
    let cut = try folder.write(Array(ExampleData.gzip(bytes).dropLast(40)), as: "b.jsonl")
    #expect(try DatasetLine(1, of: cut).bytes == Array(NastyFile.good.utf8))
    #expect(throws: DatasetLine.Absence.damagedBefore(lines: 1)) { _ = try DatasetLine(2, of: cut) }
  }
}
