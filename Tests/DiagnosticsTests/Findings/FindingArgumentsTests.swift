import Diagnostics
import Testing

@Suite struct FindingArgumentsTests {
  private func arguments(_ texts: String...) -> FindingArguments {
    var arguments = FindingArguments()
    for text in texts { arguments.append(text.utf8.span) }
    return arguments
  }

  @Test("what differs is told by a bit for each argument")
  func changes() {
    let before = arguments("role", "", "user")
    #expect(before.changes(to: before) == 0)
    #expect(before.areSame(as: arguments("role", "", "user")))
    #expect(before.changes(to: arguments("role", "u", "ser")) == 0b110)
    #expect(!before.areSame(as: arguments("role", "u", "ser")))
    #expect(before.changes(to: arguments("role")) == 0b110)
    #expect(arguments("role").changes(to: before) == 0b110)
    #expect(arguments().changes(to: before) == 0b111)
  }

  @Test("ten arguments are kept, as many as have placeholders")
  func most() {
    var arguments = FindingArguments()
    for number in 0..<12 { arguments.append("<\(number)>".utf8.span) }
    #expect(arguments.count == 10)
    #expect(String(decoding: arguments.bytes[arguments[9]], as: UTF8.self) == "<9>")
    #expect(arguments.bytes.count == 30)
  }
}
