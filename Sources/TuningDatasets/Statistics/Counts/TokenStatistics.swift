/// The tokens of examples.
public struct TokenStatistics: Sendable, Codable, Equatable {
  /// Those of what the model is given, of each example.
  public private(set) var input = ValueHistogram()
  /// Those of what the model learns to write.
  public private(set) var output = ValueHistogram()
  /// All of them, with those of media as far as they are known.
  public private(set) var total = ValueHistogram()
  /// The tokens of media, which are part of neither input nor output.
  public private(set) var media = 0
  /// The images, pieces of audio, videos and documents whose tokens are not known.
  public private(set) var uncountedMedia = 0

  init() {}

  /// Adds the tokens of an example.
  @inline(__always)
  mutating func add(_ tokens: TokenCount) {
    input.add(tokens.input)
    output.add(tokens.output)
    total.add(tokens.total)
    media += tokens.media
    uncountedMedia += tokens.uncountedMedia
  }

  mutating func append(_ next: TokenStatistics) {
    input.append(next.input)
    output.append(next.output)
    total.append(next.total)
    media += next.media
    uncountedMedia += next.uncountedMedia
  }
}
