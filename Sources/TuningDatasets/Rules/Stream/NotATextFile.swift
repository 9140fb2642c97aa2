import Diagnostics

/// TK008: a file of another kind.
enum NotATextFile: Rule {
  static let description = RuleDescription(
    "TK008", "not-a-text-file", severity: .error, since: "0.1.0",
    message: "the file is {0}, not JSON Lines in UTF-8, so no training example can be read from it",
    summary: "A dataset is JSON Lines in UTF-8.",
    rationale: """
      In a file of another kind every line would have a finding, and no finding would say what is wrong. \
      Redirecting output in older versions of PowerShell writes UTF-16, a download that needs a login saves \
      the sign-in page, and tables exported for analysis are CSV or Parquet. Only gzip data are decompressed; \
      the service is documented for plain files.
      """,
    remedy: "{1}",
    remedyInGeneral: """
      convert the file to JSON Lines in UTF-8, one training example a line; decompress or export it \
      again if that is what it needs
      """,
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "other formats inside an example",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"How do a web page and a Parquet file begin?"}]},\#
        {"role":"model","parts":[{"text":"<!DOCTYPE html> and PAR1"}]}]}
        """#),
      .accepts(
        "a heading before the examples, which is a fault of its own line",
        #"""
        question,answer
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#,
        alongside: ["TK201"]),
      .rejects(
        "UTF-16, as PowerShell writes it",
        bytes: Array("\u{FEFF}{\"contents\":[]}".utf16).flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
        at: [0], except: atFirstByte),
      .rejects(
        "a Parquet file", bytes: Array("PAR1".utf8) + [0x15, 0x04, 0x15, 0x10] + Array("PAR1".utf8),
        at: [0], except: atFirstByte),
      .rejects(
        "a CSV table, with a comma in a text",
        """
        ↓prompt,completion
        "Do you ship to Malta, too?",Yes.
        Where is item 7?,On shelf 2.
        """,
        except: atFirstLine),
      .rejects(
        "a TSV table",
        "↓prompt\tcompletion\nWhere is item 7?\tOn shelf 2.\n", except: atFirstLine),
      .rejects(
        "data compressed by xz",
        bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x04, 0xE6, 0xD6, 0xB4, 0x46], at: [0],
        except: atFirstByte),
      .rejects(
        "a web page in place of a download",
        """
        ↓<!DOCTYPE html>
        <html><head><title>Sign in</title></head><body>Sign in to continue</body></html>
        """,
        except: atFirstByte),
      .rejects(
        "a PDF document",
        """
        ↓%PDF-1.7
        1 0 obj
        """,
        except: atFirstByte),
    ])

  private static let atFirstLine: [RuleExample.Exception] = [
    .inapplicable(.blankLinesBefore, because: "the finding is at the first byte, whatever it is")
  ]

  private static let atFirstByte: [RuleExample.Exception] = [
    .inapplicable(.blankLinesBefore, because: "the kind of a file shows in its first bytes")
  ]
}
