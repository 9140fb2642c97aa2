import Reports
import Submission
import SystemPackage

/// Writes text to a descriptor, at once. All output of the program goes through this type, without any secret.
struct OutputStream: VisibleOutput {
  /// The standard output.
  static var standardOutput: OutputStream { OutputStream(descriptor: .standardOutput) }
  /// The standard error.
  static var standardError: OutputStream { OutputStream(descriptor: .standardError) }

  private let descriptor: FileDescriptor

  mutating func write(_ text: VisibleText) {
    var rest = Array(Redactor.redacted(text.description).utf8)[...]
    while !rest.isEmpty {
      // The job continues, whether anybody reads of it or not.
      guard let count = Terminal.write(rest, to: descriptor) else { return }
      rest = rest.dropFirst(count)
    }
  }
}
