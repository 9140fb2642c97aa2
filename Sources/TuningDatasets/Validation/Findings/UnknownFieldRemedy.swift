import Diagnostics
import JSONLines

/// What to do about an unknown field: which name it should have, and what to make of its value under that name.
struct UnknownFieldRemedy {
  private let key: StringToken
  private let message: MessageType
  private let isOptional: Bool

  /// The remedy for a key of a message; whether the field can also be removed.
  init(_ key: StringToken, of message: MessageType, isOptional: Bool) {
    self.key = key
    self.message = message
    self.isOptional = isOptional
  }

  /// The remedy, as the end of a sentence that begins with "rename the field".
  func text(in line: LineBytes) -> String {
    let removal = isOptional ? ", or remove it" : ""
    let table = FieldTable.shared
    let written = FindingArgument.beginning(of: key, in: line)
    let name = NearestName.of(written, among: table.spellings(of: message), aliases: message.aliases)
    guard let name, let index = table.indices(of: message).first(where: { table.spelling(of: $0) == name })
    else { return removal }
    let value = line.valueOffset(behind: key)
    let found = line.kind(at: value)
    // Another name for declarations, without the tool around them.
    let isForTools = message == .example && table.field(of: index) == .tools
    if isForTools, found == .array, NearestName.of(written, among: ["tools"]) == nil {
      return #" to '\#(name)', and write [{"functionDeclarations": …}]"# + removal
    }
    guard let expected = table.shape(of: index).kind, found != expected, found != .null else {
      return " to '\(name)'\(removal)"
    }
    // A number or a Boolean is not the text, the turns or the call that are missing, but it can be a response.
    let isScalar = found == .number || found == .boolean
    if isScalar, table.field(of: index) != .response { return removal }
    let change = WrongTypeRemedy(of: .field(index), from: value, expected: expected, found: found)
    return " to '\(name)', and \(change.text(in: line))\(removal)"
  }
}

extension LineBytes {
  /// Where the value of a key begins.
  fileprivate func valueOffset(behind key: StringToken) -> Int {
    var offset = afterSpace(from: key.end + 1)
    if self[offset] == UInt8(ascii: ":") { offset = afterSpace(from: offset + 1) }
    return offset
  }

  /// The kind of the value at an offset.
  fileprivate func kind(at offset: Int) -> JSONKind {
    switch self[offset] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }
}
