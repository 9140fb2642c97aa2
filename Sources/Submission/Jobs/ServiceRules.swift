public import Diagnostics

/// Which rule of ours says beforehand what the service says of a job that it refuses or that fails.
///
/// Sources: live answers in googleapis/python-aiplatform#6127, GoogleCloudPlatform/generative-ai#2081,
/// googleapis/python-genai#908, and notes on live jobs, as of 2026-11-22. A message that is not known has no rule.
public enum ServiceRules {
  /// Words of the service's messages, in small letters, and the rule that they belong to; the first that fits counts.
  private static let words: [(words: [String], rule: RuleCode)] = [
    (["should be a gcs object of type jsonl"], "TK821"),
    (["missing required", "contents"], "TK301"),
    (["unsupported modality", "function call"], "TK611"),
    (["unsupported modality"], "TK516"),
    (["adapter size", "not supported"], "TK822"),
    (["multimodal", "evaluation"], "TK828"),
    (["tuning_spec", "already set"], "TK825"),
    (["base model", "not supported"], "TK803"),
    (["token limit exceeded"], "TK703"),
    (["dropped", "10%"], "TK704"),
    (["checkpoint", "not found"], "TK813"),
    (["epoch_count"], "TK823"),
    (["learning_rate_multiplier"], "TK824"),
    (["adapter_size"], "TK822"),
    (["display_name"], "TK819"),
    (["labels"], "TK820"),
    (["service_account"], "TK827"),
    (["kms_key"], "TK816"),
    (["training_dataset_uri"], "TK821"),
    (["validation_dataset_uri"], "TK821"),
    (["base_model"], "TK802"),
  ]

  /// The rule that finds beforehand what a message is about; nil if none is known.
  ///
  /// - Complexity: linear in the message.
  public static func rule(for message: String) -> RuleCode? {
    let message = message.lowercased()
    return words.first { $0.words.allSatisfy { message.contains($0) } }?.rule
  }

  /// The pieces of a message that lists several errors, whose tabs may have become spaces:
  /// `List of found errors:\t1.Field: …; Message: …\t2.Field: …`.
  public static func pieces(of message: String) -> [String] {
    guard message.hasPrefix("List of found errors:") else { return message.isEmpty ? [] : [message] }
    var pieces: [String] = []
    for word in message.split(whereSeparator: \.isWhitespace).dropFirst(4) {
      let isBeginning = word.hasSuffix(".Field:") && word.dropLast(7).allSatisfy(\.isNumber)
      if isBeginning || pieces.isEmpty {
        pieces.append(String(word))
      } else {
        pieces[pieces.count - 1] += " \(word)"
      }
    }
    return pieces
  }
}
