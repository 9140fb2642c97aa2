/// A value of a job file, and where it is there.
public struct Placed<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it is in the file, in bytes from 0.
  public let range: Range<Int>

  /// Names the place of a value.
  public init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// Another value at the same place.
  func map<Other: Sendable>(_ transform: (Value) -> Other) -> Placed<Other> {
    Placed<Other>(transform(value), at: range)
  }
}
