/// What a file begins with so that threads share the input behind it: one of them alone reads the first few thousand bytes.
enum Beginning {
  /// A line that is a good example.
  static let line: [UInt8] = {
    let text = String(repeating: "a", count: 4096)
    let turns = #"{"role":"user","parts":[{"text":"\#(text)"}]},{"role":"model","parts":[{"text":"b"}]}"#
    return Array("{\"contents\":[\(turns)]}\n".utf8)
  }()

  /// The same as a member of gzip data.
  static let member = GzipRecipe.member(line)
}
