import Diagnostics

extension Confidence {
  /// What the word means.
  var meaning: String {
    switch self {
    case .documented: "an official page, schema or SDK says so"
    case .observed: "the running service, or Google's published parser, was seen to do so"
    case .reported: "others have read it on an official page, which could not be read directly"
    case .conflicting: "sources disagree"
    case .guess: "inferred, because no source that states it was found"
    }
  }
}
