import Diagnostics

/// Numbers as people read them: the one place that decides on units, separators and digits.
public enum Quantity {
  /// A number with thousands separators: `12,000`.
  public static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// A number of things, whose plural takes an `s`: `1 file`, `12,000 findings`.
  ///
  /// - Parameter plural: the noun for all other numbers than 1; nil for one that ends in an s.
  public static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A size in decimal units, with two or three digits: `812 bytes`, `1.2 MB`, `340 GB`.
  public static func bytes(_ number: Int) -> String {
    if number < 1000 { return count(number, "byte") }
    var unit = 1000
    for name in ["kB", "MB", "GB", "TB"] {
      let tenths = rounded(number, by: unit / 10)
      if tenths < 100 { return "\(tenths / 10).\(tenths % 10) \(name)" }
      let whole = rounded(number, by: unit)
      if whole < 1000 { return "\(whole) \(name)" }
      unit *= 1000
    }
    return "\(count(rounded(number, by: unit))) PB"
  }

  /// A speed: `1.2 GB/s`; nil if there was nothing to read, or no time has passed that could be measured.
  public static func rate(bytes number: Int, seconds: Double) -> String? {
    let perSecond = Double(number) / seconds
    guard number > 0, seconds > 0, perSecond < 1e15 else { return nil }
    return "\(bytes(whole(perSecond)))/s"
  }

  /// How long something took: `under 1 ms`, `43 ms`, `1.2 s`, `2 min 05 s`, `1 h 02 min`.
  public static func duration(_ seconds: Double) -> String {
    let milliseconds = whole(seconds * 1000)
    if milliseconds < 1 { return "under 1 ms" }
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = whole(seconds * 10)
    if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
    let total = whole(seconds)
    if total < 3600 { return "\(total / 60) min \(String(total % 60, digits: 2)) s" }
    return "\(count(total / 3600)) h \(String(total / 60 % 60, digits: 2)) min"
  }

  /// A time on a clock's face: `0:12`, `1:02:05`.
  public static func clock(_ seconds: Double) -> String {
    let total = whole(seconds)
    let tail = String(total % 60, digits: 2)
    if total < 3600 { return "\(total / 60):\(tail)" }
    return "\(total / 3600):\(String(total / 60 % 60, digits: 2)):\(tail)"
  }

  /// A part of a whole, rounded down so that only the end is 100: `43 %`.
  public static func percent(_ fraction: Double) -> String {
    "\(Int((fraction.isFinite ? min(max(fraction, 0), 1) : 0) * 100)) %"
  }

  /// Divides and rounds to the nearest, without the overflow of adding first.
  private static func rounded(_ number: Int, by unit: Int) -> Int {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
    return remainder >= unit - remainder ? quotient + 1 : quotient
  }

  /// The nearest whole number, for all values of a clock. Not `rounded()`, which calls the C library's
  /// mathematics, and those are linked only where Foundation is.
  static func whole(_ number: Double) -> Int {
    number > 0 && number < 1e15 ? Int(number + 0.5) : 0
  }
}
