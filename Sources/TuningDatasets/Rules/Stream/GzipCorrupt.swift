import Diagnostics

/// TK003: gzip data that are damaged.
enum GzipCorrupt: Rule {
  static let description = RuleDescription(
    "TK003", "gzip-corrupt", severity: .error, since: "0.1.0",
    message: "gzip member {0} is damaged at byte {1} of the file ({2}), so the rest was not checked",
    summary: """
      Every gzip member has a valid header, valid data, and a checksum and a length that match the data.
      """,
    rationale: """
      Damage comes from a failing disk, from a copy in text mode, or from a program that changed the file \
      while it was compressed. The text before the damage may be wrong too, because the checksum that would \
      show it is at the end of the member.
      """,
    remedy: "compress the original again, or get an undamaged copy",
    source: Source("RFC 1952 section 2.3", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "two members, one after the other", bytes: GzipSample.greeting + GzipSample.farewell,
        alongside: ["TK005"], except: GzipSample.exceptions),
      .rejects(
        "a checksum that does not match the data",
        bytes: GzipSample.greeting.dropLast(GzipSample.trailerLength) + [0, 0, 0, 0]
          + GzipSample.greeting.suffix(4),
        at: [100], alongside: ["TK005"], except: GzipSample.exceptions),
      .rejects(
        "a second member that begins with a block of the reserved type 3",
        bytes: GzipSample.greeting + GzipSample.greeting.prefix(GzipSample.headerLength) + [0x07],
        at: [100], alongside: ["TK005"], except: GzipSample.exceptions),
      .rejects(
        "a second member whose header has a reserved flag set",
        bytes: GzipSample.greeting + [0x1f, 0x8b, 0x08, 0x20] + GzipSample.farewell.dropFirst(4),
        at: [100], alongside: ["TK005"], except: GzipSample.exceptions),
    ])
}
