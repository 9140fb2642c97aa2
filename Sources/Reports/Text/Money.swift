import Diagnostics

/// Amounts of money.
package enum Money {
  /// Dollars and cents, at least one cent of what is more than nothing: `$0.68`, `$1,234.00`.
  package static func dollars(_ amount: Double) -> String {
    guard amount > 0 else { return "$0.00" }
    guard amount < 1e15 else { return "more than $1,000,000,000,000,000" }
    return "$\(self.amount(cents: max(1, Int(amount * 100 + 0.5))))"
  }

  /// An amount that is not negative, to the cent: `0.68`, `1,234.00`.
  static func amount(cents: Int) -> String {
    "\(Quantity.count(cents / 100)).\(String(cents % 100, digits: 2))"
  }
}
