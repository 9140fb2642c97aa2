/// Where a setting comes from.
public enum SettingsOrigin: Equatable, Sendable, CustomStringConvertible {
  /// Nobody says anything else.
  case usual
  /// An option of the command, such as `--model`.
  case option(String)
  /// A line of a settings file.
  case file(String, line: Int)

  /// The origin as people read it: `default`, `--model`, `.tunekit.json:3`.
  public var description: String {
    switch self {
    case .usual: "default"
    case .option(let name): name
    case .file(let path, let line): "\(path):\(line)"
    }
  }
}

/// A setting, and where it comes from.
public struct Setting<Value: Sendable>: Sendable {
  /// What is set.
  public let value: Value
  /// Where it comes from.
  public let origin: SettingsOrigin

  /// Sets a value.
  public init(_ value: Value, from origin: SettingsOrigin) {
    self.value = value
    self.origin = origin
  }
}

extension Setting: Equatable where Value: Equatable {}
