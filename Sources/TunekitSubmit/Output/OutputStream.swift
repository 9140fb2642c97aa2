import ByteStreams
import Reports
import Submission
import SystemPackage

/// Writes text to a descriptor, at once. All output of the program goes through this type, without any secret.
struct OutputStream: VisibleOutput {
  /// The standard output.
  static var standardOutput: OutputStream { OutputStream(descriptor: .standardOutput) }
  /// The standard error.
  static var standardError: OutputStream { OutputStream(descriptor: .standardError) }

  /// Why results cannot be written, as far as that is known. A reader that has closed the pipe is no reason.
  static var failure: Errno? { firstFailure.withLock { $0 } }
  private static let firstFailure = Guarded<Errno?>(nil)

  private let descriptor: FileDescriptor

  mutating func write(_ text: VisibleText) {
    var rest = Array(Redactor.redacted(text.description).utf8)[...]
    while !rest.isEmpty {
      do throws(Errno) {
        rest = rest.dropFirst(try Terminal.write(rest, to: descriptor))
      } catch {
        // The job continues, whether anybody reads of it or not.
        if descriptor == .standardOutput, error != .brokenPipe {
          Self.firstFailure.withLock { $0 = $0 ?? error }
        }
        return
      }
    }
  }
}
