import Diagnostics

/// TK002: gzip data that end before their last member is complete.
enum GzipTruncated: Rule {
  static let description = RuleDescription(
    "TK002", "gzip-truncated", severity: .error, since: "0.1.0",
    message: """
      the gzip data end inside member {0}, at byte {1} of the file, so the rest is missing and was not \
      checked
      """,
    summary: "Gzip data are complete: they end with the checksum and the length of the last member.",
    rationale: """
      An interrupted copy or a full disk cuts a file anywhere. The data before the cut look like a complete \
      but smaller dataset. The examples before the cut are checked and counted; the unfinished last line is \
      not.
      """,
    remedy: "copy or compress the file again, and compare its size with that of the original",
    source: Source("RFC 1952 section 2.3", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "a whole member", bytes: GzipSample.greeting, alongside: ["TK005"], except: GzipSample.exceptions),
      .rejects(
        "the last four bytes, the length, are missing",
        bytes: Array(GzipSample.greeting.dropLast(4)), at: [100], alongside: ["TK005"],
        except: GzipSample.exceptions),
      .rejects(
        "the second member breaks off in the middle of its line",
        bytes: GzipSample.greeting + GzipSample.farewell.prefix(62), at: [164], alongside: ["TK005"],
        except: GzipSample.exceptions),
    ])
}
