import Diagnostics
import Testing

@testable import TuningDatasets

/// Examples that are not on lines of their own get them.
@Suite struct ArrangedDataTests {
  private static func arranged(_ text: String, blockLength: Int = .max) -> String {
    var data = ArrangedData()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      data.add(Array(rest.prefix(blockLength)).span)
      rest = rest.dropFirst(blockLength)
    }
    data.end()
    let lineFeeds = text.utf8.count { $0 == 0x0A }
    #expect(data.linesBefore == lineFeeds + (text.isEmpty || text.utf8.last == 0x0A ? 0 : 1))
    let bytes = data.take()
    #expect(data.linesAfter == bytes.count { $0 == 0x0A })
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "each value gets a line, however the data are cut",
    arguments: [
      ("[\n{\"a\": 1},\n{\"b\" : [2, 3]}\n]\n", "{\"a\": 1}\n{\"b\" : [2, 3]}\n"),
      ("[{\n  \"a\": \"x, ]}\\\"\\\\\"\n}, {}]", "{\"a\": \"x, ]}\\\"\\\\\"}\n{}\n"),
      (
        "{\n  \"a\": [\n    1,\n    2\n  ]\n}\n{\n\"b\": 1}{\"c\":2}\r\n",
        "{\"a\": [1,2]}\n{\"b\": 1}\n{\"c\":2}\n"
      ),
      ("[1, \"a\", null,]", "1\n\"a\"\nnull\n"), ("[]", ""), ("", ""), ("[\n]\n[{}]\n", "{}\n"),
      ("{\"a\":\"line\nbreak\"}", "{\"a\":\"line\\nbreak\"}\n"),
      ("{\"a\":1\r\n ,\t\"b\":2}", "{\"a\":1,\t\"b\":2}\n"),
    ])
  func values(text: String, lines: String) {
    for blockLength in [Int.max, 1, 2, 3, 7] {
      #expect(Self.arranged(text, blockLength: blockLength) == lines)
    }
  }

  @Test("a file is arranged anew only if all of its examples can be read then")
  func files() throws {
    let example =
      "{\"contents\": [\n{\"role\": \"user\", \"parts\": [{\"text\": \"Hi\"}]},\n  {\"role\": \"model\", \"parts\": [{\"text\": \"Hey\"}]}]}"
    let line = example.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    let other = example.replacing("Hi", with: "Bye").replacing("Hey\"", with: "Hey\",")
    let whole = try FixedSample(Array("[\(example),\n\(other)]".utf8), running: "TK103")
    let lines = "\(line)\n\(line.replacing("Hi", with: "Bye"))\n"
    #expect(String(decoding: whole.after, as: UTF8.self) == lines)
    #expect(whole.fixed == ["TK202": 1, "TK211": 1])
    let cut = Array("[\(example),\n\(example.dropLast(4))".utf8)
    #expect(try FixedSample(cut).after == cut)
    let safely = Array("[\(example)]".utf8)
    #expect(try FixedSample(safely, unsafely: false).after == safely)
  }
}
