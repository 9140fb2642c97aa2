/// Words that no text for users has, because a plainer one says the same.
public enum PlainEnglish {
  /// The words, and what to write instead.
  private static let replacements = [
    "mend": "fix", "goes on": "continues", "go on from": "continue from", "vouch": "prove or cover",
    "vouches": "proves or covers", "of which": "a new sentence", "is none": "is not a …",
    "are none": "are not …",
    "need not be": "can differ", "holds": "contains or has", "hold": "contain or have", "behind": "after",
    "further": "again, more or continue", "pays": "is useful", "nobody": "it is not known",
    "anybody": "anyone",
    "stands": "is", "for then": "because", "names no": "is not the name of",
    "nothing is known of": "is not known",
    "learnt": "learned", "misspelt": "misspelled", "withdrawn": "retired", "mostly": "usually",
  ]

  /// What to correct in a text: the words and what to write instead, in the order of the alphabet.
  public static func corrections(of text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.joined(separator: " ")
    return replacements.sorted { $0.key < $1.key }
      .filter { " \(words) ".contains(" \($0.key) ") }
      .map { "'\($0.key)': write \($0.value)" }
  }
}
