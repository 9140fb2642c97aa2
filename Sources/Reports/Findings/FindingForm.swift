import Diagnostics

/// What all findings of a rule and a severity have in common, as bytes of a report. The words of the finding before are kept:
/// where there are millions of findings, most say the same as the one before.
final class FindingForm {
  let severity: Severity
  private let beginning: [UInt8]
  private let endOfMessage: [UInt8]
  private let endOfRemedy: [UInt8]
  private let words: RuleWords
  /// What fills the placeholders of the message and the remedy that are kept.
  private var arguments = FindingArguments()
  /// Whether it had no finding.
  private(set) var isNew = true
  /// The message, with what goes before and after it.
  private(set) var message: [UInt8] = []
  /// The remedy, with what goes after it.
  private(set) var remedy: [UInt8] = []

  init(
    _ severity: Severity, beginning: [UInt8], endOfMessage: [UInt8], endOfRemedy: [UInt8], _ words: RuleWords
  ) {
    self.severity = severity
    self.beginning = beginning
    self.endOfMessage = endOfMessage
    self.endOfRemedy = endOfRemedy
    self.words = words
  }

  /// Makes the words of a finding.
  func fill(_ finding: FindingRecord) {
    if !isNew, arguments.areSame(as: finding.arguments) { return }
    if isNew || !words.hasSameMessage(finding.arguments, arguments) {
      message.removeAll(keepingCapacity: true)
      message.append(contentsOf: beginning)
      words.writeMessage(with: finding.arguments, to: &message)
      message.append(contentsOf: endOfMessage)
    }
    if isNew || !words.hasSameRemedy(finding.arguments, arguments) {
      remedy.removeAll(keepingCapacity: true)
      words.writeRemedy(with: finding.arguments, to: &remedy)
      remedy.append(contentsOf: endOfRemedy)
    }
    isNew = false
    arguments.copy(finding.arguments)
  }
}
