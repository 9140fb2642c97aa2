import JSONLines
import Testing

/// Every kind of fault, at its first byte and with its length.
@Suite struct JSONReaderFaultTests {
  typealias Kind = JSONFault.Kind

  private func expect(
    _ kind: Kind, _ marked: [String], length: Int = 1, _ location: SourceLocation = #_sourceLocation
  ) {
    for marked in marked {
      let line = MarkedLine(marked)
      let found = fault(in: line.bytes).map(ExpectedFault.init)
      let expected = ExpectedFault(kind, at: line.offset, length: length)
      #expect(found == expected, "\(marked)", sourceLocation: location)
    }
  }

  @Test func missingValues() {
    expect(.unexpected(.value), ["↓", " \t↓", #"{"a":↓"#, #"{"a":↓}"#, #"{"a": ↓:1}"#, #"[1,↓,2]"#, "[1, ↓"])
    expect(.unexpected(.value), ["↓tru", "↓nul", "↓fals", "↓True1", "↓TRUE", "↓]", "↓}", "↓\u{7F}", "↓\0"])
    expect(.unexpected(.value), [#"{"a":↓\"b"}"#, "[1,↓+1]", "[1,↓.5]", "↓nUll", "↓NaNs", "↓undefine"])
    expect(.unexpected(.valueOrArrayEnd), ["[↓", "[ ↓,1]", "[[↓}", "[↓:", "[\t\r ↓nil]", #"{"a":[↓"#])
  }

  @Test func missingKeys() {
    expect(.unexpected(.keyOrObjectEnd), ["{↓", "{ ↓1:2}", "{↓,", "{↓]", "{↓{}", #"{"a":{↓"#, "{↓-"])
    expect(.unexpected(.key), [#"{"a":1,↓"#, #"{"a":1, ↓1:2}"#, #"{"a":1,↓,"#, #"{"a":1,↓]"#, #"{"a":1,↓["#])
  }

  @Test func missingSeparators() {
    expect(
      .unexpected(.colon), [#"{"a"↓"#, #"{"a"↓}"#, #"{"a" ↓1}"#, #"{"a"↓,1}"#, #"{"a"↓"b"}"#, #"{"a"↓=1}"#])
    expect(.unexpected(.commaOrObjectEnd), [#"{"a":1↓"#, #"{"a":1 ↓"b":2}"#, #"{"a":1↓]"#, #"{"a":"b"↓c"}"#])
    expect(.unexpected(.commaOrObjectEnd), [#"{"a":1↓:2}"#, #"{"a":{}↓{}"#])
    expect(
      .unexpected(.commaOrArrayEnd), ["[1↓", "[1 ↓2]", "[1↓}", "[1.5↓.5]", "[true↓x]", "[1↓:", "[-1↓-1]"])
  }

  @Test func whatFollowsTheValue() {
    expect(
      .unexpected(.lineEnd), ["{}↓}", "{}↓]", "{} ↓x", "{}↓:", "{}↓,{}", "[]↓, 1", "{}↓\0", "null↓null"])
    expect(.severalValues, ["{}↓{}", "{} ↓[]", "1 ↓2", #"""↓"""#, "true ↓-", "{}\r↓{}", "[]↓0"])
  }

  @Test func cutAndBrokenStrings() {
    expect(
      .unexpected(.closingQuote), [#""↓"#, #""abc↓"#, #"{"a":"b↓"#, #"{"abc↓"#, "\"é↓", #""\\↓"#, #""\"↓"#])
    expect(.unexpected(.escape), [#""\↓"#, #"{"a\↓"#, "[\"aé\\↓"])
    expect(
      .unexpected(.escape), [#""a↓\x""#, #""↓\U0041""#, #"{"↓\'":1}"#, #""↓\0""#, "\"↓\\\t\"", #""\\↓\ ""#],
      length: 2)
    expect(.unexpected(.escape), [#""↓\é""#], length: 3)
    expect(
      .unexpected(.hexadecimalDigits), [#""↓\u""#, #""↓\u12g4""#, #""a↓\u 123""#, #""↓\u+123""#], length: 2)
    expect(
      .unexpected(.hexadecimalDigits), [#""↓\u"#, #""↓\u123"#, #""\uD83D↓\uDE0""#, #""\uD83D↓\u"#], length: 2)
    expect(.controlCharacter, ["\"↓\0\"", "\"a↓\t\"", "\"↓\u{1F}\"", "{\"a↓\r\":1}", "\"é↓\u{8}\"", "\"↓\t"])
  }

  /// The carriage return of a CR LF is no part of the text.
  @Test func endOfTheLineBeforeACarriageReturn() {
    expect(.unexpected(.closingQuote), ["\"abc↓\r", "{\"a\":\"↓\r"])
    expect(.unexpected(.escape), ["\"abc\\↓\r"])
    expect(.unexpected(.commaOrObjectEnd), ["{\"a\":1↓\r", "{\"a\":1 ↓\r"])
    expect(.unexpected(.valueOrArrayEnd), ["[↓\r"])
    expect(.trailingComma, ["{}↓,\r", "[1↓,]\r"])
    expect(.controlCharacter, ["\"↓\r\r", "\"↓\r\""])
  }

  @Test func commasWithNothingBehind() {
    expect(.trailingComma, ["[1↓,]", "[1↓, ]", "[1 ↓,\t\r]", "[[]↓,]", #"{"a":1↓,}"#, #"{"a":1 ↓, }"#])
    expect(.trailingComma, ["{}↓,", "{} ↓, \t", #"{"a":[1↓,],}"#, #"{"a":[1,2],"b":"x,y"↓,}"#])
  }

  @Test func otherLanguages() {
    expect(.dialect(.pythonLiteral), ["↓True", "[↓None]", "[1,↓None ,"], length: 4)
    expect(.dialect(.pythonLiteral), [#"{"a":↓False}"#], length: 5)
    expect(.dialect(.undefined), [#"{"a":↓undefined}"#], length: 9)
    expect(.dialect(.singleQuotes), ["↓'a'", "{↓'a':1}", #"{"a":1,↓'b':2}"#, "[↓'"])
    expect(.dialect(.unquotedKey), ["{↓abc:1}", #"{"a":1, ↓b_1:2}"#, "{↓$a$", "{↓_ab "], length: 3)
    expect(.dialect(.comment), ["↓// x", "{}↓//", "[1 ↓/* 2 */]", "{↓/*", #"{"a"↓//"#], length: 2)
    expect(.dialect(.comment), ["↓# x", "{} ↓#", "[↓#"])
  }

  @Test func numbersThatAreNone() {
    expect(.nonFiniteNumber, ["↓NaN", "[↓nan]", #"{"a":↓inf}"#], length: 3)
    expect(.nonFiniteNumber, ["↓-NaN", "[↓-inf]", "[1,↓-nan,"], length: 4)
    expect(.nonFiniteNumber, ["↓Infinity"], length: 8)
    expect(.nonFiniteNumber, ["[↓-Infinity]"], length: 9)
  }

  @Test func surrogatesWithoutTheirOtherHalf() {
    let lines = [
      #""↓\uD800""#, #""↓\udfff""#, #""↓\uDC00\uD800""#, #""↓\uD83D\uD83D\uDE00""#, #""↓\uD83D\n""#,
      #""↓\uD83Dx""#, #""↓\uD83D"#, #""↓\uD83D\"#, #""↓\uD83D \uDE00""#, #""↓\uD83D\u0041""#,
      #"{"↓\uD83D":1}"#, #"{"a":{"\uD83D\uDE00↓\uDE00":1}}"#, #""a long text before the fault ↓\uDBFF""#,
    ]
    expect(.loneSurrogate, lines, length: 6)
  }

  @Test func byteOrderMarks() {
    expect(
      .byteOrderMark, ["↓\u{FEFF}{}", " ↓\u{FEFF}{}", "↓\u{FEFF}", "[↓\u{FEFF}1]", "{}↓\u{FEFF}"], length: 3)
  }

  @Test func keysGivenTwice() {
    expect(
      .duplicateKey, [#"{"a":1,↓"a":2}"#, #"{"b":{"a":1,"b":2, ↓"a"  :3}}"#, #"[{"a":1},{"a":1,↓"a":x}]"#],
      length: 3)
    expect(.duplicateKey, [#"{"a":1,↓"\u0061":2}"#], length: 8)
    expect(.duplicateKey, [#"{"":1,↓"":2}"#], length: 2)
  }

  @Test func charactersOutsideOfStrings() {
    expect(.unexpected(.value), ["↓é"], length: 2)
    expect(.unexpected(.lineEnd), ["{}↓日"], length: 3)
    expect(.unexpected(.key), [#"{"a":1,↓😀"#], length: 4)
    expect(.unexpected(.colon), ["{\"a\"↓\u{A0}:1}"], length: 2)
    expect(.unexpected(.commaOrArrayEnd), ["[1↓\u{2028}]"], length: 3)
  }

  /// What is no UTF-8 is said to be so before anything else is said of it.
  @Test(arguments: [
    "", "\"", "\"a long text before what is no text: ", "{", "{\"a\":", "[1,", "{}", "[1", "{\"", "\"\\",
  ])
  func invalidUTF8(before: String) {
    let sequences: [([UInt8], length: Int)] = [
      ([0x80], 1), ([0xBF, 0x80], 1), ([0xC0, 0x80], 2), ([0xC1, 0xBF], 2), ([0xC3], 1), ([0xC3, 0x28], 1),
      ([0xE0, 0x9F, 0xBF], 3), ([0xE2, 0x82], 2), ([0xE2, 0x28, 0xA1], 1), ([0xED, 0xA0, 0x80], 3),
      ([0xF0, 0x8F, 0xBF, 0xBF], 4), ([0xF0, 0x9F, 0x98], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF5], 1),
      ([0xFF, 0xFE], 1), ([0xFE, 0x80, 0x80, 0x80, 0x80], 4),
    ]
    for (sequence, length) in sequences {
      for after in ["", "\"", " and more"] {
        let found = fault(in: before.utf8 + sequence + after.utf8).map(ExpectedFault.init)
        #expect(
          found == ExpectedFault(.invalidUTF8, at: before.utf8.count, length: length), "\(sequence) \(after)")
      }
    }
  }

  @Test func aFaultIsAtLeastOneByteLong() {
    #expect(JSONFault.notAnObject(.array, from: 3, to: 3).length == 1)
    #expect(JSONFault.notAnObject(.array, from: 3, to: 8) == .notAnObject(.array, from: 3, to: 8))
    #expect(JSONFault.notAnObject(.array, from: 3, to: 8).offset == 3)
    #expect(JSONFault.notAnObject(.array, from: 3, to: 8).length == 5)
  }
}
