import Diagnostics

/// TK004: bytes after the last gzip member that are not a member.
enum GzipTrailingData: Rule {
  static let description = RuleDescription(
    "TK004", "gzip-trailing-data", severity: .warning, since: "0.1.0",
    message: """
      the bytes from byte {0} of the file on are not gzip data, so some programs ignore them and others \
      refuse the file
      """,
    summary: "Only other members or zero padding follow a gzip member.",
    rationale: """
      Gzip data are a sequence of members and nothing else. Other bytes at the end are the rest of an \
      older, longer file, or text that was appended without being compressed. If they were meant as \
      examples, those examples are lost. Tapes and block devices pad with zeros; gzip skips them, and so \
      does tunekit.
      """,
    remedy: """
      compress the whole dataset again: with the bytes at the end if they belong to it, without them if not
      """,
    source: Source("RFC 1952 section 2.2", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "zero padding", bytes: GzipSample.greeting + [0, 0, 0, 0, 0, 0, 0, 0], alongside: ["TK005"],
        except: GzipSample.exceptions),
      .accepts(
        "a second member", bytes: GzipSample.greeting + GzipSample.farewell, alongside: ["TK005"],
        except: GzipSample.exceptions),
      .rejects(
        "a line appended without compressing it",
        bytes: GzipSample.greeting
          + Array(#"{"contents":[{"role":"user","parts":[{"text":"Bye"}]}]}"#.utf8), at: [],
        alongside: ["TK005"], except: GzipSample.exceptions),
    ])
}
