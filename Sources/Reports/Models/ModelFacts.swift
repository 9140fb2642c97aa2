import Diagnostics
import ModelCatalog

/// The facts about a model in a catalogue, in words.
struct ModelFacts: Sendable {
  /// A fact of the catalogue, its value in words.
  struct Item: Sendable {
    let label: String
    let value: String
    let confidence: Confidence
    /// The source, the day, and the conflict or note of the fact, if there is one.
    let remark: String
    /// The index of the remark in the notes.
    fileprivate(set) var note = 0

    init<Value>(_ label: String, _ fact: Fact<Value>, _ text: (Value) -> String) {
      self.label = label
      value = text(fact.value)
      confidence = fact.confidence
      remark = "\(fact.source), \(fact.asOf)." + ((fact.conflict ?? fact.note).map { " \($0)" } ?? "")
    }
  }

  /// Facts that belong together.
  struct Section: Sendable {
    let title: String
    fileprivate(set) var facts: [Item]
  }

  /// The facts, in the order in which they are shown.
  private(set) var sections: [Section]
  /// The remarks about sources, each once.
  private(set) var notes: [String] = []

  /// How the facts are known.
  var confidences: [Confidence] {
    let all = Set(sections.flatMap(\.facts).map(\.confidence))
    return Confidence.allCases.filter(all.contains)
  }

  /// The facts about a model that is or was tunable.
  init(_ model: TunableModel) {
    self.init([
      Section(title: "tuning", facts: Self.tuning(model)),
      Section(title: "examples", facts: Self.examples(model)),
      Section(title: "datasets", facts: Self.datasets(model.limits)),
      Section(title: "media in an example", facts: Self.media(model)),
    ])
  }

  /// The facts about a model that cannot be tuned and has no limits.
  init(_ model: UntunableModel) {
    self.init([
      Section(
        title: "tuning",
        facts: [
          Item("can be tuned", model.isTunable, Self.yesOrNo),
          Item("replacements", model.replacements, Self.list),
        ])
    ])
  }

  private init(_ sections: [Section]) {
    self.sections = sections
    for section in sections.indices {
      for fact in sections[section].facts.indices {
        let remark = sections[section].facts[fact].remark
        let note = notes.firstIndex(of: remark) ?? notes.count
        if note == notes.count { notes.append(remark) }
        self.sections[section].facts[fact].note = note
      }
    }
  }

  private static func tuning(_ model: TunableModel) -> [Item] {
    [
      Item("can be tuned", model.isTunable, yesOrNo),
      Item("launch stage", model.launchStage, \.rawValue),
      Item("retirement", model.retirement) { "\($0.date)\($0.isEarliest ? " or later" : "")" },
      Item("replacements", model.replacements, list),
      Item("regions", model.regions) { $0.map(list) ?? "the service lists none" },
      Item("price", model.trainingPriceInCentsPerMillionTokens) { cents in
        cents.map { "$\(Money.amount(cents: $0)) per million training tokens" } ?? "not known"
      },
      Item("adapter sizes", model.adapterSizes) { list($0.map(String.init)) },
      Item("checkpoints", model.supportsCheckpoints, yesOrNo),
      Item("encryption keys", model.supportsEncryptionKeys, yesOrNo),
      Item("continuous tuning", model.supportsContinuousTuning, yesOrNo),
    ]
  }

  private static func examples(_ model: TunableModel) -> [Item] {
    let limits = model.limits
    return [
      Item("modalities", model.modalities) { list($0.map(\.rawValue)) },
      Item("tokens", limits.maxTokensPerExample, atMost),
      Item("function calls", model.functionCalling, \.rawValue),
      Item("many functions", limits.manyFunctionDeclarations) { "over \(Quantity.count($0))" },
      Item("functions", limits.maxFunctionDeclarations, atMost),
      Item("part's resolution", model.supportsPartMediaResolution, yesOrNo),
      Item("control tokens", model.controlTokens, list),
    ]
  }

  private static func datasets(_ limits: TuningLimits) -> [Item] {
    [
      Item("examples of text", limits.maxTextExamples) { $0.map(atMost) ?? "any number" },
      Item("examples with media", limits.maxMultimodalExamples) { $0.map(atMost) ?? "any number" },
      Item("recommended examples", limits.recommendedExamples) { "\(Quantity.count($0)) to start with" },
      Item("few examples", limits.fewExamples) { "under \(Quantity.count($0))" },
      Item("dropped examples", limits.maxDroppedPercent) { "at most \(Quantity.count($0)) %" },
      Item("validation examples", limits.maxValidationExamples, atMost),
      Item("validation share", limits.validationShare) { share in
        share.map {
          "over \(Quantity.count($0.appliesAboveExamples)) examples: at most "
            + "\(Quantity.count($0.maxPercentOfTraining)) % of the training examples"
        } ?? "any"
      },
      Item("large file", limits.largeFileBytes) { "from \(Quantity.count($0, "byte"))" },
      Item("training file", limits.maxFileBytes) { "at most \(Quantity.count($0, "byte"))" },
    ]
  }

  private static func media(_ model: TunableModel) -> [Item] {
    let (images, audio) = (model.media.images, model.media.audio)
    let (videos, documents) = (model.media.videos, model.media.documents)
    return [
      Item("images", images.maxFiles, atMost),
      Item("image file", images.maxMegabytesPerFile, megabytes),
      Item("audio files", audio.maxFiles, atMost),
      Item("audio length", audio.maxSeconds, seconds),
      Item("audio file", audio.maxMegabytesPerFile, megabytes),
      Item("videos", videos.maxFiles, atMost),
      Item("video file", videos.maxMegabytesPerFile, megabytes),
      Item("video, medium or high", videos.maxSecondsAtHighOrMedium, seconds),
      Item("video, low resolution", videos.maxSecondsAtLow, seconds),
      Item("documents", documents.maxFiles, atMost),
      Item("document pages", documents.maxPages, atMost),
      Item("document file", documents.maxMegabytesPerFile, megabytes),
      Item("MIME types, tuning", model.mimeTypes.tuning, list),
      Item("MIME types, serving", model.mimeTypes.serving, list),
    ]
  }

  // MARK: Values

  private static func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "none" : items.joined(separator: ", ")
  }
  private static func atMost(_ number: Int) -> String { "at most \(Quantity.count(number))" }
  private static func megabytes(_ number: Int) -> String { "at most \(Quantity.count(number)) MB" }
  private static func seconds(_ number: Int) -> String { "at most \(Quantity.count(number, "second"))" }
}
