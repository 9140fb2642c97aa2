import Testing

@testable import JSONLines

/// Objects of so many keys that these are compared only at their end.
@Suite struct KeyHeapTests {
  private static let count = KeyTable.mostKeys + 5000
  private static let members = (0..<count).map { "\"\(100_000 + $0)\":0" }
  /// How many bytes a member and its comma take.
  private static let memberLength = 11

  private func object(_ members: [String]) -> String { "{" + members.joined(separator: ",") + "}" }

  @Test func distinctKeys() {
    #expect(fault(in: object(Self.members)) == nil)
  }

  @Test(arguments: [0, 1, KeyTable.mostKeys - 1, KeyTable.mostKeys, count - 1])
  func aKeyAgainAtTheEnd(index: Int) {
    let line = object(Self.members + [Self.members[index]])
    let expected = ExpectedFault(.duplicateKey, at: 1 + Self.count * Self.memberLength, length: 8)
    #expect(fault(in: line).map(ExpectedFault.init) == expected)
  }

  @Test func theFirstOfSeveral() {
    var members = Self.members
    members[Self.count - 1] = members[7]
    members[Self.count - 300] = members[8]
    members[Self.count - 200] = members[8]
    let expected = ExpectedFault(.duplicateKey, at: 1 + (Self.count - 300) * Self.memberLength, length: 8)
    #expect(fault(in: object(members)).map(ExpectedFault.init) == expected)
  }

  /// A key that stands twice is the line's first fault, though it is found out only when a later one ends the reading.
  @Test func beforeAnotherFault() {
    var members = Self.members
    members[Self.count - 100] = members[3]
    let place = 1 + (Self.count - 100) * Self.memberLength
    for rest in [",", ",\"x\":tru}", ",\"x\":{\"y\":[1,2,}"] {
      let line = "{" + members.joined(separator: ",") + rest
      #expect(fault(in: line).map(ExpectedFault.init) == ExpectedFault(.duplicateKey, at: place, length: 8))
    }
    // And the other way round: a fault without a key twice before it stays what it is.
    let line = "{" + Self.members.joined(separator: ",") + ",}"
    #expect(fault(in: line)?.kind == .trailingComma)
  }

  @Test func objectsWithinEachOther() {
    let inner = object(Self.members)
    #expect(fault(in: object(Self.members + ["\"x\":\(inner)", "\"y\":\(inner)"])) == nil)
    let line = object(Self.members + ["\"x\":\(inner)", Self.members[5]])
    let place = line.utf8.count - 1 - (Self.memberLength - 1)
    #expect(fault(in: line).map(ExpectedFault.init) == ExpectedFault(.duplicateKey, at: place, length: 8))
  }

  /// An object that goes on behind one within it, with as many keys as make new chunks necessary.
  @Test(arguments: [0, 1, 255, 256, 257, 20_000])
  func anObjectThatGoesOn(more: Int) {
    let inner = object(Self.members)
    let others = (0..<more).map { "\"\(300_000 + $0)\":0" }
    #expect(fault(in: object(Self.members + ["\"x\":\(inner)"] + others)) == nil)
    let line = object(Self.members + ["\"x\":\(inner)"] + others + [Self.members[more % Self.count]])
    let place = line.utf8.count - Self.memberLength
    #expect(fault(in: line).map(ExpectedFault.init) == ExpectedFault(.duplicateKey, at: place, length: 8))
  }
}
