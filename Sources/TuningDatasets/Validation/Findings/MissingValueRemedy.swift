import JSONLines

/// What to write in place of something that represents a missing value, such as NaN: chosen by the field in which it is,
/// because null is no better in most of them.
struct MissingValueRemedy {
  /// What null can be replaced by where any value is allowed.
  enum Instead {
    /// A number that JSON does not have.
    case ofNumber
    /// Another language's null.
    case ofNull
  }

  private let offset: Int
  private let instead: Instead

  /// The remedy for something at an offset of its line.
  init(at offset: Int, _ instead: Instead) {
    self.offset = offset
    self.instead = instead
  }

  /// The remedy, as the end of a sentence. O(offset).
  func text(in line: LineBytes) -> String {
    let steps = line.pointer(to: offset).split(separator: "/").map(String.init)
    guard let last = steps.last else { return "write the training example, or remove the line" }
    if let inside = Self.freeForm(steps) {
      if inside > 0 {
        return instead == .ofNumber ? "write null or a string instead, or remove it" : "write null"
      }
      return last == "args" ? "write the arguments as an object, which can be {}" : #"write {"output": null}"#
    }
    switch last {
    case "text": return "write the text that is missing, or remove the example"
    case "name", "mimeType", "mime_type", "fileUri", "file_uri", "data":
      return "write the value that is missing, or remove the example"
    case "role": return #"write "user" or "model""#
    case "contents", "parts": return "write '\(last)' as an array, or remove the example"
    default: break
    }
    let isElement = last.allSatisfy { $0.isASCII && $0.isNumber }
    return isElement
      ? "write the value that is missing, or remove this element"
      : "write the value that is missing, or remove '\(last)'"
  }

  /// How many steps a place is inside the arguments or the response of a function call, where any value is allowed; nil
  /// elsewhere.
  private static func freeForm(_ steps: [String]) -> Int? {
    for (index, step) in steps.enumerated().dropFirst() {
      let isFree =
        switch steps[index - 1] {
        case "functionCall", "function_call": step == "args"
        case "functionResponse", "function_response": step == "response"
        default: false
        }
      if isFree { return steps.count - 1 - index }
    }
    return nil
  }
}
