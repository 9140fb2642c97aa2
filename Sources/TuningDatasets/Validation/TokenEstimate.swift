/// How many tokens a text has, by the documentation's rule of thumb.
///
/// The rule is four characters a token, which are four bytes in English; three bytes of a CJK character come to three
/// quarters of a token, which is about what is seen there. Media are not counted. Source:
/// DOC:models/tuning/supervised-tuning/prepare-data and others, as of 2026-08-22.
enum TokenEstimate {
  /// About how many tokens so many bytes of UTF-8 are.
  static func tokens(ofTextBytes bytes: Int) -> Int { (bytes + 3) / 4 }
}
