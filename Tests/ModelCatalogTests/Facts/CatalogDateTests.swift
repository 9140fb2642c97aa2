import Testing

@testable import ModelCatalog

struct CatalogDateTests {
  @Test(arguments: ["0001-01-01", "2000-02-29", "2024-02-29", "2026-11-22", "2400-02-29", "9999-12-31"])
  func readsWhatItWrites(_ text: String) throws {
    let date = try #require(CatalogDate(text))
    #expect(date.description == text)
  }

  @Test(
    arguments: [
      "", "2026", "2026-11", "2026-11-2", "2026-11-022", "26-11-22", "2026/11/22", "2026-11-22T00:00",
      " 2026-11-22",
      "+026-11-22", "-026-11-22", "2026-1a-22", "２026-11-2", "0000-01-01", "2026-00-01", "2026-13-01",
      "2026-01-00", "2026-01-32", "2026-02-29", "2100-02-29", "2500-02-29", "1900-02-29", "2026-04-31",
      "2026-06-31",
      "2026-09-31",
      "2026-11-31",
    ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CatalogDate(text) == nil)
  }

  @Test(
    arguments: [
      ("2026-11-22", "2000-01-01", 9822),
      ("9999-12-31", "0001-01-01", 3_652_058),
      ("1900-03-01", "1900-02-28", 1),
      ("2000-03-01", "2000-02-28", 2),
      ("2025-07-11", "2026-11-22", -499),
      ("2026-11-22", "2026-11-22", 0),
    ])
  func countsDays(_ later: String, _ earlier: String, _ days: Int) throws {
    let later = try #require(CatalogDate(later))
    let earlier = try #require(CatalogDate(earlier))
    #expect(later.daysSince(earlier) == days)
    #expect((later > earlier) == (days > 0))
  }

  /// Every day of four centuries, after which the calendar repeats: each is one later than the one before.
  @Test func everyDayFollowsTheOneBefore() throws {
    var previous = try #require(CatalogDate(year: 1999, month: 12, day: 31))
    var count = 0
    for year in 2000..<2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CatalogDate(year: year, month: month, day: day) else { continue }
          if date.daysSince(previous) != 1 || date <= previous { Issue.record("\(date) after \(previous)") }
          previous = date
          count += 1
        }
      }
    }
    #expect(count == 146_097)
  }
}
