import JSONLines

extension ValidationPass {
  /// Counts the tokens of the example that was read.
  @inline(never)
  mutating func countTokens() {
    guard var counter = tokenCounter.take() else { return }
    let count = counter.count(decoder.context, at: decoder.mediaResolution.level)
    part.observations.totals.textTokens += count.input + count.output
    // TK703 says that media are not counted.
    if counter.isExact { decoder.context.countedTokens = count.input + count.output }
    tokenCounter = consume counter
    if wantsDistributions, decoder.example.contentsOffset != nil {
      part.observations.distributions.add(count, turns: decoder.example.turnsInLine)
    }
  }

  /// Notes the length of a line that is not blank.
  @inline(__always)
  mutating func noteLength(_ bytes: Int) {
    if wantsDistributions { part.observations.distributions.add(lineBytes: bytes) }
  }

  /// Notes what an example tells of the dataset that it is in. An example without contents, or with a turn
  /// without parts, has a finding that says more.
  @inline(__always)
  mutating func noteForDataset(_ line: LineBytes, _ offset: Int) {
    guard decoder.example.contentsOffset != nil, !decoder.digest.isSpoilt else { return }
    if wantsComparison {
      part.observations.compared.add(ComparedExample(decoder.digest, line: part.count, offset: offset))
    }
    part.observations.instructions.add(decoder.digest.instruction, line: part.count, offset: offset)
    part.observations.tools.add(decoder.digest.tools, line: part.count, offset: offset)
    if decoder.example.media.count > 0 || decoder.example.hasFunctions {
      part.observations.kinds.add(
        &decoder.context.example, of: line, LinePlace(line: part.count, offset: offset))
    }
    if decoder.example.hasVideoMetadata, decoder.example.hasClip(longerThan: maximumVideoSeconds, in: line) {
      part.observations.totals.longVideos += 1
    }
  }
}
