import JSONLines

/// What is said of media beside them: clips of videos, and the resolution of the example.
extension ExampleDecoder {
  /// Reads the `videoMetadata` of a part, and returns its place.
  mutating func readVideoMetadata(_ field: Int) throws(JSONFault) -> TrainingExample.Place {
    let start = reader.offset
    guard try expect(.object, for: .field(field)) else {
      return TrainingExample.Place(start..<reader.offset, isSpoilt: true)
    }
    var first: VideoClip.Offset?
    var last: VideoClip.Offset?
    var object = try openObject(.videoMetadata)
    while let field = try nextField(of: &object) {
      let place = try readPlace(of: field, in: object)
      switch fields.field(of: field) {
      case .startOffset: first = readOffset(place)
      case .endOffset: last = readOffset(place)
      case .frameRate:
        if let range = place.range, reader.line.isPositive(range, atMost: 24) == false {
          report(.rateOutOfRange, at: range)
        }
      default: break
      }
    }
    if let last, !last.isNegative, let isAfterStart = first.map(last.isAfter) ?? (last.isZero ? false : nil),
      !isAfterStart
    {
      report(.endNotAfterStart, at: last.range)
    }
    return TrainingExample.Place(start..<reader.offset)
  }

  private mutating func readOffset(_ place: TrainingExample.Place) -> VideoClip.Offset? {
    let offset = VideoClip.Offset(place, in: reader.line)
    if let offset, offset.isNegative { report(.negativeOffset, at: offset.range) }
    return offset
  }

  private mutating func report(_ fault: VideoClip.Fault, at range: Range<Int>) {
    findings.report(.invalidVideoMetadata(fault), at: range.lowerBound, length: range.count)
  }

  /// Reads the `generationConfig`, and notes the media resolution.
  mutating func readGenerationConfig(_ field: Int) throws(JSONFault) {
    guard try expect(.object, for: .field(field)) else { return }
    var object = try openObject(.generationConfig)
    while let field = try nextField(of: &object) {
      let place = try readPlace(of: field, in: object)
      guard fields.field(of: field) == .exampleResolution, let range = place.range else { continue }
      mediaResolution = MediaResolution(in: range, of: reader.line)
    }
  }
}
