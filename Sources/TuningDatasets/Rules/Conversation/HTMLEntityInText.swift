import Diagnostics
import JSONLines

/// TK418: an HTML entity in a text that is not HTML.
enum HTMLEntityInText: Rule {
  /// The entities that other programs write most, after the `&`.
  private static let names = [
    "amp;", "lt;", "gt;", "quot;", "apos;", "nbsp;", "ndash;", "mdash;", "hellip;", "lsquo;", "rsquo;",
    "ldquo;",
    "rdquo;", "laquo;", "raquo;", "bull;", "middot;", "copy;", "reg;", "trade;", "deg;", "euro;", "pound;",
    "times;", "auml;", "ouml;", "uuml;", "szlig;", "eacute;", "egrave;", "agrave;", "ccedil;", "ntilde;",
  ]

  static let description = RuleDescription(
    "TK418", "html-entity-in-text", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "the text has the HTML entity '{0}' but no tags, so the model would learn to write it",
    summary: "A text that is not HTML has no HTML entities.",
    rationale: """
      Text that was taken from a web page without decoding has `&amp;` for `&` and `&#39;` for an apostrophe. \
      A text with tags is HTML, where entities belong, and is not reported. A text about HTML can be right, \
      so this rule is off by default.
      """,
    remedy: "decode the entities in the text, for example with html.unescape in Python",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "an ampersand, a query and HTML",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Q&A; at /find?a=1&lt=2 &#; &#xy; &amp"}]},\#
        {"role":"model","parts":[{"text":"<p>Fish &amp; chips</p>"}]}]}
        """#),
      .rejects(
        "text from a web page: the first entity of each text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What↓&#39;s in fish &amp; chips?"}]},\#
        {"role":"model","parts":[{"text":"Fish↓\u0026amp; chips."}]},\#
        {"role":"user","parts":[{"text":"A↓&nbsp;< B?"}]},{"role":"model","parts":[{"text":"It↓&#X2019;s so."}]}]}
        """#),
    ])

  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    var scalars = context.line.scalars(of: text)
    scalars.skip(to: UInt8(ascii: "&"))
    while let (scalar, place) = scalars.next() {
      if scalar == "&", let end = end(ofEntityIn: context.line.scalars(in: place.upperBound..<text.end)) {
        if text.traits.contains(.mayHaveLessThan), hasTag(context.line.scalars(of: text)) { return }
        let entity = StringToken(start: place.lowerBound, end: end, traits: .hasEscape)
        return findings.report(HTMLEntityInText.self, at: entity.start, length: entity.count, .string(entity))
      }
      scalars.skip(to: UInt8(ascii: "&"))
    }
  }

  /// Where an entity ends whose `&` comes before.
  private static func end(ofEntityIn rest: StringScalars) -> Int? {
    for name in names { if let end = rest.end(of: name) { return end } }
    guard let number = rest.end(of: "#") else { return nil }
    var digits = rest
    digits.move(to: number)
    let hexadecimal = digits.end(of: "x", ignoringCase: true)
    if let hexadecimal { digits.move(to: hexadecimal) }
    var count = 0
    while let (scalar, place) = digits.next() {
      if scalar == ";" { return count > 0 ? place.upperBound : nil }
      guard count < 7, hexadecimal == nil ? ("0"..."9").contains(scalar) : scalar.properties.isASCIIHexDigit
      else { return nil }
      count += 1
    }
    return nil
  }

  /// Whether a tag begins somewhere: `<` and a letter, `/` or `!`.
  private static func hasTag(_ text: StringScalars) -> Bool {
    var scalars = text
    var isAfterLessThan = false
    while let (scalar, _) = scalars.next() {
      if isAfterLessThan, scalar == "/" || scalar == "!" || scalar.properties.isAlphabetic { return true }
      isAfterLessThan = scalar == "<"
    }
    return false
  }
}
