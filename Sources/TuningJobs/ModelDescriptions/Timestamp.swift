public import ModelCatalog

/// An instant, to the nanosecond, as the service writes it (RFC 3339).
///
///     2025-07-10T12:00:00.5+02:00     is the instant     2025-07-10T10:00:00.5Z
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Why a text is not a timestamp.
  public struct Fault: Error, Equatable, Sendable {
    /// What is wrong, as the end of a sentence that begins with the text.
    public let problem: String
  }

  /// The day in UTC.
  public let day: CatalogDate
  /// The second of that day, from 0 to 86,399.
  public let secondOfDay: Int
  /// The nanoseconds since that second.
  public let nanoseconds: Int

  /// The beginning of an hour that is written in the source, which must exist.
  init(_ year: Int, _ month: Int, _ day: Int, hour: Int) {
    guard let day = CatalogDate(year: year, month: month, day: day), (0..<24).contains(hour) else {
      preconditionFailure("there is no such hour")
    }
    (self.day, secondOfDay, nanoseconds) = (day, hour * 3600, 0)
  }

  /// Reads a date and time with its zone, such as `2025-07-11T10:00:00Z` or `2025-07-11 12:00:00.123+02:00`.
  ///
  /// A leap second counts as the first second after it. Only nine digits of a fraction count.
  ///
  /// - Throws: what is wrong with any other text, such as a time without a zone.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(Fault) {
    let form = Fault(problem: "is not a time such as '2025-07-11T10:00:00Z'")
    let bytes = Array(text.utf8)
    guard let day = CatalogDate(String(decoding: bytes.prefix(10), as: UTF8.self)) else { throw form }
    if bytes.count == 10 { throw Fault(problem: "is a day without a time such as 'T10:00:00Z'") }
    guard bytes.count >= 19, [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(bytes[10]),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]),
      let second = Self.number(bytes[17..<19])
    else { throw form }
    guard hour < 24, minute < 60, second <= 60 else { throw Fault(problem: "is not a valid time of day") }
    var zone = bytes[19...]
    nanoseconds = try Self.takeFraction(of: &zone)
    let shift = try Self.secondsEastOfUTC(zone)
    let seconds = hour * 3600 + minute * 60 + second - shift
    guard let (utcDay, secondOfDay) = Self.normalized(day, seconds) else {
      throw Fault(problem: "is outside the years 1 to 9999")
    }
    (self.day, self.secondOfDay) = (utcDay, secondOfDay)
  }

  /// The whole seconds since the beginning of 1970 in UTC.
  public var secondsSince1970: Int {
    let epoch = CatalogDate(year: 1970, month: 1, day: 1)
    return (epoch.map(day.daysSince) ?? 0) * 86_400 + secondOfDay
  }

  /// Takes the point and the digits at the beginning; the nanoseconds that they mean.
  private static func takeFraction(of rest: inout ArraySlice<UInt8>) throws(Fault) -> Int {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { throw Fault(problem: "has a point without digits after its seconds") }
    rest = rest[digits.endIndex...]
    let counted =
      Array(digits.prefix(9)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 9 - digits.count))
    return counted.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// What a zone adds to UTC: `Z`, `+02:00`, `-08:00`.
  private static func secondsEastOfUTC(_ zone: ArraySlice<UInt8>) throws(Fault) -> Int {
    let bytes = Array(zone)
    if bytes.isEmpty {
      throw Fault(
        problem: "has no time zone: it must end with 'Z' or an offset such as '+02:00'")
    }
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]),
      hours < 24, minutes < 60
    else { throw Fault(problem: "ends with a time zone that is neither 'Z' nor of the form '+02:00'") }
    let shift = hours * 3600 + minutes * 60
    return bytes[0] == UInt8(ascii: "-") ? -shift : shift
  }

  /// The day and the second of it, where the seconds may reach into the day before or after.
  private static func normalized(_ day: CatalogDate, _ seconds: Int) -> (CatalogDate, Int)? {
    switch seconds {
    case ..<0: before(day).map { ($0, seconds + 86_400) }
    case 86_400...: after(day).map { ($0, seconds - 86_400) }
    default: (day, seconds)
    }
  }

  private static func after(_ day: CatalogDate) -> CatalogDate? {
    CatalogDate(year: day.year, month: day.month, day: day.day + 1)
      ?? CatalogDate(year: day.year, month: day.month + 1, day: 1)
      ?? CatalogDate(year: day.year + 1, month: 1, day: 1)
  }

  private static func before(_ day: CatalogDate) -> CatalogDate? {
    if day.day > 1 { return CatalogDate(year: day.year, month: day.month, day: day.day - 1) }
    for last in [31, 30, 29, 28] {
      if let end = CatalogDate(year: day.year, month: day.month - 1, day: last) { return end }
    }
    return CatalogDate(year: day.year - 1, month: 12, day: 31)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Orders instants as they pass.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.day, left.secondOfDay, left.nanoseconds) < (right.day, right.secondOfDay, right.nanoseconds)
  }

  /// The instant in UTC, with as many digits of a fraction as it needs: `2025-07-10T10:00:00.5Z`.
  public var description: String {
    func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let time = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map(twoDigits)
    var fraction = String(String(1_000_000_000 + nanoseconds).dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    return "\(day)T\(time.joined(separator: ":"))" + (fraction.isEmpty ? "" : ".\(fraction)") + "Z"
  }
}
