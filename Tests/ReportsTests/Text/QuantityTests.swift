import Reports
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12000, "12,000"), (1_234_567, "1,234,567"),
    (-1200, "-1,200"), (Int.max, "9,223,372,036,854,775,807"),
  ])
  func countsHaveSeparators(number: Int, text: String) {
    #expect(Quantity.count(number) == text)
  }

  @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1000, "1,000 files")])
  func nounsFollowTheirNumber(number: Int, text: String) {
    #expect(Quantity.count(number, "file") == text)
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"),
    (9949, "9.9 kB"), (9950, "10 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_234_567, "1.2 MB"),
    (23_100_000, "23 MB"), (1_200_000_000, "1.2 GB"), (5_000_000_000_000, "5.0 TB"),
    (3_000_000_000_000_000, "3 PB"), (Int.max, "9,223 PB"),
  ])
  func sizesAreDecimal(number: Int, text: String) {
    #expect(Quantity.bytes(number) == text)
  }

  @Test(
    arguments: [
      (3_400_000, 0.02, "170 MB/s"), (500, 1, "500 bytes/s"), (0, 1, nil), (1, 0, nil), (0, 0, nil),
      (1, -1, nil), (1, .nan, nil), (Int.max, 1e-300, nil),
    ] as [(Int, Double, String?)])
  func ratesNeedTime(bytes: Int, seconds: Double, text: String?) {
    #expect(Quantity.rate(bytes: bytes, seconds: seconds) == text)
  }

  @Test(
    arguments: [
      (0, "under 1 ms"), (0.0004, "under 1 ms"), (0.0005, "1 ms"), (0.0213, "21 ms"), (0.9994, "999 ms"),
      (0.9996, "1.0 s"), (1.24, "1.2 s"), (59.94, "59.9 s"), (59.96, "1 min 00 s"), (125, "2 min 05 s"),
      (3599.4, "59 min 59 s"), (3599.6, "1 h 00 min"), (3725, "1 h 02 min"), (-1, "under 1 ms"),
      (.infinity, "under 1 ms"), (.nan, "under 1 ms"),
    ] as [(Double, String)])
  func durationsGrowInUnit(seconds: Double, text: String) {
    #expect(Quantity.duration(seconds) == text)
  }

  @Test(arguments: [(0, "0:00"), (12.4, "0:12"), (65, "1:05"), (3599.6, "1:00:00"), (3725, "1:02:05")])
  func clocksShowSeconds(seconds: Double, text: String) {
    #expect(Quantity.clock(seconds) == text)
  }

  @Test(
    arguments: [
      (0, "0 %"), (0.436, "43 %"), (0.999, "99 %"), (1, "100 %"), (1.5, "100 %"), (-1, "0 %"), (.nan, "0 %"),
    ] as [(Double, String)])
  func onlyTheEndIsHundredPercent(fraction: Double, text: String) {
    #expect(Quantity.percent(fraction) == text)
  }
}
