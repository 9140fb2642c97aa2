/// JSON Pointers (RFC 6901), which name a value in a document: `/contents/1/role`.
package enum JSONPointer {
  /// What a key adds to the pointer of its object: `~` and `/` are escaped (section 3).
  package static func step(to key: String) -> String {
    // Nearly all keys are as they are, and there may be one for each of many million findings.
    if !key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) { return "/" + key }
    var step = "/"
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": step += "~0"
      case "/": step += "~1"
      default: step.unicodeScalars.append(scalar)
      }
    }
    return step
  }
}
