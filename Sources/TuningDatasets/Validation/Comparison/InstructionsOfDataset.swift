import JSONLines

/// The system instructions of a dataset, or its tools, in one file or several.
struct InstructionsOfDataset {
  /// One of them; an example without one counts as one too.
  struct Variant {
    let digest: ContentDigest
    /// The file of its first line, and that line.
    let file: Int
    let path: String
    let first: LinePlace
    /// How many examples have it.
    var examples: Int
  }

  /// Those that were met, in the order of their first lines; none where there are too many.
  private(set) var variants: [Variant] = []
  private(set) var examples = 0

  /// - Parameter files: the number, the path, and what was observed of each.
  init(_ files: [(number: Int, path: String, observed: Instructions)]) {
    if files.contains(where: \.observed.areMany) { return }
    for file in files {
      for variant in file.observed.variants {
        examples += variant.examples
        if let index = variants.firstIndex(where: { $0.digest == variant.digest }) {
          variants[index].examples += variant.examples
        } else {
          variants.append(
            Variant(
              digest: variant.digest, file: file.number, path: file.path, first: variant.first,
              examples: variant.examples))
        }
      }
    }
  }

  /// The one that nine of ten examples have; nil if they have not.
  var common: Variant? { variants.first { $0.examples * 10 >= examples * 9 } }
}
