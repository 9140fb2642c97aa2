/// The bounds of tunekit's own work; what the service bounds is in the model catalogue.
public struct Limits: Sendable {
  /// The longest line that is read, in bytes.
  public var maximumLineBytes = 64 << 20
  /// How many bytes are read at a time.
  public var blockBytes = 1 << 20

  /// The most threads that work on a file at the same time, from 1 to ``maximumJobs``; fewer work where the system gives
  /// no more.
  public var jobs = 1

  /// The most threads that `jobs` may allow: more would only take memory.
  public static let maximumJobs = 128
  /// The longest line that `maximumLineBytes` may allow: offsets in a line are kept in 31 bits.
  public static let largestMaximumLineBytes = Int(Int32.max) - (1 << 24)
  /// The bytes of a line that are kept around a fault.
  static let excerptBytes = 400

  /// The default limits.
  public init() {}
}
