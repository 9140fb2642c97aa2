/// What a service answered, complete.
public struct HTTPResponse: Sendable {
  /// The status, from 100 to 599.
  public var status: Int
  /// The headers, in order, their names in small letters.
  public var headers: [(name: String, value: String)]
  /// What comes after the headers, as it was sent.
  public var body: [UInt8]

  /// Makes an answer.
  public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  /// The value of the first header of this name, which is written in small letters; nil if there is none.
  public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
