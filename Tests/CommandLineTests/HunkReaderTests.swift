import Testing

@testable import tunekit

@Suite struct HunkReaderTests {
  private static let text = """
    diff --git a/a.jsonl b/a.jsonl
    index 1..2 100644
    --- a/a.jsonl
    +++ b/a.jsonl
    @@ -0,0 +1,2 @@
    +@@ -1 +7 @@
    +{}
    @@ -3 +6 @@ {}
    -{}
    +{"a":1}
    @@ -9,2 +11,0 @@
    -@@ -1 +8 @@

    """

  @Test(arguments: [1, 2, 7, 1000]) func hunksAreRead(piece: Int) {
    var reader = HunkReader()
    let bytes = Array(Self.text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.read(bytes[start..<min(start + piece, bytes.count)])
    }
    #expect(reader.added == [1..<3, 6..<7])
  }

  @Test func veryLongLinesTakeNoMemory() {
    var reader = HunkReader()
    reader.read(Array(repeating: UInt8(ascii: "+"), count: 1_000_000)[...])
    reader.read(Array("\n@@ -1 +1,3 @@\n".utf8)[...])
    #expect(reader.added == [1..<4])
  }

  @Test func wordsAreQuotedForTheShell() {
    #expect(ChildProcess.quoted("a'b $c") == #"'a'\''b $c'"#)
  }
}
