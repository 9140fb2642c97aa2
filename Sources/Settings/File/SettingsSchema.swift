import Diagnostics
import Documents
import JSONLines
import ModelCatalog
import TuningDatasets

/// The fields of a settings file. Each entry says what its field sets.
enum SettingsSchema {
  /// The fields of the file.
  static let file = SettingsFields<SettingsFile>(
    [schema, extends] + RuleFields.fields(of: \SettingsFile.rules) { $0.text } + [
      model, limits, failOn, maximumFindings, overrides,
    ])

  private static let schema = SettingsField<SettingsFile>(
    "$schema", .string, "The schema of this file, for editors."
  ) { (_, schema, _) throws(DocumentFault) in _ = try schema.string() }

  private static let extends = SettingsField<SettingsFile>(
    "extends", .paths,
    "Settings files to begin with, relative to this file's folder. Of several, the later one takes precedence, "
      + "and this file over all."
  ) { (file, paths, _) throws(DocumentFault) in
    for path in paths.value.kind == .array ? try paths.elements() : [paths] {
      let text = try path.string()
      guard !text.isEmpty, !text.utf8.contains(0) else { throw path.invalid("expected the path of a file") }
      file.extends.append(file.text.setting(text, of: path))
    }
  }

  private static let model = SettingsField<SettingsFile>(
    "model", .string, "The model to tune, which sets the limits; 'tunekit models' lists the models."
  ) { (file, model, _) throws(DocumentFault) in
    file.model = file.text.setting(try model.string(), of: model)
  }

  private static let failOn = SettingsField<SettingsFile>(
    "failOn", .choice(failures), "Findings of this severity or a higher one make the exit status 1."
  ) { (file, choice, _) throws(DocumentFault) in
    file.failOn = file.text.setting(try choice.word(of: failures), of: choice)
  }

  private static let failures = ["error", "warning", "never"]

  private static let maximumFindings = SettingsField<SettingsFile>(
    "maximumFindings", .number(0...largestNumber),
    "The most findings to show per rule and file; 0 shows all. All findings are counted."
  ) { (file, number, _) throws(DocumentFault) in
    file.maximumFindings = file.text.setting(try number.number(in: 0...largestNumber), of: number)
  }

  private static let overrides = SettingsField<SettingsFile>(
    "overrides", .objects(override.descriptions),
    "Other rules for some files. Of several overrides for a file, the later one takes precedence."
  ) { (file, list, _) throws(DocumentFault) in
    for element in try list.elements() {
      var target = OverrideTarget(text: file.text)
      try element.read(override.fields, into: &target)
      file.overrides.append(target.override)
    }
  }

  // MARK: Limits

  private static let limits = SettingsField<SettingsFile>(
    "limits", .object(limitFields.descriptions),
    "Limits in place of those of the model, by their names in 'tunekit models ID --format json'."
  ) { (file, limits, _) throws(DocumentFault) in try limits.read(limitFields.fields, into: &file) }

  private static let limitFields = SettingsFields<SettingsFile>(
    [maximumLineBytes] + TuningLimit.allCases.map(limit))

  private static let maximumLineBytes = SettingsField<SettingsFile>(
    "maximumLineBytes", .number(1...Limits.largestMaximumLineBytes), "The longest line to read, in bytes."
  ) { (file, number, _) throws(DocumentFault) in
    file.maximumLineBytes = file.text.setting(
      try number.number(in: 1...Limits.largestMaximumLineBytes), of: number)
  }

  private static func limit(_ limit: TuningLimit) -> SettingsField<SettingsFile> {
    let range = limit == .maxDroppedPercent ? 0...100 : 1...largestNumber
    return SettingsField(limit.rawValue, .number(range), limit.summary) {
      (file, number, _) throws(DocumentFault) in
      file.limits[limit] = file.text.setting(try number.number(in: range), of: number)
    }
  }

  /// The largest number that a limit can be: products of two of them stay numbers.
  private static let largestNumber = 1_000_000_000_000_000

  // MARK: Overrides

  /// An override that is being read.
  private struct OverrideTarget: Sendable {
    let text: SettingsText
    var override: SettingsOverride

    init(text: SettingsText) {
      self.text = text
      override = SettingsOverride(folder: text.folder)
    }
  }

  private static let override = SettingsFields<OverrideTarget>(
    [
      SettingsField(
        "paths", .patterns,
        "The files, relative to this file's folder: * is any part of a name, ? one character, ** any folders.",
        isRequired: true
      ) { (target, list, _) throws(DocumentFault) in
        for pattern in try list.elements() {
          let text = try pattern.string()
          guard !text.isEmpty, text.unicodeScalars.count <= PathPattern.maximumLength else {
            throw pattern.invalid("expected a pattern of 1 to \(PathPattern.maximumLength) characters")
          }
          target.override.paths.append(PathPattern(text))
        }
        if target.override.paths.isEmpty { throw list.invalid("expected patterns of paths, found none") }
      }
    ] + RuleFields.fields(of: \OverrideTarget.override.rules) { $0.text })
}

extension TuningLimit {
  /// What the limit is, in a sentence.
  var summary: String {
    switch self {
    case .maxTokensPerExample: "The most tokens of an example."
    case .largeFileBytes: "The size of a file that gets a warning, in uncompressed bytes."
    case .maxFileBytes: "The largest file, in uncompressed bytes."
    case .maxTextExamples: "The most training examples if all have only text."
    case .maxMultimodalExamples: "The most training examples if some have media."
    case .maxValidationExamples: "The most validation examples."
    case .recommendedExamples: "The number of training examples that is advised."
    case .fewExamples: "The number of training examples below which tuning is hardly useful."
    case .manyFunctionDeclarations: "The number of functions in an example above which there is a warning."
    case .maxFunctionDeclarations: "The most functions in an example."
    case .maxDroppedPercent: "The share of examples, in percent, that may be dropped before the job fails."
    }
  }
}

extension DocumentReader {
  /// One of a few words.
  func word(of words: [String]) throws(DocumentFault) -> String {
    let text = try string()
    guard words.contains(text) else {
      let list = words.map { "'\($0)'" }.joined(separator: ", ")
      throw invalid("expected one of \(list), found '\(DocumentFault.excerpt(text))'")
    }
    return text
  }

  /// A whole number in a range.
  func number(in range: ClosedRange<Int>) throws(DocumentFault) -> Int {
    let number = try count(from: range.lowerBound)
    guard number <= range.upperBound else {
      throw invalid(
        "expected a whole number from \(range.lowerBound) to \(range.upperBound), found \(number)")
    }
    return number
  }
}
