extension Quantity {
  /// A number with one decimal: `1,234.5`; `–` for none.
  static func decimal(_ number: Double?) -> String {
    guard let number else { return "–" }
    let tenths = whole(number * 10)
    return "\(count(tenths / 10)).\(tenths % 10)"
  }

  /// A part of a whole, rounded to a tenth of a percent: `12.3 %`, `under 0.1 %`; `–` of nothing.
  static func share(_ part: Int, of whole: Int) -> String {
    if whole == 0 { return "–" }
    let permille = self.whole(1000 * Double(part) / Double(whole))
    if permille == 0, part > 0 { return "under 0.1 %" }
    // Only all is 100.
    let shown = permille == 1000 && part < whole ? 999 : permille
    return "\(shown / 10).\(shown % 10) %"
  }

  /// A number of some, and its share of all: `12 (5.5 %)`.
  static func count(_ part: Int, of whole: Int) -> String {
    part == 0 ? "0" : "\(count(part)) (\(share(part, of: whole)))"
  }
}
