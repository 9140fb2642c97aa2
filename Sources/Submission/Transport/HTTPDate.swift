import ModelCatalog
import TuningJobs

/// Times as HTTP writes them (RFC 9110, 5.6.7), and pauses that answers ask for.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other text.
  static func seconds(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: String(words[2])),
      let date = CatalogDate(year: year, month: month + 1, day: day)
    else { return nil }
    let time = words[4].split(separator: ":").map { Int($0) }
    guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2],
      (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    let days = date.daysSince(CatalogDate(daysSince1970: 0))
    return Double(days * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// The seconds that an answer asks to wait, 0 for none. A date counts from the answer's own, since the machine's clock may
  /// be wrong.
  static func pause(after response: HTTPResponse, wallSeconds: Double) -> Double {
    guard let text = response.header("retry-after") else { return 0 }
    if let seconds = Int(text) { return Double(max(0, seconds)) }
    let now = response.header("date").flatMap(seconds) ?? wallSeconds
    return seconds(text).map { max(0, $0 - now) } ?? 0
  }
}

extension HTTPDate {
  /// The seconds since 1970 of an instant.
  static func seconds(_ instant: Timestamp) -> Double {
    let days = instant.day.daysSince(CatalogDate(daysSince1970: 0))
    return Double(days * 86_400 + instant.secondOfDay) + Double(instant.nanoseconds) / 1e9
  }
}
