import Diagnostics
import Foundation

/// A remedy that says exactly what to write, so that a machine can follow it: the change to the data.
struct MechanicalRemedy {
  /// The bytes that are replaced, in the data.
  let range: Range<Int>
  /// What replaces them.
  let replacement: [UInt8]

  /// Reads a remedy; nil for one that leaves something to the user.
  init?(of finding: Finding, saying remedy: String, in data: [UInt8]) {
    guard let start = finding.location?.byteOffset, finding.length > 0 else { return nil }
    let place = start..<min(start + finding.length, data.count)
    let present = String(decoding: data[place], as: UTF8.self)
    if let (range, text) = Self.exact(remedy, place, present, data) {
      self.range = range
      replacement = Array(text.utf8)
    } else {
      return nil
    }
  }

  private static func exact(
    _ remedy: String, _ place: Range<Int>, _ present: String, _ data: [UInt8]
  ) -> (Range<Int>, String)? {
    if let name = remedy.wholeMatch(of: /rename the field to '([^']+)'(, or remove it)?/)?.1 {
      return (place, "\"\(name)\"")
    }
    let renamed =
      #/rename the field to '([^']+)', and (?:write|wrap it as) ([\[\{].*[\]\}])(?:, or remove it)?/#
    if let match = remedy.wholeMatch(of: renamed) {
      let value = valueRange(behind: place.upperBound, data)
      let present = String(decoding: data[value], as: UTF8.self)
      return (
        place.lowerBound..<value.upperBound, "\"\(match.1)\":" + String(match.2).replacing("…", with: present)
      )
    }
    if remedy == "rename the field, or remove it" { return (member(withKeyAt: place.lowerBound, data), "") }
    if let role = remedy.wholeMatch(of: /(?:did you mean '\w+'\? )?change the role to '(\w+)'/)?.1 {
      return (place, "\"\(role)\"")
    }
    if remedy.hasPrefix("remove the role: ") { return (member(withValueAt: place.lowerBound, data), "") }
    // In what is quoted, an ellipsis is the present value; one in quotes is for the user to write.
    let quoted =
      #/(?:write|wrap it as|wrap the value as|put the \w+ in an array:) ([\[\{].*[\]\}])(?:, or .*)?/#
    if let template = remedy.wholeMatch(of: quoted)?.1, !template.contains("\"…\"") {
      return (place, String(template).replacing("…", with: present))
    }
    if remedy.hasPrefix("parse the string, and write ") {
      guard let text = try? JSONDecoder().decode(String.self, from: Data(present.utf8)) else { return nil }
      return (place, text)
    }
    if let text = remedy.wholeMatch(of: /write it in double quotes: (".*")/)?.1 {
      return (place, String(text))
    }
    if let word = remedy.prefixMatch(of: /write (null|true|false)\b/)?.1 { return (place, String(word)) }
    if let name = remedy.prefixMatch(of: /write '(.+)' if that is the value you mean/)?.1 {
      return (place, "\"\(name)\"")
    }
    switch remedy {
    case "remove the comma": return (place, "")
    case "remove the line":
      return (place.lowerBound..<(data[place.lowerBound...].firstIndex(of: 0x0A) ?? data.count - 1) + 1, "")
    case "insert a line feed before the second value": return (place.lowerBound..<place.lowerBound, "\n")
    case "end the last line with a line feed": return (data.count..<data.count, "\n")
    case _ where remedy.hasPrefix("put the key in double quotes"): return (place, "\"\(present)\"")
    case _ where remedy.hasPrefix("remove the three bytes"):
      return (place.lowerBound..<place.lowerBound + 3, "")
    case _ where remedy.hasPrefix("remove the field, "):
      return (member(withValueAt: place.lowerBound, data), "")
    case _ where remedy.wholeMatch(of: /remove '\w+'( or '\w+')?/) != nil:
      return (member(withKeyAt: place.lowerBound, data), "")
    default: return nil
    }
  }

  // MARK: Members

  /// The member whose key begins at an offset, with the comma that separates it from a neighbour.
  private static func member(withKeyAt key: Int, _ data: [UInt8]) -> Range<Int> {
    let end = valueRange(behind: endOfValue(from: key, data), data).upperBound
    var start = key
    if data[end] == UInt8(ascii: ",") { return start..<end + 1 }
    while data[start - 1] == 0x20 { start -= 1 }
    return data[start - 1] == UInt8(ascii: ",") ? start - 1..<end : start..<end
  }

  /// The value of the key that ends at an offset.
  private static func valueRange(behind key: Int, _ data: [UInt8]) -> Range<Int> {
    var start = key
    while data[start] == 0x20 || data[start] == UInt8(ascii: ":") { start += 1 }
    return start..<endOfValue(from: start, data)
  }

  /// The member whose value begins at an offset.
  private static func member(withValueAt value: Int, _ data: [UInt8]) -> Range<Int> {
    var key = value - 1
    while data[key] != UInt8(ascii: "\"") { key -= 1 }
    key -= 1
    while data[key] != UInt8(ascii: "\"") { key -= 1 }
    return member(withKeyAt: key, data)
  }

  /// Where the value ends that begins at an offset.
  private static func endOfValue(from start: Int, _ data: [UInt8]) -> Int {
    var depth = 0
    var isInString = false
    var offset = start
    while offset < data.count {
      let byte = data[offset]
      if isInString {
        if byte == UInt8(ascii: "\\") { offset += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        if !isInString, depth == 0 { return offset + 1 }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return offset }
          depth -= 1
          if depth == 0 { return offset + 1 }
        case UInt8(ascii: ","), 0x0A: if depth == 0 { return offset }
        default: break
        }
      }
      offset += 1
    }
    return offset
  }
}
