import Diagnostics
import JSONLines
import JSONSchemas

/// What is said of an argument that does not fit, and what to do about it.
struct ArgumentFaultWords {
  private let fault: SchemaFault
  private let site: ArgumentsBreakSchema.Site
  private let line: LineBytes

  init(_ fault: SchemaFault, _ site: ArgumentsBreakSchema.Site, _ line: LineBytes) {
    (self.fault, self.site, self.line) = (fault, site, line)
  }

  private var keyword: String { "'" + fault.keyword.name(in: site.language) + "'" }

  /// What is wrong: where, what is there, and what the schema says.
  var problem: String {
    switch fault.detail {
    case .missing(let name):
      let object = pointer.isEmpty ? "" : " in \(pointer)"
      return "'\(string(site.place(name)))' is missing\(object), but \(keyword) lists it"
    case .noParameter: return "'\(string(fault.value))' is not one of the declared parameters"
    case .superfluous where isKey: return "\(pointer) is not allowed by \(keyword)"
    case .superfluous, .none: return pointerInWords + " is \(found), but " + expected
    }
  }

  /// What to do.
  var remedy: String {
    switch fault.detail {
    case .missing(let name):
      return "add '\(string(site.place(name)))' to the arguments, or remove it from \(keyword)"
    case .noParameter:
      let name = string(fault.value)
      let declare = "declare the parameter '\(name)'"
      return NearestName.of(name, among: properties).map { "write '\($0)' if that is meant, or \(declare)" }
        ?? declare
    case .superfluous where isKey: return "remove '\(string(fault.value))', or declare it in 'properties'"
    case .superfluous, .none: return "write a value that fits \(keyword), or correct the declaration"
    }
  }

  private var isKey: Bool { line[fault.value.upperBound - 1] == UInt8(ascii: "\"") && isFollowedByColon }

  private var isFollowedByColon: Bool {
    var offset = fault.value.upperBound
    while line[offset] == 0x20 || line[offset] == 0x09 { offset += 1 }
    return line[offset] == UInt8(ascii: ":")
  }

  /// The JSON Pointer within the arguments.
  private var pointer: String {
    guard let arguments = site.call.arguments.range, !fault.value.isEmpty else { return "" }
    return String(
      line.pointer(to: fault.value.lowerBound).dropFirst(line.pointer(to: arguments.lowerBound).count))
  }

  private var pointerInWords: String { pointer.isEmpty ? "'args'" : pointer }

  private var found: String {
    switch fault.value.isEmpty ? UInt8(ascii: "{") : line[fault.value.lowerBound] {
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "an array"
    default: raw(fault.value)
    }
  }

  private var expected: String {
    let place = site.place(fault.place)
    switch fault.keyword {
    case .type
    where line[place.lowerBound] != UInt8(ascii: "\"") && line[place.lowerBound] != UInt8(ascii: "["):
      return "nothing is allowed there"
    case .anyOf, .allOf, .oneOf, .not, .contains, .propertyNames, .unevaluatedItems, .unevaluatedProperties:
      return "does not fit \(keyword)"
    default: return "\(keyword) is \(raw(place))"
    }
  }

  /// A value as it is written, cut if it is long.
  private func raw(_ range: Range<Int>) -> String { FindingArgument.raw(range).text(in: line) }

  /// The content of a string.
  private func string(_ range: Range<Int>) -> String {
    let token = StringToken(start: range.lowerBound + 1, end: range.upperBound - 1, traits: .hasEscape)
    return FindingArgument.string(token).text(in: line)
  }

  /// The names of the declared parameters; at most 200.
  private var properties: [String] {
    var names: [String] = []
    var reader = JSONReader()
    do throws(JSONFault) {
      try reader.begin(line)
      reader.move(to: site.place(fault.place).lowerBound)
      let scope = try reader.openObject()
      while names.count < 200, let key = try reader.nextKey(isFirst: names.isEmpty) {
        names.append(FindingArgument.beginning(of: key, in: line))
        try reader.skipValue()
      }
      try reader.closeObject(scope)
    } catch {
      return names
    }
    return names
  }
}
