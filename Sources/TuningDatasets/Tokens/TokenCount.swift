/// How many tokens an example has.
package struct TokenCount: Sendable, Equatable {
  /// The tokens of what the model is given: the system instruction, the declared functions, the turns of users and of
  /// functions.
  package var input = 0
  /// The tokens of what the model learns to write: its turns, all of them.
  ///
  /// Which turns are learned is not documented; the page of Gemini 1.0 and other tuning services name every turn of the
  /// model.
  package var output = 0
  /// The tokens of the media whose tokens are known, see ``MediaTokens``; they are part of neither input nor output.
  package var media = 0
  /// How many images, pieces of audio, videos and documents are in none of these numbers, because the example does not say
  /// how long or large they are.
  package var uncountedMedia = 0

  package init() {}

  /// All tokens that were counted.
  package var total: Int { input + output + media }
}
