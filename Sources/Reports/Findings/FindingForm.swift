import Diagnostics

/// What all findings of a rule and a severity have in common, as bytes of a report. The words of the finding before are kept:
/// where there are millions of findings, most say the same as the one before.
struct FindingForm {
  private let beginning: [UInt8]
  private let endOfMessage: [UInt8]
  private let endOfRemedy: [UInt8]
  private let words: RuleWords
  /// What fills the placeholders of the message and the remedy that are kept.
  private var arguments = FindingArguments()
  /// Whether it had no finding.
  private var isNew = true
  /// The message, with what goes before and after it.
  private(set) var message: [UInt8] = []
  /// The remedy, with what goes after it.
  private(set) var remedy: [UInt8] = []

  init(beginning: [UInt8], endOfMessage: [UInt8], endOfRemedy: [UInt8], _ words: RuleWords) {
    self.beginning = beginning
    self.endOfMessage = endOfMessage
    self.endOfRemedy = endOfRemedy
    self.words = words
  }

  /// Makes the words of a finding.
  mutating func fill(_ finding: FindingRecord) {
    if !isNew, arguments.areSame(as: finding.arguments) { return }
    let changes = arguments.changes(to: finding.arguments)
    let (beginning, endOfMessage, endOfRemedy) = (beginning, endOfMessage, endOfRemedy)
    if isNew || changes & words.message.arguments != 0 {
      message.copy(beginning.span)
      words.message.write(with: finding.arguments, to: &message)
      message.append(endOfMessage.span)
    }
    if isNew || changes & words.remedy.arguments != 0 {
      remedy.removeAll(keepingCapacity: true)
      words.remedy.write(with: finding.arguments, to: &remedy)
      remedy.append(endOfRemedy.span)
    }
    isNew = false
    arguments.copy(finding.arguments)
  }
}
