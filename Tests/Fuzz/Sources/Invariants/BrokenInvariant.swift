/// Something that should hold for every input does not hold for this one.
public struct BrokenInvariant: Error, CustomStringConvertible {
  /// What does not hold.
  public let description: String

  init(_ description: String) { self.description = description }

  /// Throws unless a condition holds.
  static func unless(
    _ condition: Bool, _ description: @autoclosure () -> String
  ) throws(BrokenInvariant) {
    guard condition else { throw BrokenInvariant(description()) }
  }
}
