/// Why settings cannot be used, in one line that says what to do.
public struct SettingsFault: Error, Equatable, Sendable {
  /// The line.
  public let message: String

  /// Describes a fault.
  public init(_ message: String) { self.message = message }
}
