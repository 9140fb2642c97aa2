/// What libcurl takes and gives while a call is made: the request's body, and the answer as far as it has come.
struct CurlExchange {
  /// The most bytes of all headers together, and the most headers.
  static let (mostHeaderBytes, mostHeaders) = (1 << 16, 256)

  /// What is sent.
  let body: HTTPRequest.Body
  /// How much of it was given.
  var position: Int64 = 0
  /// The most bytes that the answer may have.
  let mostAnswerBytes: Int
  /// The answer's body.
  var answer: [UInt8] = []
  private(set) var headers: [(name: String, value: String)] = []
  private var headerBytes = 0
  /// Whether the headers have come: what follows the body is not one.
  private var hasHeaders = false
  /// Why the call was stopped from here; nil if it was not.
  var failure: TransportFailure.Kind?

  init(_ request: HTTPRequest) { (body, mostAnswerBytes) = (request.body, request.mostAnswerBytes) }

  /// Whether so many bytes more of the answer are taken.
  mutating func hasRoom(for count: Int) -> Bool {
    if answer.count + count > mostAnswerBytes { failure = .tooLong }
    return failure == nil
  }

  /// Takes a line of a header, such as `Content-Type: text/plain` and a line break.
  ///
  /// - Returns: whether the call goes on.
  mutating func take(header line: [UInt8]) -> Bool {
    headerBytes += line.count
    guard headerBytes <= Self.mostHeaderBytes, headers.count < Self.mostHeaders else {
      failure = .tooLong
      return false
    }
    let text = line.split(separator: 0x0A, maxSplits: 1).first?.filter { $0 != 0x0D } ?? []
    if text.starts(with: "HTTP/".utf8) {
      // An answer may be announced by others, such as 100 or 103.
      (headers, hasHeaders) = ([], false)
    } else if text.isEmpty {
      hasHeaders = true
    } else if !hasHeaders, let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
      let value = text[(colon + 1)...].drop(while: Self.isSpace)
      let end = value.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? value.startIndex
      headers.append((name, String(decoding: value[..<end], as: UTF8.self)))
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
