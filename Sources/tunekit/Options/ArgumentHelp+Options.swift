import ArgumentParser
import TuningDatasets

/// The help of options that several commands have.
///
/// Each command declares such an option itself. An `@OptionGroup` costs every start of the program about a quarter of a
/// millisecond, so a group is for several options that always go together.
extension ArgumentHelp {
  static var catalog: ArgumentHelp {
    ArgumentHelp(
      "A model catalogue to use instead of the built-in one ('tunekit models --format json' writes one).",
      valueName: "file")
  }

  static var color: ArgumentHelp { ArgumentHelp("When to use colour.", valueName: "when") }

  static var failOn: ArgumentHelp {
    ArgumentHelp(
      "Findings of this severity, error by default, or a higher one make the exit status 1.",
      valueName: "severity")
  }

  static var jobs: ArgumentHelp {
    ArgumentHelp(
      "The maximum number of threads per file; one per core by default. The report is always the same.",
      valueName: "n")
  }

  static var maximumFindings: ArgumentHelp {
    ArgumentHelp(
      "The most findings to show per rule and file, 20 by default; 0 shows all. All findings are counted.",
      valueName: "n")
  }

  static var tokenizer: ArgumentHelp {
    ArgumentHelp(
      """
      Count tokens exactly with this SentencePiece model, such as Gemma 3's tokenizer.model, by which google-genai's \
      LocalTokenizer counts for Gemini 2.x. Without it, tokens are estimated.
      """, valueName: "file")
  }

  static var maximumLineBytes: ArgumentHelp {
    ArgumentHelp(
      "The longest line to read, in bytes; \(Limits().maximumLineBytes) by default.", valueName: "n")
  }
}
