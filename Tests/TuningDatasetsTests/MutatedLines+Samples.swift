extension MutatedLines {
  /// Bytes that JSON is built of.
  static let structure: [UInt8] =
    Array("{}[]\",:\\/-+.0eE19tfn '\t\r".utf8) + [0, 0x1F, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF]

  /// Pieces that JSON is built of, or that others take for it.
  static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", "\"", ",", ":", "{}", "[]", "\"\"", #""a":"#, #""text":"#, #""role":"user","#,
      "null", "true",
      "False", "NaN", "-Infinity", "1e309", "-0", "01", "1.", "1e5", "0e999", #"\u"#, #"\ud83d"#, #"\ude00"#,
      #"\u0000"#,
      #"\n"#, "\\", "//", "'", "\u{FEFF}", "\u{2028}", "é", "日本", "😀", "\t", "\r", " ", #"},{"#, #"]}]}"#,
    ].map { Array($0.utf8) } + [[0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]

  /// What may stand in a text, and does it no harm.
  static let insertions: [[UInt8]] = [
    "x", " é", "日本", "😀", #"\n"#, #"\""#, #"\u00e9"#, #"\ud83d\ude00"#, "{", "]", ",", "<", #"\/"#, "\u{7F}",
    "\u{FEFF}",
  ].map { Array($0.utf8) }

  /// The fields of messages, the one that they should have first.
  static let fields: [String: [String]] = [
    "example": [
      "contents", "systemInstruction", "tools", "toolConfig", "generationConfig", "labels", "cachedContent",
    ],
    "contents": ["parts", "role"], "systemInstruction": ["parts", "role"],
    "parts": [
      "text", "functionCall", "functionResponse", "fileData", "inlineData", "thought", "executableCode",
      "mediaResolution",
      "videoMetadata", "thoughtSignature",
    ],
    "functionCall": ["name", "args"], "functionResponse": ["name", "response", "scheduling"],
    "args": ["text", "name"],
    "response": ["text", "data"], "fileData": ["fileUri", "mimeType"], "inlineData": ["data", "mimeType"],
    "videoMetadata": ["fps", "startOffset"], "mediaResolution": ["level"],
    "tools": ["functionDeclarations", "googleSearch"],
    "functionDeclarations": ["name", "parameters", "description", "behavior"],
    "parameters": ["name", "description"],
    "toolConfig": ["functionCallingConfig"], "functionCallingConfig": ["mode", "allowedFunctionNames"],
    "generationConfig": ["temperature", "mediaResolution"], "labels": ["name", "data"],
  ]

  /// The fields that hold lists of messages.
  static let lists: Set<String> = ["contents", "parts", "tools", "functionDeclarations"]

  /// Names of other formats and methods, and of nothing at all.
  static let otherNames = [
    "messages", "prompt", "completion", "text", "chosen", "rejected", "content", "préférence", #"rol\u0065"#,
    "a/b~c", "", "rol",
  ]

  /// What fields that are strings hold.
  static let texts: [String: [String]] = [
    "role": [
      "user", "user", "model", "model", "model", "system", "assistant", "function", #"us\u0065r"#, "",
      "Model",
    ],
    "text": [
      "Hello!", "", " ", "\u{A0}", #"\n\t"#, "<start_of_turn>", #"\u003cend_of_turn>"#, "a < b", "\u{FFFD}",
      #"\ufffd"#, "\u{2028}",
      "Ã¤", "â€™", "N/A", "TODO", "日本語のテキスト",
      #"😀 and then a text longer than a vector, with \"quotes\", \\ and \u00e9"#,
    ],
    "name": ["find", "", "日本", #"a\/b"#], "mode": ["AUTO", "auto", "ANY"],
    "level": ["MEDIA_RESOLUTION_LOW", "LOW"],
    "behavior": ["BLOCKING", "blocking"], "scheduling": ["SILENT", "NOW"],
    "description": ["What it does", "<bos>"],
    "mimeType": ["image/png", ""], "fileUri": ["gs://bucket/a b.png", "<bos>"],
    "data": ["aGVsbG8=", "\u{FFFD}"],
    "thoughtSignature": ["abc"],
  ]

  /// Values of every kind.
  static let values = [
    "null", "null", "true", "false", "0", "-1.5e3", "12345678901234567890", #""text""#, #""""#, "[]", "{}",
    "[null]", "[[]]", #"[{}]"#,
    #"{"a":{"b":[1,"<bos>"]}}"#, #""MEDIA_RESOLUTION_LOW""#, #""12""#, #"["find"]"#, #"[{"text":"Hi"}]"#,
  ]

  private static func nested(_ depth: Int) -> String {
    #"{"a":"# + String(repeating: "[", count: depth - 1) + "1" + String(repeating: "]", count: depth - 1)
      + "}"
  }

  private static func turns(_ user: String, _ model: String) -> String {
    #"{"contents":[{"role":"user","parts":[{"text":"\#(user)"}]},{"role":"model","parts":[{"text":"\#(model)"}]}]}"#
  }

  private static func call(_ arguments: String) -> String {
    #"{"contents":[{"role":"user","parts":[{"text":"Book it"}]},{"role":"model","parts":[{"functionCall":{"name":"book","#
      + #""args":\#(arguments)}}]}]}"#
  }

  /// Lines that are good, and a few that are not, as they come from the field.
  static let sound: [[UInt8]] = [
    turns("What is the capital of Portugal?", "The capital of Portugal is Lisbon, on the river Tagus."),
    turns(
      "Where do we meet, and when?", #"In the \"Blue Room\" at 10:30.\nBring the papers \u2013 all of them."#),
    turns("東京の天気を教えてください 。", "本日の東京は晴れ、最高気温は 25 度の見込みです。☀️"),
    turns("Wie heißt das auf Französisch? 😀", "« Où est la bibliothèque ? » — voilà 👨‍👩‍👧"),
    turns("مرحبا كيف حالك", "Здравствуйте, всё хорошо, а у вас?"),
    turns(#"\ud83d\ude00 smile \uD834\uDD1E"#, #"back\\slash, \/ slash, tab\t and \u0000 too"#),
    #"{"systemInstruction":{"parts":[{"text":"Be brief and kind."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]}, {"role":"model","parts":[{"text":"Hello there"}]}]}"#,
    call(
      #"{"city":"Zürich","nights":3,"price":-12.50e1,"big":123456789012345678901234567890,"tags":["a b","\u00fc"],"ok":true,"none":null}"#
    ),
    call(
      #"{"matrix":[[1,0,0],[0,1.0,0],[0,0,1E+2]],"deep":{"a":{"b":{"c":[{"d":[]},{}]}}},"e":5e-324,"zero":-0.0}"#
    ),
    call(
      #"{"parameter_01":1,"parameter_02":2,"parameter_03":3,"parameter_04":4,"parameter_05":5,"parameter_06":6}"#
    ),
    call("{" + (0..<24).map { #""key \#($0)":\#($0)"# }.joined(separator: ",") + "}"),
    #" { "tools" : [ { "functionDeclarations" : [ { "name" : "book" , "parameters" : { "type" : "object" } } ] } ] , "contents" : [ ] } "#,
    #"{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/png","fileUri":"gs://bucket/a b.png"}},{"text":"What is this?"}]}]}"#,
    turns("A line that ends in a carriage return", "as files from other systems do") + "\r",
    nested(99), nested(100), nested(101), #"{"a b":"c d"}"#, "{}", #"{"":0}"#,
    #"{"n":[0,-0,1.5,1e308,0e9999,-1E-400]}"#,
    #"{"n":\#(String(repeating: "1234567890", count: 40)), "f":0.\#(String(repeating: "3", count: 250))}"#,
    // At fault from the first.
    call(#"{"city":"Bern","city":"Basel"}"#), call(#"{"a":1,"\u0061":2}"#), call(#"{"rate":NaN}"#),
    call(#"{"n":1e400}"#), call(#"{"n":17976931348623159e292}"#), turns("a lone \\ud83d one", "here"),
    "\u{FEFF}" + turns("A mark", "goes before"), "[1, 2]", #""text""#, "{} {}", #"{'a': True}"#,
    #"{"a":[1,2,]}"#,
  ].map { Array($0.utf8) }
}
