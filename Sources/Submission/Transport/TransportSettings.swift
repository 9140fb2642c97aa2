/// How connections are made.
public struct TransportSettings: Sendable {
  /// A file of certificates in PEM that are trusted in place of those of the system; nil for those of the system.
  public var authorityFile: String?
  /// The time for making a connection, in seconds.
  public var connectSeconds = 10
  /// The seconds after which a body of a source that moves by less than a KiB in each of them ends with a failure.
  public var stallSeconds = 30
  /// Whether the program is to end: asked several times a second.
  public var isInterrupted: @Sendable () -> Bool = { SystemCalls.signalToEnd != nil }

  /// Makes settings.
  public init(authorityFile: String? = nil) { self.authorityFile = authorityFile }

  /// The settings of the user.
  ///
  /// - Parameter authorityFile: the file of the command line, which counts before that of `SSL_CERT_FILE`.
  public static func ofUser(authorityFile: String? = nil) -> TransportSettings {
    let variable = SystemCalls.environment("SSL_CERT_FILE").flatMap { $0.isEmpty ? nil : $0 }
    return TransportSettings(authorityFile: authorityFile ?? variable)
  }
}
