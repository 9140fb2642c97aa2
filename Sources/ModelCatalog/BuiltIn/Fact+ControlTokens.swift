extension Fact<[String]> {
  /// The control tokens of Gemma 3, for the models whose tokens Google's SDK counts with its tokenizer.
  static let gemma3ControlTokens = Fact.guess(
    [
      "<start_of_turn>", "<end_of_turn>",
      "<start_of_image>", "<end_of_image>", "<image_soft_token>",
    ], .tokenizers,
    "The model's own tokens are not published: these are of Gemma 3, with whose tokenizer Google's SDK "
      + "counts for it. " + omissions)

  /// The control tokens of Gemma 4, for the models whose tokens Google's SDK counts with its tokenizer.
  static let gemma4ControlTokens = Fact.guess(
    [
      "<|turn>", "<turn|>",
      "<|think|>", "<|channel>", "<channel|>",
      "<|tool>", "<tool|>", "<|tool_call>", "<tool_call|>", "<|tool_response>", "<tool_response|>",
      "<|image>", "<image|>", "<|image|>", "<|audio>", "<audio|>", "<|audio|>", "<|video|>",
    ], .tokenizers,
    "The model's own tokens are not published: these are of Gemma 4, with whose tokenizer Google's SDK "
      + "counts for it, or for its generation. " + omissions)

  private static let omissions =
    "Left out, because texts that mean no command hold them: <bos>, <eos>, <pad>, <unk> and <mask>, which "
    + "articles about language models write and markup may use as tags, the tags of HTML that have tokens of "
    + "their own, and Gemma 4's string quote, which operators beside a string literal also spell."
}
