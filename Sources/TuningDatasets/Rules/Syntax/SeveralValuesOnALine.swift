import Diagnostics
import JSONLines

/// TK209: two JSON values on a line.
enum SeveralValuesOnALine: FixableRule {
  static let description = RuleDescription(
    "TK209", "several-values-on-a-line", severity: .error, since: "0.1.0",
    message: "a second JSON value begins {0}, but the service reads one training example per line",
    summary: "Every line has one JSON value.",
    rationale: """
      Two values on a line are two examples without a line feed between them. Either the line feed was \
      never written, or two files were joined and the first did not end in one. A carriage return alone, the \
      line end of old spreadsheet programs, does not end a line. A JSON parser refuses the whole line.
      """,
    remedy: "{1}",
    remedyInGeneral: "write each value on a line of its own",
    fix: RuleFix(safely: "writes each value on a line of its own"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "white space after the value",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]} \#t
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "two examples without a line feed in between",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#
        ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "two examples with a space in between",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#
         ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "a comma between two examples, as in an array",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}↓,\#
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "lines that end in a carriage return alone",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#r\#
        ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}\#r\#
        {"contents":[{"role":"user","parts":[{"text":"And now?"}]},\#
        {"role":"model","parts":[{"text":"Bye!"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    // The new lines end as the line does.
    let lineEnd: [UInt8] = line.textEnd < line.count ? [0x0D, 0x0A] : [0x0A]
    var edits: [Edit] = []
    var reader = JSONReader()
    do throws(JSONFault) {
      try reader.begin(line)
      reader.move(to: item.offset)
      while edits.count < most, let next = nextValue(from: reader.offset, in: line) {
        let end = line.beforeSpace(to: reader.offset)
        edits.append(Edit(range: end..<next, replacement: lineEnd, isSafe: true))
        reader.move(to: next)
        try reader.skipValue()
        reader.skipSpace()
      }
    } catch {
      // The last of the new lines has a fault of its own.
    }
    return edits
  }

  /// Where the next value begins, which may have a comma before it; nil if none does.
  private static func nextValue(from offset: Int, in line: LineBytes) -> Int? {
    let next = line[offset] == UInt8(ascii: ",") ? line.afterSpace(from: offset + 1) : offset
    return line[next] == UInt8(ascii: "{") ? next : nil
  }
}
