/// The texts that are made for a finding.
struct FindingTexts {
  private(set) var all: [String] = []

  /// Keeps a text, as an argument of the finding.
  mutating func keep(_ text: String) -> FindingArgument {
    all.append(text)
    return .made(all.count - 1)
  }
}
