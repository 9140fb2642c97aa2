import Diagnostics
import Testing

@testable import Reports

@Suite struct ExampleViewTests {
  private func text(_ example: RuleExample, columns: Int? = nil) -> String {
    ExampleView(example, columns: columns).rows.joined(separator: "\n")
  }

  @Test func caretsStandBeneathTheMarkedBytes() {
    #expect(
      text(.rejects("two", "{\"世\":↓1,\n\"b\":↓2,\"c\":↓世}\n{}")) == """
        {"世":1,
              ^
        "b":2,"c":世}
            ^     ^^
        {}
        """)
  }

  @Test func faultAtALineFeedStandsBehindItsLine() {
    #expect(text(.rejects("cut", "{\"a\":↓\n{}\n")) == "{\"a\":\n     ^\n{}")
    #expect(text(.rejects("cut", "{\"a\":↓")) == "{\"a\":\n     ^")
    #expect(text(.rejects("no line after", "{}\n↓")) == "{}\n\n^")
  }

  @Test func signsThatCannotBeSeenAreShown() {
    #expect(text(.rejects("tab", "{\"a\":\"↓\t\"}\r\n")) == "{\"a\":\"␉\"}␍\n      ^")
    let bytes = [UInt8](#"{"a":""#.utf8) + [0xC3] + [UInt8](#""}"#.utf8)
    #expect(text(.rejects("byte", bytes: bytes, at: [6])) == "{\"a\":\"<C3>\"}\n      ^^^^")
  }

  @Test func acceptedExampleHasNoCarets() {
    let view = ExampleView(.accepts("good", "{}\n"), columns: nil)
    #expect(view.title == "Accepted: good")
    #expect(view.rows == ["{}"])
    #expect(view.isText)
    #expect(view.notes.isEmpty)
  }

  @Test func longLineIsWrappedWithItsCarets() {
    #expect(
      text(.rejects("wrap", "abcdefghij↓klmnopqrstuvwxyz世↓!\n{}"), columns: 12) == """
        abcdefghijkl
                  ^
            mnopqrst
            uvwxyz世
            !
            ^
        {}
        """)
    #expect(text(.rejects("end", "abcdefghijkl↓"), columns: 12) == "abcdefghijkl\n            ^")
    #expect(text(.rejects("end", "abcdefghijklm↓"), columns: 12) == "abcdefghijkl\n    m\n     ^")
    #expect(text(.accepts("wide", "\u{202E}\u{202E}a"), columns: 9) == "<U+202E>\n    <U+202E>\n    a")
  }

  @Test func wrappedLineBreaksBehindACommaInItsSecondHalf() {
    #expect(text(.accepts("comma", "a,bcdef,ghijklmnop"), columns: 12) == "a,bcdef,\n    ghijklmn\n    op")
    #expect(text(.accepts("at the end", "abcdefghijk,lm"), columns: 12) == "abcdefghijk,\n    lm")
    #expect(text(.accepts("too early", "abcde,fghijklm"), columns: 12) == "abcde,fghijk\n    lm")
  }

  @Test func veryLongLineIsCutAroundItsFault() {
    let long = String(repeating: "a", count: 300)
    #expect(
      text(.rejects("long", "\(long)↓!\(long)"), columns: 20) == """
        …aaaaaaaa!aaaaaaaaa…
                 ^
        """)
    #expect(text(.accepts("long", long), columns: 20) == "\(String(repeating: "a", count: 18))…")
    #expect(text(.accepts("not cut", long)) == long)
    #expect(text(.accepts("cut", long + long)).count == 159)
  }

  @Test func middleOfManyLinesIsLeftOut() {
    let lines = (1...20).map { $0 == 12 ? "{↓\($0)}" : "{\($0)}" }.joined(separator: "\n")
    #expect(
      text(.rejects("many", lines)) == """
        {1}
        {2}
        {3}
        {4}
        … 7 lines …
        {12}
         ^
        … 7 lines …
        {20}
        """)
    let eight = (1...8).map { "{\($0)}" }.joined(separator: "\n")
    #expect(text(.accepts("eight", eight)) == eight)
  }

  @Test func bytesThatAreNoTextAreNumbers() {
    let gzip = [0x1F, 0x8B, 0x08] + [UInt8](repeating: 0, count: 57)
    let view = ExampleView(.rejects("gzip", bytes: gzip, at: [1043]), columns: nil)
    #expect(
      view.rows == [
        "1F 8B 08 00 00 00 00 00 00 00 00 00 00 00 00 00", "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
        "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "… 60 bytes in all",
      ])
    #expect(!view.isText)
    #expect(view.notes == ["found at byte offset 1,043 of the uncompressed data"])
    let image = RuleExample.rejects("image", bytes: [0x89, 0xFF, 0x00], at: [0, 2])
    #expect(ExampleView(image, columns: nil).notes == ["found at byte offset 0 and 2"])
    #expect(text(.accepts("short", bytes: [0x00, 0xFF, 0x10])) == "00 FF 10")
  }

  @Test func nothingIsSaidToBeNothing() {
    #expect(text(.rejects("empty", "")) == "(no bytes)")
  }

  @Test func notesSayWhatTheExampleNeeds() {
    let example = RuleExample.rejects(
      "many", "↓{}", as: .warning, repeated: 1200, alongside: ["TK401", "TK402"], besideTraining: 100,
      with: [
        .maximumLineBytes(100), .maximumFileBytes(warning: 1000, error: 2000),
        .maximumExamples(text: 10, multimodal: 5), .fileName("a.txt"), .model("gemini-2.5-pro"),
        .maximumMediaFiles(1), .maximumMediaMegabytes(2), .textOnly,
      ])
    #expect(
      ExampleView(example, columns: nil).notes == [
        "as a warning", "repeated 1,200 times", "as the validation dataset for 100 training examples",
        "lines of at most 100 bytes", "files of at most 2,000 bytes, a warning from 1,000",
        "at most 10 examples, 5 with media", "in a file named a.txt", "for gemini-2.5-pro",
        "at most 1 media file of each kind", "media files of at most 2 MB",
        "for a model that cannot be tuned on media",
        "TK401 and TK402 found too",
      ])
    #expect(ExampleView(.rejects("e", "↓{}", as: .error), columns: nil).notes == ["as an error"])
    let job = RuleExample.accepts(
      "a job", "{}",
      with: [
        .today("2026-11-22"), .project("my-project"), .location("us-central1"), .modelDescription("{}"),
        .mediaInDatasets, .sameDatasets,
      ])
    #expect(
      ExampleView(job, columns: nil).notes == [
        "on 2026-11-22", "with the project my-project", "with the location us-central1",
        "with the model description {}", "with media in the datasets",
        "with the same bytes in both datasets",
      ])
  }
}
