import Diagnostics
import JSONLines

/// TK518: data in the line that are larger than a file may be.
enum InlineDataTooLarge: Rule {
  static let description = RuleDescription(
    "TK518", "inline-data-too-large", severity: .warning, since: "0.1.0",
    message: "the data are about {0} MB, but {1} of a dataset has at most {2} MB",
    summary: "The data of `inlineData` are no larger than a file of their type may be.",
    rationale: """
      The pages about tuning give the largest file of each kind: 20 MB for images and PDF, 100 MB for audio and video. \
      Whether that is also the limit of data in the line is not documented.
      """,
    remedy: "make the file smaller, such as by scaling the image or cutting the recording",
    source: Source("models/tuning/image", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "data within the limit",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "data over the limit, in one and in several lines",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":↓"iVBORw0KGgoAAAANSUhEUg=="}},\#
        {"inlineData":{"mimeType":"image/png","data":↓"iVBORw0KGgoA\nAAANSUhEUg=="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511", "TK512"], with: [.maximumMediaMegabytes(0)]),
    ])

  static func check(
    _ data: StringToken, bytes: Int, _ type: MIMEType, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard let most = context.media.mostBytes(of: type.kind), bytes > most else { return }
    findings.report(
      InlineDataTooLarge.self, at: data.start - 1, length: data.count + 2, .number((bytes + 0xF_FFFF) >> 20),
      .literal(type.kind.name), .number(most >> 20))
  }
}
