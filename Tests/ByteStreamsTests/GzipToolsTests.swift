import ByteStreams
import Testing
import TestSupport

/// What the tools of the trade write, as they write it.
@Suite("gzip tools")
struct GzipToolsTests {
  /// About 2 MB, so that tools that work in blocks make several.
  private static let plain = Array(repeatElement(sampleLines(3000), count: 4).joined())

  /// Lets the shell make `data.jsonl.gz` from `data.jsonl` and expects the latter back.
  private func expectRoundTrip(_ command: String, gives expected: [UInt8]? = nil) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.plain, as: "data.jsonl")
    try Tool.run("cd \(folder.path) && \(command)")
    let size = try folder.read("data.jsonl.gz").count
    #expect(try Nature(path: file + ".gz") == .file(isCompressed: true, sizeInBytes: size))
    let reading = try Reading(path: file + ".gz", bufferLength: 1 << 20)
    #expect(reading.bytes == expected ?? Self.plain)
    #expect(reading.fault == nil)
    #expect(reading.bytesConsumed == size)
  }

  // Every suite of gzip needs the tool; without it there is nothing to compare with.
  @Test("gzip", .enabled(if: Tool.has("gzip")), arguments: ["-1", "-6", "-9", "-n"])
  func gzip(option: String) throws {
    try expectRoundTrip("gzip -k \(option) data.jsonl")
  }

  @Test("gzip, files put together with cat", .enabled(if: Tool.has("gzip")))
  func concatenated() throws {
    try expectRoundTrip(
      "gzip -c data.jsonl > a && cat a a a > data.jsonl.gz", gives: Self.plain + Self.plain + Self.plain)
  }

  @Test("gzip, padded to whole blocks as tapes are", .enabled(if: Tool.has("gzip") && Tool.has("truncate")))
  func padded() throws {
    try expectRoundTrip("gzip -k data.jsonl && truncate -s %1M data.jsonl.gz")
  }

  // pigz is seldom installed; it is the tool whose data come in many independent blocks.
  @Test("pigz", .enabled(if: Tool.has("pigz")), arguments: ["-p 4", "-p 4 -i -b 128", "-9 -p 1"])
  func pigz(options: String) throws {
    try expectRoundTrip("pigz -k \(options) data.jsonl")
  }

  // Part of htslib; where it is missing, blocks made by hand stand for it in the tests of GzipReader.
  @Test("bgzip", .enabled(if: Tool.isFound("bgzip")))
  func bgzip() throws {
    try expectRoundTrip("bgzip -k data.jsonl")
  }

  // Python's module writes members of its own, with the file's name and time.
  @Test("Python's gzip module, appending", .enabled(if: Tool.has("python3")))
  func python() throws {
    let append = "import gzip; gzip.open('data.jsonl.gz', 'ab').write(open('data.jsonl', 'rb').read())"
    try expectRoundTrip(
      "python3 -c \"\(append)\" && python3 -c \"\(append)\"", gives: Self.plain + Self.plain)
  }
}
