/// The signals that matter while a job is submitted and followed.
public enum Signals {
  /// Notes the signals that end a program, in place of ending it: calls and waits end then, within a second.
  ///
  /// A program calls it once, before it starts threads.
  public static func note() { SystemCalls.noteSignals() }

  /// The last signal that asked the program to end, such as 2 for SIGINT; nil for none.
  public static var toEnd: Int? { SystemCalls.signalToEnd.map { Int($0) } }
}
