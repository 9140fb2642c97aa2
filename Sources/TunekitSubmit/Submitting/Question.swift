import Reports
import Submission
import SystemPackage

/// Asks the user before money is spent.
enum Question {
  /// Whether there is a terminal to ask at.
  static var canBeAsked: Bool { Terminal.isAt(.standardInput) && Terminal.isAt(.standardError) }

  /// Asks, and waits for a line. Nothing but a yes is one.
  ///
  /// - Throws: ``Stop`` if a signal ends the program.
  static func isAnsweredYes(_ question: VisibleText) throws(Stop) -> Bool {
    var errors = OutputStream.standardError
    errors.write("\(question) [y/N] ")
    var line: [UInt8] = []
    while !line.contains(0x0A), line.count < 1000 {
      if Signals.toEnd != nil {
        errors.write("\n")
        throw .interrupted
      }
      guard Terminal.isReadable(.standardInput, within: 200) else { continue }
      let bytes = Terminal.read(.standardInput, atMost: 256)
      if bytes.isEmpty { break }
      line += bytes
    }
    let answer = String(decoding: line.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return answer == "y" || answer == "yes"
  }
}
