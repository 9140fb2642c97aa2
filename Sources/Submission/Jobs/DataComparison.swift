public import JSONLines
public import Reports

/// What the service counted in the training data beside what tunekit counted.
public struct DataComparison: Sendable {
  /// What tunekit counted.
  public struct Prediction: Sendable {
    /// The examples.
    public var examples: Int
    /// The tokens of one epoch.
    public var tokens: Int
    /// The examples with more tokens than the limit, which the service drops.
    public var overlong: Int
    /// Whether tokens were counted with the model's vocabulary, not estimated.
    public var isCounted: Bool
    /// The path of the file.
    public var path: String

    /// What was counted in a file.
    public init(examples: Int, tokens: Int, overlong: Int, isCounted: Bool, path: String) {
      (self.examples, self.tokens, self.overlong) = (examples, tokens, overlong)
      (self.isCounted, self.path) = (isCounted, path)
    }
  }

  /// How many dropped examples are listed.
  private static let mostListed = 10

  private let service: DataStatistics
  private let prediction: Prediction?
  /// The lines of dropped examples, by the example's number; without it, examples keep their number.
  private let lines: [Int: Int]

  /// Compares.
  ///
  /// - Parameter lines: the line of each dropped example in the local file.
  public init(_ service: DataStatistics, _ prediction: Prediction?, lines: [Int: Int] = [:]) {
    (self.service, self.prediction, self.lines) = (service, prediction, lines)
  }

  /// Writes a small table, and the dropped examples.
  public func write(to output: inout some VisibleOutput) {
    let about = prediction?.isCounted == true ? "" : "about "
    let tokens = prediction.map { "\(about)\(Quantity.count($0.tokens))" }
    let overlong = prediction.map { "\(about)\(Quantity.count($0.overlong))" }
    let rows: [(String, Int?, String?)] = [
      ("examples", service.examples, prediction.map { Quantity.count($0.examples) }),
      ("tokens per epoch", service.billableTokens, tokens),
      ("dropped examples", service.droppedExamples, overlong),
      ("steps", service.steps, nil),
    ]
    for (title, number, predicted) in rows {
      guard let number else { continue }
      let padding = String(repeating: " ", count: 18 - title.utf8.count)
      let beside = predicted.map { " (tunekit: \($0))" } ?? ""
      output.write("  \(title)\(padding)\(Quantity.count(number))\(beside)\n")
    }
    for example in service.dropped.prefix(Self.mostListed) {
      let reason = example.reason.map { ": \($0)" } ?? ""
      output.write("    dropped: \(place(of: example.number))\(reason)\n")
    }
    let rest = service.dropped.count - Self.mostListed
    if rest > 0 { output.write("    and \(Quantity.count(rest)) more\n") }
  }

  private func place(of example: Int) -> String {
    guard let path = prediction?.path, let line = lines[example] else { return "example \(example)" }
    return "\(path):\(line)"
  }

  /// Writes the members of a JSON object.
  public func write(to json: inout JSONWriter) {
    json.member("examples", service.examples)
    json.member("billableTokensPerEpoch", service.billableTokens)
    json.member("steps", service.steps)
    json.member("droppedExamples", service.droppedExamples)
    json.array("dropped", layout: .oneLine) { json in
      for example in service.dropped {
        json.object { json in
          json.member("example", example.number)
          json.member("line", lines[example.number])
          json.member("reason", example.reason)
        }
      }
    }
    if let prediction {
      json.object("predicted", layout: .oneLine) { json in
        json.member("examples", prediction.examples)
        json.member("tokensPerEpoch", prediction.tokens)
        json.member("overlongExamples", prediction.overlong)
      }
    }
  }
}
