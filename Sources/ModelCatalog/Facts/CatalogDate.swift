import Diagnostics

/// A day of the proleptic Gregorian calendar, without a time or a time zone, in the years 1 to 9999.
public struct CatalogDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1 for January to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Names a day; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.lengthInDays(ofMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly the form `2026-11-22`; nil for anything else and for days that do not exist.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    var index = -1
    for byte in text.utf8 {
      index += 1
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      let digit = Int(byte &- 0x30)
      switch index {
      case 0..<4: numbers.0 = numbers.0 * 10 + digit
      case 5..<7: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// The day that comes so many days after 1970-01-01; one outside of the years 1 to 9999 is the nearest that is not.
  public init(daysSince1970 days: Int) {
    let epoch = CatalogDate(1970, 1, 1).dayNumber
    let number = min(max(epoch + days, CatalogDate(1, 1, 1).dayNumber), CatalogDate(9999, 12, 31).dayNumber)
    // The year of which March begins at or before the day: at most one more than this.
    var marchYear = number / 366
    while CatalogDate.firstOfMarch(marchYear + 1) <= number { marchYear += 1 }
    let dayOfYear = number - CatalogDate.firstOfMarch(marchYear)
    let marchMonth = (5 * dayOfYear + 2) / 153
    year = marchMonth < 10 ? marchYear : marchYear + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
  }

  /// The number of the first of March of a year: see ``dayNumber``.
  private static func firstOfMarch(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }

  /// A day written in the source; one that does not exist is a mistake of ours.
  init(_ year: Int, _ month: Int, _ day: Int) {
    guard let date = CatalogDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is not a day")
    }
    self = date
  }

  /// The day as `2026-11-22` (ISO 8601).
  public var description: String {
    "\(String(year, digits: 4))-\(String(month, digits: 2))-\(String(day, digits: 2))"
  }

  /// How many days this one comes after `earlier`; negative where it comes before.
  public func daysSince(_ earlier: CatalogDate) -> Int { dayNumber - earlier.dayNumber }

  /// Orders days as they pass.
  public static func < (left: CatalogDate, right: CatalogDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The days since the first of March of the year 0.
  ///
  /// Years are counted from March, so that the leap day is the last of its year. The lengths of the months
  /// then repeat as 31 30 31 30 31, 153 days in five months, and `(153 m + 2) / 5` is the number of days
  /// before month `m`.
  private var dayNumber: Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return Self.firstOfMarch(marchYear) + (153 * marchMonth + 2) / 5 + day - 1
  }

  private static func lengthInDays(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
