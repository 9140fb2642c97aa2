/// What libcurl is told of one call.
struct CurlCall {
  /// How the request is made.
  enum Form {
    /// A body of so many bytes comes with it, perhaps none.
    case sending(Int64)
    /// It has no body.
    case asking
  }

  let method: String
  let url: String
  /// The lines of the header, without line breaks.
  var headers: [String]
  let form: Form
  /// Whether it has a connection of its own, which is closed afterwards.
  let isAlone: Bool
  /// Whether variables of the environment can name a proxy.
  let usesProxies: Bool
  /// The milliseconds for everything; nil for a lowest speed in place of a limit.
  let deadlineInMilliseconds: Int?
  let mostAnswerBytes: Int
  let settings: TransportSettings

  /// The call of a request to an address that it has.
  init(_ request: HTTPRequest, _ address: ServiceAddress, _ settings: TransportSettings) {
    (method, url) = (request.method.rawValue, request.url)
    // A header without a value is one that libcurl does not send.
    headers = ["Expect:", "Accept:"] + request.headers.map { "\($0.name): \($0.value)" }
    if !request.headers.contains(where: { $0.name.lowercased() == "user-agent" }) {
      headers.append("User-Agent: tunekit")
    }
    var deadline: Int? = request.deadlineInSeconds * 1000
    switch request.body {
    case .none: form = request.method == .get || request.method == .delete ? .asking : .sending(0)
    case .bytes(let bytes): form = .sending(Int64(bytes.count))
    case .source(_, let range):
      form = .sending(range.upperBound - range.lowerBound)
      deadline = nil
    }
    isAlone = request.connection == .fresh
    // What is not encrypted does not leave this machine, or goes to its host, by the direct way.
    usesProxies = address.isEncrypted && !address.isLoopback
    deadlineInMilliseconds = deadline
    mostAnswerBytes = request.mostAnswerBytes
    self.settings = settings
  }
}
