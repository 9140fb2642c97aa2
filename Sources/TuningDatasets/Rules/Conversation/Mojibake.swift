import Diagnostics
import JSONLines

/// TK415: characters that result from reading UTF-8 as Latin-1 or Windows-1252.
enum Mojibake: Rule {
  /// Broken characters that no language writes, and what they probably were.
  ///
  /// Each is the UTF-8 of a character, or its beginning, read byte by byte: as Windows-1252, or as Latin-1, which
  /// has control characters where Windows-1252 has marks. None begins another. What can occur in good text is left
  /// out, such as `Ã–` (for Ö) and `Â` with a no-break space, however often it is the broken form.
  static let pairs: [(broken: String, original: String)] = [
    // Typographic marks and symbols, as Windows-1252 and as Latin-1.
    ("â€™", "’"), ("â\u{80}\u{99}", "’"), ("â€˜", "‘"), ("â\u{80}\u{98}", "‘"), ("â€œ", "“"),
    ("â\u{80}\u{9C}", "“"), ("â€\u{9D}", "”"), ("â\u{80}\u{9D}", "”"), ("â€“", "–"), ("â\u{80}\u{93}", "–"),
    ("â€”", "—"), ("â\u{80}\u{94}", "—"), ("â€¦", "…"), ("â\u{80}¦", "…"), ("â€¢", "•"), ("â\u{80}¢", "•"),
    ("â„¢", "™"), ("â\u{84}¢", "™"), ("â‚¬", "€"), ("â\u{82}¬", "€"), ("â†’", "→"), ("â\u{86}\u{92}", "→"),
    ("âˆ’", "−"), ("â\u{88}\u{92}", "−"), ("â‰¥", "≥"), ("â\u{89}¥", "≥"), ("â‰¤", "≤"), ("â\u{89}¤", "≤"),
    ("âœ“", "✓"), ("â\u{9C}\u{93}", "✓"), ("âœ…", "✅"), ("â\u{9C}\u{85}", "✅"),
    // Letters of Western Europe, but for those that break into what can follow a capital Ã in Portuguese.
    ("Ã¡", "á"), ("Ã¢", "â"), ("Ã£", "ã"), ("Ã¤", "ä"), ("Ã¥", "å"), ("Ã¦", "æ"), ("Ã§", "ç"), ("Ã¨", "è"),
    ("Ã©", "é"), ("Ãª", "ê"), ("Ã¬", "ì"), ("Ã¯", "ï"), ("Ã±", "ñ"), ("Ãµ", "õ"), ("Ã¶", "ö"), ("Ã¸", "ø"),
    ("Ãº", "ú"), ("Ã¼", "ü"), ("Ã½", "ý"), ("Ã„", "Ä"), ("Ãˆ", "È"), ("Ã‰", "É"), ("ÃŠ", "Ê"), ("Ãœ", "Ü"),
    ("ÃŸ", "ß"), ("Ã³n", "ón"), ("Ã\u{80}", "À"), ("Ã\u{81}", "Á"), ("Ã\u{82}", "Â"), ("Ã\u{83}", "Ã"),
    ("Ã\u{84}", "Ä"), ("Ã\u{87}", "Ç"), ("Ã\u{88}", "È"), ("Ã\u{89}", "É"), ("Ã\u{8A}", "Ê"),
    ("Ã\u{8D}", "Í"), ("Ã\u{91}", "Ñ"), ("Ã\u{93}", "Ó"), ("Ã\u{94}", "Ô"), ("Ã\u{95}", "Õ"),
    ("Ã\u{96}", "Ö"), ("Ã\u{98}", "Ø"), ("Ã\u{9A}", "Ú"), ("Ã\u{9C}", "Ü"), ("Ã\u{9F}", "ß"),
    // Signs.
    ("Â¡", "¡"), ("Â¢", "¢"), ("Â£", "£"), ("Â¥", "¥"), ("Â§", "§"), ("Â©", "©"), ("Â°", "°"), ("Â±", "±"),
    ("Â¼", "¼"), ("Â½", "½"), ("Â¾", "¾"), ("Â¿", "¿"),
    // Letters of Central Europe, Turkey and Vietnam.
    ("Å‚", "ł"), ("Å„", "ń"), ("Å¡", "š"), ("Å¾", "ž"), ("Å¼", "ż"), ("ÄŸ", "ğ"), ("Ä±", "ı"), ("ÅŸ", "ş"),
    ("Æ¡", "ơ"), ("Æ°", "ư"), ("Ä\u{85}", "ą"), ("Ä\u{87}", "ć"), ("Ä\u{8D}", "č"), ("Ä\u{8F}", "ď"),
    ("Ä\u{9B}", "ě"), ("Ä\u{99}", "ę"), ("Å\u{82}", "ł"), ("Å\u{84}", "ń"), ("Å\u{88}", "ň"),
    ("Å\u{99}", "ř"), ("Å\u{9B}", "ś"), ("Å\u{9F}", "ş"),
    // Letters of Greek, Cyrillic, Hebrew and Arabic.
    ("Î±", "α"), ("Îµ", "ε"), ("Î½", "ν"), ("Î¿", "ο"), ("Ðµ", "е"), ("Ð¸", "и"), ("Ð½", "н"), ("Ð¾", "о"),
    ("Ñƒ", "у"), ("ÑŒ", "ь"), ("Ø§", "ا"), ("Ù„", "ل"), ("Ùˆ", "و"), ("Ï\u{82}", "ς"), ("Ï\u{84}", "τ"),
    ("Ï\u{89}", "ω"), ("Ñ\u{80}", "р"), ("Ñ\u{83}", "у"), ("Ñ\u{81}", "с"), ("Ñ\u{82}", "т"),
    ("×\u{94}", "ה"), ("×\u{95}", "ו"), ("×\u{99}", "י"),
    // Beginnings that a whole range of characters shares.
    ("à¸", "a Thai letter"), ("à¤", "a Devanagari letter"), ("à¥", "a Devanagari letter"),
    ("à¦", "a Bengali letter"), ("ã\u{81}", "a hiragana letter"),
    ("ã\u{82}", "a hiragana or katakana letter"), ("ã\u{83}", "a katakana letter"),
    ("ãƒ", "a katakana letter"), ("ä¸", "a Chinese character"), ("æˆ", "a Chinese character"),
    ("æ\u{88}", "a Chinese character"), ("ì\u{9D}", "a Korean syllable"), ("ðŸ", "an emoji"),
    ("ð\u{9F}", "an emoji"),
    // Whole characters of longer scripts, and what is left of other accidents.
    ("ã€‚", "。"), ("ã\u{80}\u{82}", "。"), ("ã\u{80}\u{81}", "、"), ("ï¼Œ", "，"), ("ë‹¤", "다"),
    ("ï»¿", "a byte order mark"), ("ï¿½", "U+FFFD"),
  ]

