extension RandomExample {
  /// An object whose keys are fields of the message.
  static func fields(_ fields: [(String, RandomExample)]) -> RandomExample {
    .object(fields.map { ($0.0, true, $0.1) })
  }

  /// The value as JSON without white space, as most programs write it.
  var plain: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\"\($0.key)\":\($0.value.plain)" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.plain).joined(separator: ",") + "]"
    case .string(let text): "\"\(Self.escaped(text))\""
    case .number(let whole, let tenths): tenths == 0 ? "\(whole)" : "\(whole).\(tenths)"
    case .word(let word): word
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
