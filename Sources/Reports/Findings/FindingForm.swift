import Diagnostics

/// What all findings of a rule and a severity have in common, as bytes of a report. The words of the finding before are kept:
/// where there are millions of findings, most say the same as the one before.
final class FindingForm {
  let severity: Severity
  /// What goes before the message.
  let beginning: [UInt8]
  private let words: RuleWords
  /// What fills the placeholders of the message and the remedy that are kept; nil if none are.
  private var arguments: [String]?
  private(set) var message: [UInt8] = []
  private(set) var remedy: [UInt8] = []

  init(_ severity: Severity, beginning: [UInt8], _ words: RuleWords) {
    self.severity = severity
    self.beginning = beginning
    self.words = words
  }

  /// Whether it had no finding.
  var isNew: Bool { arguments == nil }

  /// Makes the words of a finding.
  func fill(_ finding: Finding) {
    if arguments == finding.arguments { return }
    arguments = finding.arguments
    message.removeAll(keepingCapacity: true)
    remedy.removeAll(keepingCapacity: true)
    words.writeMessage(of: finding, to: &message)
    words.writeRemedy(of: finding, to: &remedy)
  }
}