  /// A pair, and the second of its broken characters.
  private struct Candidate {
    let second: Unicode.Scalar
    let broken: String
    let original: String
  }

  /// The first characters from the first to the last: other characters are soon passed.
  private static let firstScalars: ClosedRange<UInt32> = {
    let scalars = pairs.compactMap { $0.broken.unicodeScalars.first?.value }
    return (scalars.min() ?? 0)...(scalars.max() ?? 0)
  }()

  /// The pairs by their first character, from the first of ``firstScalars`` on.
  private static let candidates: ContiguousArray<ContiguousArray<Candidate>> = firstScalars.reduce(into: []) {
    candidates, first in
    var ofFirst: ContiguousArray<Candidate> = []
    for pair in pairs {
      let scalars = Array(pair.broken.unicodeScalars.prefix(2))
      if scalars[0].value == first {
        ofFirst.append(Candidate(second: scalars[1], broken: pair.broken, original: pair.original))
      }
    }
    candidates.append(ofFirst)
  }

  static let description = RuleDescription(
    "TK415", "mojibake", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: """
      the characters '{0}' are probably {1} in UTF-8 that was read as Latin-1, and the model would learn to \
      write them
      """,
    summary: "No text contains UTF-8 that was read in the wrong encoding.",
    rationale: """
      A program that reads UTF-8 as Latin-1 or Windows-1252 turns one character into two or three. The file \
      is still valid, but the model learns text that was never written. Only combinations that no language \
      uses are reported, so some broken characters are missed.
      """,
    remedy: "read the original data again as UTF-8",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "capitals that only look like it",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"MANHÃ–TARDE? “AMANHÃ”, «IRMû, Ñandú, Ångström, âge"}]},\#
        {"role":"model","parts":[{"text":"AMANHÃ…"}]}]}
        """#),
      .rejects(
        "a letter",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where do we meet?"}]},\#
        {"role":"model","parts":[{"text":"At the caf↓Ã©."}]}]}
        """#),
      .rejects(
        "a letter, written as escapes",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where do we meet?"}]},\#
        {"role":"model","parts":[{"text":"At the caf↓\u00c3\u00a9."}]}]}
        """#),
      .rejects(
        "an apostrophe",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where↓â€™s the station?"}]},\#
        {"role":"model","parts":[{"text":"Round the corner."}]}]}
        """#),
      .rejects(
        "an apostrophe, read as Latin-1",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where↓â\#u{80}\#u{99}s the station?"}]},\#
        {"role":"model","parts":[{"text":"Round the corner."}]}]}
        """#),
      .rejects(
        "an emoji",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello ↓ðŸ˜€"}]}]}
        """#),
    ])

  static func check(_ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings)
  {
    let firstScalars = firstScalars
    var scalars = context.line.scalars(of: text)
    while let (scalar, place) = scalars.next() {
      guard firstScalars.contains(scalar.value) else { continue }
      var next = scalars
      guard let (second, _) = next.next() else { return }
      let here = context.line.scalars(in: place.lowerBound..<text.end)
      for candidate in candidates[Int(scalar.value - firstScalars.lowerBound)]
      where candidate.second == second {
        guard let end = here.end(of: candidate.broken) else { continue }
        findings.report(Mojibake.self, at: place.lowerBound, length: end - place.lowerBound) {
          ($0.keep(candidate.broken), $0.keep(candidate.original), .none)
        }
        scalars.move(to: end)
        break
      }
    }
  }
}
