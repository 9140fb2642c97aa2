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
      ("[{\"n\": 1\n2}]", "{\"n\": 1 2}\n"), ("{\"n\":\n-\n1}", "{\"n\":- 1}\n"),
      ("{\"a\":tru\n e,\n\"b\"\n:\n[\n\"c\"\n\"d\"\n]}", "{\"a\":tru e,\"b\":[\"c\" \"d\"]}\n"),
      ("[1\n2]", "1 2\n"), ("\u{FEFF}[{}]", "{}\n"), ("[\u{FEFF}{}]", "\u{FEFF}{}\n"),
      ("\u{FEFF}", ""), ("\u{FEC0}{}", "\u{FEC0}{}\n"),
    ])
  func values(text: String, lines: String) {
    for blockLength in [Int.max, 1, 2, 3, 7] {
      #expect(Self.arranged(text, blockLength: blockLength) == lines)
    }
  }

  @Test("what begins like a byte order mark stays, and a backslash before a line break is hopeless")
  func hopeless() {
    for length in 1...2 {
      var data = ArrangedData()
      let bytes = Array("\u{FEFF}".utf8.prefix(length))
      data.add(bytes.span)
      data.end()
      #expect(data.take() == bytes + [0x0A] && !data.hadByteOrderMark)
    }
    for (text, isHopeless) in [("{\"a\":\"b\\\nc\"}", true), ("{\"a\":\"b\\\\\nc\"}", false)] {
      var data = ArrangedData()
      data.add(Array(text.utf8).span)
      #expect(data.isHopeless == isHopeless)
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
    // Of what is no JSON, no other data are made.
    for bytes in [
      Array("[\(example.replacing("[{\"text\": \"Hi\"}]", with: "1\n2"))]".utf8),
      Array("[\(example.replacing("Hi", with: "H\\\ni"))]".utf8),
    ] {
      #expect(try FixedSample(bytes).after == bytes)
    }
    let marked = try FixedSample(Array("\u{FEFF}[\(example)]".utf8), running: "TK103")
    #expect(String(decoding: marked.after, as: UTF8.self) == "\(line)\n")
    #expect(marked.fixed == ["TK102": 1, "TK202": 1])
    let safely = Array("[\(example)]".utf8)
    #expect(try FixedSample(safely, unsafely: false).after == safely)
  }
}
