import Diagnostics

/// TK312: lines of a dataset for preference or reinforcement tuning.
enum OtherTuningMethod: Rule {
  static let description = RuleDescription(
    "TK312", "other-tuning-method", severity: .error, keepsFromExamination: true, since: "0.1.0",
    message: "the line is an example for {0} tuning, not for supervised tuning (lines of this kind: {1})",
    summary: "The dataset is for supervised tuning.",
    rationale: """
      Preference tuning learns from two scored `completions`, and reinforcement tuning from `references` \
      and a reward; their `contents` end with a user turn. Supervised tuning learns from the model's answer \
      inside `contents`, which such lines do not have, and Google's parsers refuse the other fields. Each \
      method is reported once, at its first line.
      """,
    remedy: """
      use the dataset for {0} tuning, or end 'contents' with the best answer as a model turn and remove \
      'completions', 'references' and 'score'
      """,
    source: Source(
      "models/tuning/preference-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the preferred answer as the model's turn",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is my favorite fruit?"}]},\#
        {"role":"model","parts":[{"text":"Apple!"}]}]}
        """#),
      .rejects(
        "preference tuning: one finding for both lines",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is my favorite fruit?"}]}],↓"completions":[\#
        {"score":1,"completion":{"role":"model","parts":[{"text":"Apple!"}]}},\#
        {"score":0,"completion":{"role":"model","parts":[{"text":"Your favorite fruit is apple."}]}}]}
        {"contents":[{"role":"user","parts":[{"text":"And my favorite color?"}]}],"completions":[\#
        {"score":1,"completion":{"role":"model","parts":[{"text":"Blue!"}]}},\#
        {"score":0,"completion":{"role":"model","parts":[{"text":"Your favorite color is blue."}]}}]}
        """#),
      .rejects(
        "reinforcement tuning",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is 17 * 23?"}]}],\#
        ↓"references":{"ground_truth_answer":"391"}}
        """#),
      .rejects(
        "an answer with a score",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        ↓"score":1}
        """#),
    ])

  /// The fields that only lines for other methods have, and whether the method is preference tuning.
  static let fields = [
    (name: "completions", isPreference: true), (name: "references", isPreference: false),
    (name: "score", isPreference: true),
  ]
}
