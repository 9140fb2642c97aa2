import Diagnostics
import TuningDatasets

/// The section of a page that shows how long lines and examples are.
struct HTMLDistributions {
  /// A dataset, as it is shown beside the other.
  typealias Dataset = (role: FileRole, distributions: ExampleDistributions)

  private let datasets: [Dataset]
  private let isExact: Bool

  /// - Parameter isExact: whether tokens were counted by a vocabulary, and not estimated.
  init(_ distributions: [FileRole: ExampleDistributions], isExact: Bool) {
    datasets = [FileRole.training, .validation].compactMap { role in
      distributions[role].map { (role, $0) }
    }
    self.isExact = isExact
  }

  /// Writes the section; nothing without lines.
  func write(to output: inout some VisibleOutput) {
    if datasets.isEmpty { return }
    output.write("<section aria-labelledby=\"sizes\">\n<h2 id=\"sizes\">Sizes</h2>\n")
    if datasets.count > 1 {
      let names: [VisibleText] = datasets.map { dataset in
        "<span><span class=\"swatch \(dataset.role.rawValue)\"></span>\(dataset.role.rawValue)</span>"
      }
      output.write("<p class=\"legend\">\(names.joined(by: " "))</p>\n")
    }
    output.write("<div class=\"charts\">\n")
    write("tokens", "Tokens in an example\(isExact ? "" : " (estimated)")", \.tokens, uncounted, to: &output)
    write("turns", "Turns in an example", \.turns, to: &output)
    write("lengths", "Bytes in a line", \.lineBytes, to: &output)
    output.write("</div>\n</section>\n")
  }

  /// What the numbers of tokens lack, in a sentence.
  private var uncounted: String {
    let media = datasets.reduce(0) { $0 + $1.distributions.uncountedMedia }
    return media == 0 ? "" : "\(Quantity.count(media, "media part")) could not be counted."
  }

  private func write(
    _ id: String, _ title: String, _ histogram: KeyPath<ExampleDistributions, ValueHistogram>,
    _ note: String = "", to output: inout some VisibleOutput
  ) {
    let shown = datasets.map { ($0.role.rawValue, $0.distributions[keyPath: histogram]) }
    guard shown.contains(where: { $0.1.count > 0 }) else { return }
    var sentences: [VisibleText] = shown.map { name, numbers in
      "\(datasets.count > 1 ? "\(name): " : "")\(Self.words(on: numbers))"
    }
    if !note.isEmpty { sentences.append("\(note)") }
    output.write("<figure>\n<figcaption>\n<h3 id=\"\(id)\">\(title)</h3>\n")
    output.write("<p id=\"\(id)-words\">\(sentences.joined(by: "<br>"))</p>\n")
    output.write("</figcaption>\n")
    HTMLHistogram(shown).write(id: id, to: &output)
    output.write("</figure>\n")
  }

  /// What is to be known of some numbers, in a sentence.
  private static func words(on numbers: ValueHistogram) -> String {
    guard let median = numbers.percentile(50), let most = numbers.percentile(95) else { return "none." }
    return "\(Quantity.count(numbers.minimum)) to \(Quantity.count(numbers.maximum)), the median "
      + "\(Quantity.count(median)), 95 % at most \(Quantity.count(most))."
  }
}
