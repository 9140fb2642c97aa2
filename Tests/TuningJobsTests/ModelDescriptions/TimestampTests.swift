import Testing

@testable import TuningJobs

@Suite struct TimestampTests {
  @Test(
    "one instant, however it is written",
    arguments: [
      "2025-07-10T10:00:00Z", "2025-07-10t10:00:00z", "2025-07-10 10:00:00+00:00",
      "2025-07-10T10:00:00-00:00",
      "2025-07-11T00:00:00+14:00", "2025-07-09T22:00:00-12:00", "2025-07-10T15:30:00.000+05:30",
      "2025-07-10T09:59:60Z",
    ])
  func instants(text: String) throws {
    #expect(try Timestamp(text) == Timestamp(2025, 7, 10, hour: 10))
    #expect(try Timestamp(text).description == "2025-07-10T10:00:00Z")
  }

  @Test(
    "zones cross the ends of months and years",
    arguments: [
      ("2025-01-01T00:30:00+01:00", "2024-12-31T23:30:00Z"),
      ("2024-12-31T23:30:00-01:00", "2025-01-01T00:30:00Z"),
      ("2024-03-01T00:00:00+00:01", "2024-02-29T23:59:00Z"),
      ("2023-03-01T00:00:00+00:01", "2023-02-28T23:59:00Z"),
      ("2025-04-30T23:59:59.5-00:01", "2025-05-01T00:00:59.5Z"),
    ])
  func zones(text: String, utc: String) throws {
    #expect(try Timestamp(text).description == utc)
    #expect(try Timestamp(utc) == Timestamp(text))
  }

  @Test("fractions count to the nanosecond")
  func fractions() throws {
    #expect(try Timestamp("2025-07-10T10:00:00.1234567899Z").nanoseconds == 123_456_789)
    #expect(try Timestamp("2025-07-10T09:59:59.999999999Z") < Timestamp(2025, 7, 10, hour: 10))
    #expect(try Timestamp("2025-07-10T10:00:00.000000001Z") > Timestamp(2025, 7, 10, hour: 10))
    #expect(try Timestamp("2025-07-10T10:00:00.050Z").description == "2025-07-10T10:00:00.05Z")
  }

  @Test(
    "what is no instant, and why",
    arguments: [
      ("", "is not a time"), ("2025-07-11", "is a day without a time"), ("11/07/2025 10:00", "is not a time"),
      ("2025-02-30T10:00:00Z", "is not a time"), ("2025-07-11T10:00:00", "has no time zone"),
      ("2025-07-11T10:00:00.Z", "has a point without digits"), ("2025-07-11T24:00:00Z", "valid time of day"),
      ("2025-07-11T10:00:00 PST", "neither 'Z' nor"), ("2025-07-11T10:00:00+0200", "neither 'Z' nor"),
      ("2025-07-11T10:00:00+24:00", "neither 'Z' nor"), ("1752228000", "is not a time"),
      ("0001-01-01T00:00:00+01:00", "outside the years"), ("9999-12-31T23:59:59-01:00", "outside the years"),
      ("2025-07-11T1o:00:00Z", "is not a time"), ("２０２５-07-11T10:00:00Z", "is not a time"),
    ])
  func faults(text: String, why: String) {
    let fault = #expect(throws: Timestamp.Fault.self) { try Timestamp(text) }
    #expect(fault?.problem.contains(why) == true, "\(fault?.problem ?? "")")
  }
}
