import JSONLines

/// What is said of something that no JSON text has where it is: what it probably is, and what to do about that.
extension LineFindings {
  /// Notes that something other than what has to follow was found.
  mutating func reportUnexpected(
    _ expectation: JSONFault.Expectation, _ fault: JSONFault, in line: LineBytes, endingIn end: LineEnd
  ) {
    if expectation == .lineEnd, line.continuesAfterComma(at: fault.offset) {
      return reportSecondValue(at: fault.offset, in: line)
    }
    let found = line.offsetOfFound(fault)
    func report(_ foundInstead: FindingArgument, _ remedy: StaticString) {
      self.report(
        InvalidJSON.self, at: fault.offset, length: fault.length, .expectation(expectation), foundInstead,
        .literal(remedy))
    }
    if end == .document {
      report(.character(found), SyntaxFinding.remedy)
    } else if expectation == .value, line.isConflictMarker(at: fault.offset) {
      report(
        .literal("a marker of a merge conflict"),
        "keep one version of the lines, and delete the lines that begin with <<<<<<<, =======, ||||||| and >>>>>>>"
      )
    } else if found >= line.textEnd {
      report(
        .character(found),
        expectation == .closingQuote
          ? #"write the whole example on one line: a line break inside a string is written as \n"#
          : "write the whole example on one line, or delete the line if it was cut off")
    } else if expectation == .value, line[found] == UInt8(ascii: ","), line.afterSpace(from: 0) == found {
      report(.character(found), "remove the comma: each line is one example, without commas between them")
    } else {
      report(.character(found), SyntaxFinding.remedy)
    }
  }

  /// Notes that the file ends within its last example.
  mutating func reportCut(_ expectation: JSONFault.Expectation, at fault: JSONFault) {
    report(
      InvalidJSON.self, at: fault.offset, length: fault.length, .expectation(expectation),
      .literal("the end of the file"),
      .literal("copy or export the file again, which was cut off within this line, or delete the line"))
  }

  /// Notes that a second value, or a comma and a second value, follows the first.
  mutating func reportSecondValue(at offset: Int, in line: LineBytes) {
    let (place, remedy): (StaticString, StaticString) =
      if line[offset] == UInt8(ascii: ",") {
        ("after a comma", "replace the comma between two examples with a line feed")
      } else if line.hasCarriageReturn(before: offset) {
        (
          "after a carriage return alone, which is not a line end",
          #"end the lines with line feeds: tr '\r' '\n' < old.jsonl > train.jsonl"#
        )
      } else {
        ("on this line", "insert a line feed before the second value")
      }
    report(SeveralValuesOnALine.self, at: offset, .literal(place), .literal(remedy))
  }
}

extension JSONFault {
  /// What would have followed where a line ends, if all that is wrong with it may be that it was cut off there; nil for any
  /// other fault.
  fileprivate func expectation(cutAt end: Int, of line: LineBytes) -> Expectation? {
    let rest = end - offset
    switch kind {
    case .unexpected(let expectation):
      let isValue = expectation == .value || expectation == .valueOrArrayEnd
      let isCut =
        line.offsetOfFound(self) >= end || isValue && line.isBeginningOfLiteral(at: offset, length: rest)
      return isCut ? expectation : nil
    case .invalidUTF8:
      let first = line[offset]
      let expected = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      return first >= 0xC2 && first <= 0xF4 && length == rest && rest < expected ? .closingQuote : nil
    case .loneSurrogate:
      // The other half, or the beginning of it, could still come.
      let second = [UInt8](#"\uDC00"#.utf8)
      let isBeginning =
        rest < 12
        && (0..<max(0, rest - 6)).allSatisfy { index in
          index < 2 ? line[offset + 6 + index] == second[index] : true
        }
      return isBeginning ? .closingQuote : nil
    default: return nil
    }
  }

  /// The same, for a line that the end of the file ends.
  func expectation(atCutOf line: LineBytes) -> Expectation? { expectation(cutAt: line.textEnd, of: line) }
}

extension LineBytes {
  /// The offset of what was found instead of what was expected: in an escape this is not the fault's first byte.
  func offsetOfFound(_ fault: JSONFault) -> Int {
    switch fault.kind {
    case .unexpected(.escape) where fault.offset < textEnd: return fault.offset + 1
    case .unexpected(.hexadecimalDigits):
      var offset = fault.offset + 2
      while isHexadecimalDigit(self[offset]) { offset += 1 }
      return offset
    default: return fault.offset
    }
  }

  private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// Whether `rest` bytes are the beginning of `true`, `false` or `null`, but not all of it.
  fileprivate func isBeginningOfLiteral(at offset: Int, length: Int) -> Bool {
    let rest = bytes(in: offset..<offset + min(length, 5))
    return !rest.isEmpty
      && ["true", "false", "null"].contains { $0.utf8.starts(with: rest) && $0.utf8.count > rest.count }
  }

  /// Whether a comma is at an offset, and the beginning of another object or array after it.
  fileprivate func continuesAfterComma(at offset: Int) -> Bool {
    guard self[offset] == UInt8(ascii: ",") else { return false }
    let next = self[afterSpace(from: offset + 1)]
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
  }

  /// Whether a carriage return is in the white space before an offset.
  fileprivate func hasCarriageReturn(before offset: Int) -> Bool {
    var offset = offset - 1
    while offset >= 0, self[offset] == 0x20 || self[offset] == 0x09 { offset -= 1 }
    return offset >= 0 && self[offset] == 0x0D
  }

  /// Whether the line is one that Git writes around the versions of a conflict: seven equal signs, or angle brackets or bars
  /// and a name.
  fileprivate func isConflictMarker(at offset: Int) -> Bool {
    let mark = self[0]
    let isMark = ["<", "=", ">", "|"].contains { UInt8(ascii: $0) == mark }
    guard offset == 0, isMark, textEnd >= 7, (1..<7).allSatisfy({ self[$0] == mark }) else { return false }
    return textEnd == 7 || mark != UInt8(ascii: "=") && self[7] == 0x20
  }
}
