/// One call of a service over HTTP.
public struct HTTPRequest: Sendable {
  /// The method.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  /// What is sent.
  public enum Body: Sendable {
    /// Nothing; a POST or PUT has the length 0.
    case none
    /// These bytes.
    case bytes([UInt8])
    /// Bytes of a source, by their places in it. They are read while they are sent.
    case source(any BodySource, Range<Int64>)
  }

  /// Which connection is used.
  public enum Connection: Sendable {
    /// One that is open already, if there is one. A request that may arrive twice without harm.
    case reused
    /// A new one, which is closed afterwards, so that nothing below sends the request a second time.
    case fresh
  }

  /// What is asked for.
  public var method: Method
  /// The address, `https` unless the host is this machine.
  public var url: String
  /// The headers, in order, without that of the token. Names and values have no line breaks.
  public var headers: [(name: String, value: String)] = []
  /// What is sent with it.
  public var body = Body.none
  /// Which connection it is sent on.
  public var connection = Connection.reused
  /// The time for everything, in seconds; a body of a source has no limit, but a lowest speed.
  public var deadlineInSeconds = 60
  /// The most bytes that the answer's body may have.
  public var mostAnswerBytes = 1 << 20

  /// Makes a request without headers and body.
  public init(_ method: Method, _ url: String) { (self.method, self.url) = (method, url) }
}
