/// The code of a rule, such as `TK401`: the first digit is the rule's family.
///
/// Codes are final once a rule has landed: they are never given to another rule.
public struct RuleCode: Hashable, Comparable, Codable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The number after `TK`, from 1 to 999.
  public let number: Int

  /// One more than the largest number that a code can contain: the length of a table indexed by `number`.
  public static let tableLength = 1000

  /// Reads a code such as `TK401`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.hasPrefix("TK"), text.utf8.count == 5 else { return nil }
    let digits = text.utf8.dropFirst(2)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard number > 0 else { return nil }
    self.number = number
  }

  /// A code written in the source; anything else is a programming mistake.
  public init(stringLiteral value: String) {
    guard let code = RuleCode(value) else { preconditionFailure("'\(value)' is not a rule code") }
    self = code
  }

  /// The code with this number, which must be from 1 to 999.
  public init(number: Int) {
    precondition((1..<Self.tableLength).contains(number))
    self.number = number
  }

  /// The family: 0 stream, 1 text, 2 JSON syntax, 3 shape, 4 conversation, …
  public var family: Int { number / 100 }

  /// The code as users write it: `TK401`.
  public var description: String { "TK" + String(number, digits: 3) }

  /// Orders codes by number.
  public static func < (left: RuleCode, right: RuleCode) -> Bool { left.number < right.number }
}
