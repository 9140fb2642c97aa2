import JSONLines

extension CatalogFault {
  /// Reads a file that is one JSON value.
  static func document(_ bytes: [UInt8]) throws(CatalogFault) -> JSONValue {
    do throws(JSONFault) {
      return try JSONValue(document: bytes)
    } catch {
      throw JSONValue.withLine(of: bytes) { CatalogFault(error, in: $0) }
    }
  }

  /// The fault of a file that is not JSON.
  fileprivate init(_ fault: JSONFault, in line: LineBytes) {
    offset = fault.offset
    pointer = line.pointer(to: fault.offset)
    if fault.kind == .duplicateKey {
      let quoted = line.bytes(in: fault.offset..<fault.offset + fault.length)
      problem = .duplicateField(String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self))
    } else {
      problem = .notJSON(fault.kind.sentence)
    }
  }
}

extension JSONFault.Kind {
  /// What is wrong, as the end of a message.
  fileprivate var sentence: String {
    switch self {
    case .invalidUTF8: "the bytes here are not UTF-8"
    case .byteOrderMark: "a byte order mark stands here"
    case .unexpected(let expectation): "expected " + expectation.rawValue
    case .nonFiniteNumber: "a number must be finite"
    case .loneSurrogate: "half of a surrogate pair stands here"
    case .duplicateKey: "the key stands here a second time"
    case .nestingTooDeep: "the nesting is too deep"
    case .numberOutOfRange: "the number is out of range"
    case .severalValues: "there is a second value"
    case .notAnObject(let kind): "expected an object, found " + kind.name
    case .trailingComma: "nothing follows the comma"
    case .dialect(.comment): "comments are not allowed"
    case .dialect: "this is another language's way of writing"
    case .controlCharacter: "a control character in a string must be escaped"
    }
  }
}
