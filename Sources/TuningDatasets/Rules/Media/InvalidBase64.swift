import Diagnostics
import JSONLines

/// TK512: data that are not base64.
enum InvalidBase64: Rule {
  static let description = RuleDescription(
    "TK512", "invalid-base64", severity: .error,
    also: .warning, when: "one of Google's two parsers reads bytes from it",
    since: "0.1.0",
    message: "{0}, so the data are not valid base64",
    summary: "The data of `inlineData` are base64.",
    rationale: """
      The data are base64 (RFC 4648), of the standard or the URL-safe alphabet, with or without padding. The parser of \
      the google-genai SDK refuses anything else. That of protobuf skips what is not base64 and stops at the padding, so \
      that other bytes arrive; it refuses only data with one character too many. What both refuse, or what leaves no \
      byte, is an error.
      """,
    remedy: "{1}",
    remedyInGeneral: "encode the bytes of the file as base64, with one alphabet and without line breaks",
    source: Source(
      "google.protobuf.json_format 7.36.2 and google-genai 3.6.1 types.Blob", asOf: "2026-11-28",
      confidence: .observed),
    examples: [
      .accepts(
        "both alphabets, with padding and without, and with escapes",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgr/+w=="}},\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgr_-w"}},\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgr\/\u002bw="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .accepts(
        "no data at all, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":""}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK502"]),
      .rejects(
        "one character too many, and nothing but other characters",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":↓"iVBORw0KG"}},\#
        {"inlineData":{"mimeType":"image/png","data":"↓***"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "a data URL, and line breaks",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"↓data:image/png;base64,iVBORw0KGgoA"}},\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0K↓\nGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, alongside: ["TK511"]),
      .rejects(
        "two alphabets, and data after the padding",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo+↓_w=="}},\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo=↓iVBORw0KGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, alongside: ["TK511"]),
      .rejects(
        "too much padding, and bits after the last byte",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":↓"iVBORw0KGgo=="}},\#
        {"inlineData":{"mimeType":"image/png","data":↓"iVBORw0KGgp"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, alongside: ["TK511"]),
    ])

  static func check(
    _ text: Base64Text, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let (kind, place) = text.fault else { return }
    findings.report(
      InvalidBase64.self, at: place.lowerBound, length: place.count,
      as: text.severity == .error ? nil : .warning
    ) {
      (
        $0.keep(kind.description(at: place, count: text.count, in: context.line)), .literal(kind.remedy),
        .none
      )
    }
  }
}

extension Base64Text.Fault {
  /// What is wrong, as the beginning of a sentence.
  fileprivate func description(at place: Range<Int>, count: Int, in line: LineBytes) -> String {
    switch self {
    case .dataURL: return "the string begins like a data URL"
    case .whiteSpace: return "the string contains white space"
    case .otherCharacter:
      let character = StringToken(start: place.lowerBound, end: place.upperBound, traits: .hasEscape)
      return "the string contains '\(FindingArgument.string(character).text(in: line))'"
    case .bothAlphabets:
      return "the string has characters of both alphabets, the standard and the URL-safe one"
    case .afterPadding: return "the string continues after its padding"
    case .superfluousPadding: return "the string has too much padding"
    case .cutOff: return "the string has \(count) characters, which are no whole number of bytes"
    case .leftoverBits: return "the last character has bits that are after the last byte"
    }
  }

  /// What to do about it.
  fileprivate var remedy: StaticString {
    switch self {
    case .dataURL: "remove everything up to and including the comma"
    case .whiteSpace: "encode the file without line breaks and spaces, such as with 'base64 -w 0'"
    case .otherCharacter: "encode the bytes of the file as base64 again"
    case .bothAlphabets: "use one alphabet: '+' and '/', or '-' and '_'"
    case .afterPadding: "encode all bytes at once, so that '=' is at the end only"
    case .superfluousPadding: "remove the '=' that are too many"
    case .cutOff, .leftoverBits: "encode the whole file again, because a part of it is missing"
    }
  }
}
