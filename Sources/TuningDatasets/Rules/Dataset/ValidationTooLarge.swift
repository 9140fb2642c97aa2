import Diagnostics
import ModelCatalog

/// TK706: a validation dataset with more examples than a job accepts.
enum ValidationTooLarge: Rule {
  /// An example for datasets where only the length matters.
  private static let example =
    #"""
    {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
    """#

  private static let uncut = [
    RuleExample.Exception.inapplicable(.cutChunks, because: "the data are too long to be cut at every byte")
  ]

  static let description = RuleDescription(
    "TK706", "validation-too-large", severity: .error,
    also: .warning,
    when: "there are 1001 to 5000, and they are over 30 % of the number of training examples", since: "0.1.0",
    message: "the validation dataset has {0} examples, but a tuning job accepts at most {1}",
    summary: """
      A validation dataset has at most 5000 examples, and above 1000 at most 30 % of the number of training \
      examples.
      """,
    rationale: """
      The documentation limits validation to 5000 examples, or to 30 % of the training examples if there \
      are more than 1000. It does not say how the two limits combine, so exceeding only the stricter one is \
      a warning.
      """,
    remedy: "keep at most {1}; use the other examples for training, or remove them",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "1000 examples with any number for training", example, repeated: 1000, besideTraining: 1,
        except: uncut),
      .accepts("exactly 30 %", example, repeated: 1500, besideTraining: 5000, except: uncut),
      .accepts(
        "5000 examples with many for training", example, repeated: 5000, besideTraining: 17_000, except: uncut
      ),
      .rejects(
        "1001 examples, over 30 %", example, as: .warning, repeated: 1001, besideTraining: 3000, except: uncut
      ),
      .rejects("5001 examples", example, repeated: 5001, besideTraining: 17_000, except: uncut),
    ])

  /// - Parameter trainingExamples: how many examples the training dataset has; nil where it could not be read.
  static func check(
    _ validation: DatasetTotals, besideTraining trainingExamples: Int?, _ limits: TuningLimits,
    _ ledger: inout FindingLedger
  ) {
    let count = validation.examples
    if count > limits.maxValidationExamples.value {
      ledger.add(ValidationTooLarge.self, "\(count)", "\(limits.maxValidationExamples.value)")
    } else if let share = limits.validationShare.value, let trainingExamples,
      count > share.appliesAboveExamples,
      count * 100 > trainingExamples * share.maxPercentOfTraining
    {
      let most = max(share.appliesAboveExamples, trainingExamples * share.maxPercentOfTraining / 100)
      ledger.add(
        ValidationTooLarge.self, as: .warning, "\(count)",
        "\(most) for \(trainingExamples) training examples (\(share.maxPercentOfTraining) %)")
    }
  }
}
