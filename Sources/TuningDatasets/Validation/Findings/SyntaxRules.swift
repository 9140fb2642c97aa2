package import Diagnostics
package import JSONLines

/// What the rules about JSON find in a document that is not a dataset.
package enum SyntaxFinding {
  /// The rule for faults without their own rule; its arguments are what was expected and what was found.
  package static let invalidJSON = InvalidJSON.description.code

  /// What to do about such a fault, as the rule's third argument.
  package static let remedy: StaticString =
    "fix this place, or write the data with a JSON library instead of joining strings"

  /// The rule that a fault breaks, and what fills the placeholders of its message.
  package static func describe(
    _ fault: JSONFault, in line: LineBytes
  ) -> (code: RuleCode, severity: Severity, arguments: [String]) {
    var findings = LineFindings(
      isWanted: ContiguousArray(repeating: true, count: RuleCode.tableLength), mostStored: 1)
    findings.report(fault, in: line, endingIn: .document)
    let item = findings[0]
    return (item.code, item.severity, item.arguments(in: line))
  }
}

extension LineFindings {
  /// Notes the fault that ended a line; it is the line's only finding.
  mutating func report(_ fault: JSONFault, in line: LineBytes, endingIn end: LineEnd) {
    begin(line)
    if end == .endOfFile, let expectation = fault.expectation(atCutOf: line) {
      return reportCut(expectation, at: fault)
    }
    let place = fault.offset..<fault.offset + fault.length
    func report<Found: Rule>(
      _ rule: Found.Type, _ first: FindingArgument = .none, _ second: FindingArgument = .none,
      _ third: FindingArgument = .none
    ) {
      self.report(rule, at: fault.offset, length: fault.length, first, second, third)
    }
    switch fault.kind {
    case .invalidUTF8: report(InvalidUTF8.self, .hexadecimal(place))
    case .byteOrderMark: report(ByteOrderMark.self)
    case .unexpected(let expectation): reportUnexpected(expectation, fault, in: line, endingIn: end)
    case .nonFiniteNumber:
      report(
        NonFiniteNumber.self, .raw(place), .missingValue(MissingValueRemedy(at: fault.offset, .ofNumber)))
    case .loneSurrogate: report(LoneSurrogate.self, .raw(place))
    case .duplicateKey:
      let key = StringToken(start: place.lowerBound + 1, end: place.upperBound - 1, traits: .hasEscape)
      report(DuplicateKey.self, .string(key))
    case .nestingTooDeep:
      self.report(NestingTooDeep.self, at: fault.offset, length: fault.length) {
        (.none, $0.keep("more than \(JSONReader.maximumDepth)"), .literal(NestingTooDeep.byJSONParsers))
      }
    case .valueTooDeep(let levels):
      report(
        NestingTooDeep.self, .literal(" in this value"), .number(levels),
        .literal(NestingTooDeep.byBothParsers))
    case .numberOutOfRange: report(NumberOutOfRange.self, .raw(place))
    case .severalValues: reportSecondValue(at: fault.offset, in: line)
    case .notAnObject(.boolean): report(NotAnObject.self, .raw(place))
    case .notAnObject(let kind): report(NotAnObject.self, .kind(kind))
    case .trailingComma: report(TrailingComma.self, .character(line.afterSpace(from: fault.offset + 1)))
    case .dialect(let dialect): reportDialect(dialect, at: place, in: line)
    case .controlCharacter:
      report(UnescapedControlCharacter.self, .controlName(fault.offset), .controlEscape(fault.offset))
    }
  }

  private mutating func reportDialect(_ dialect: JSONFault.Dialect, at place: Range<Int>, in line: LineBytes)
  {
    let missing = FindingArgument.missingValue(MissingValueRemedy(at: place.lowerBound, .ofNull))
    let (what, instead): (FindingArgument, FindingArgument) =
      switch dialect {
      case .pythonLiteral:
        switch line[place.lowerBound] {
        case UInt8(ascii: "T"): (.literal("the Python literal True"), .literal("write true"))
        case UInt8(ascii: "F"): (.literal("the Python literal False"), .literal("write false"))
        default: (.literal("the Python literal None"), missing)
        }
      case .undefined: (.literal("the JavaScript literal undefined"), missing)
      case .singleQuotes: (.literal("a single-quoted string"), .literal("use double quotes"))
      case .unquotedKey: (.literal("an unquoted key"), .literal("put the key in double quotes"))
      case .comment: (.literal("a comment"), .literal("remove the comment"))
      }
    report(NotJSONDialect.self, at: place.lowerBound, length: place.count, what, instead)
  }
}

extension LineBytes {
  /// The offset of the first byte from `offset` on that is not white space.
  func afterSpace(from offset: Int) -> Int {
    var offset = offset
    while self[offset] == 0x20 || self[offset] == 0x09 || self[offset] == 0x0D { offset += 1 }
    return offset
  }

  /// Whether the line is white space only. O(1) for most lines.
  var isBlank: Bool { afterSpace(from: 0) == count }
}
