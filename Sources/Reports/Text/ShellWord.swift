import Diagnostics

/// Writes an argument of a command so that a shell reads it as it is.
enum ShellWord {
  /// The argument, in quotes where it needs them. What acts on a terminal is written as an escape of bash.
  static func quoted(_ word: String) -> String {
    if word.utf8.allSatisfy(isPlain), !word.isEmpty { return word }
    if word.unicodeScalars.allSatisfy({ VisibleText.picture(of: $0) == nil }) {
      return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        + "'"
    }
    var quoted = "$'"
    for scalar in word.unicodeScalars {
      if VisibleText.picture(of: scalar) != nil {
        for byte in String(scalar).utf8 { quoted += #"\x"# + String(byte, radix: 16, digits: 2) }
      } else {
        if scalar == "'" || scalar == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }

  /// A path as an argument, which no command takes for an option.
  static func path(_ path: String) -> String { quoted(path.hasPrefix("-") ? "./" + path : path) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
