extension String {
  /// Writes a number, which is not negative, in at least so many digits; letters are upper-case.
  package init(_ number: some BinaryInteger, radix: Int = 10, digits: Int) {
    precondition(number >= 0, "only a number that is not negative can have zeros before it")
    let text = String(number, radix: radix, uppercase: true)
    self = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
