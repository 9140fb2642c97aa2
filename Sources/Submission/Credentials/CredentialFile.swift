import ByteStreams
import Documents
import JSONLines
import SystemPackage

/// A file with credentials in JSON. What it says is never shown, but for the names of its fields.
struct CredentialFile {
  /// The most bytes of such a file.
  private static let mostBytes = 1 << 18

  /// The object that the file is.
  let root: CredentialObject

  /// Reads a file.
  ///
  /// - Throws: ``TokenFault`` if there is none, or if it is not an object in JSON.
  init(_ path: String) throws(TokenFault) { root = try CredentialObject(Self.bytes(path)) }

  /// The bytes of a small file, or of standard input, whatever that is: a wait for it ends with the program.
  static func bytes(_ path: String) throws(TokenFault) -> [UInt8] {
    do {
      let bytes =
        path == ByteStream.standardInputPath
        ? try standardInput()
        : try ByteStream.contents(ofFileAt: path, atMost: mostBytes, regularFilesOnly: true).bytes
      guard bytes.count <= mostBytes else { throw TokenFault.refused("it is too long for credentials") }
      return bytes
    } catch let error as ByteStreamError {
      throw .refused(error.description, remedy: "")
    } catch {
      throw (error as? TokenFault) ?? .refused("it cannot be read")
    }
  }

  private static func standardInput() throws(TokenFault) -> [UInt8] {
    let isEnding = { SystemCalls.signalToEnd != nil }
    guard let bytes = SystemCalls.readAll([.standardInput], atMost: mostBytes, until: isEnding)?.first else {
      throw .interrupted
    }
    return bytes
  }
}

/// An object of such a file.
struct CredentialObject {
  private let value: DocumentValue
  /// Where it is in the file, such as "source_credentials."; empty for the file's own.
  private let place: String

  /// Reads an object.
  init(_ bytes: [UInt8]) throws(TokenFault) {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw .refused(
        "it begins with a byte order mark (BOM), which editors do not show",
        remedy: "save it as UTF-8 without a BOM, or write it again, as Google made it")
    }
    do {
      value = try DocumentReader(bytes, atMost: .max).value
    } catch {
      throw .refused(Self.describe(error), remedy: Self.remedy)
    }
    guard value.kind == .object else { throw .refused("it is not an object of JSON", remedy: Self.remedy) }
    place = ""
  }

  private init(_ value: DocumentValue, _ place: String) { (self.value, self.place) = (value, place) }

  private static let remedy = "write the file again, as Google made it"

  /// What is wrong with a file, without what it says.
  private static func describe(_ fault: DocumentFault) -> String {
    switch fault.problem {
    case .empty, .truncated, .tooLarge: "\(fault.problem)"
    case .repeatedField: "line \(fault.line), column \(fault.column): a field occurs a second time"
    default: "line \(fault.line), column \(fault.column): it is not JSON"
    }
  }

  /// The text of a field; nil if it is absent, null or empty.
  func optionalText(_ name: String) throws(TokenFault) -> String? {
    guard let field = value[name], field.kind != .null else { return nil }
    guard let text = field.string else { throw fault(name, "is not a string") }
    return text.isEmpty ? nil : text
  }

  /// The text of a field.
  func text(_ name: String) throws(TokenFault) -> String {
    guard let text = try optionalText(name) else { throw fault(name, "is missing") }
    return text
  }

  /// The address in a field, to which secrets may be sent.
  func address(_ name: String, of kind: CredentialAddress) throws(TokenFault) -> String? {
    guard let text = try optionalText(name) else { return nil }
    guard kind.allows(text) else { throw fault(name, "is not \(kind.description), so nothing is sent there") }
    return text
  }

  /// The object in a field; nil if it is absent or null.
  func object(_ name: String) throws(TokenFault) -> CredentialObject? {
    guard let field = value[name], field.kind != .null else { return nil }
    guard field.kind == .object else { throw fault(name, "is not an object") }
    return CredentialObject(field, place + name + ".")
  }

  /// The texts in a field; none if it is absent or null.
  func texts(_ name: String) throws(TokenFault) -> [String] {
    guard let field = value[name], field.kind != .null else { return [] }
    let texts = field.elements.compactMap(\.string)
    guard field.kind == .array, texts.count == field.elements.count else {
      throw fault(name, "is not a list of strings")
    }
    return texts
  }

  /// The names and texts of all fields of an object.
  func fields() throws(TokenFault) -> [(name: String, value: String)] {
    var fields: [(String, String)] = []
    for member in value.members {
      guard let text = member.value.string else { throw fault(member.name, "is not a string") }
      fields.append((member.name, text))
    }
    return fields
  }

  /// A whole number in a field; nil if it is absent or null.
  func number(_ name: String) throws(TokenFault) -> Int? {
    guard let field = value[name], field.kind != .null else { return nil }
    guard case .number(let text) = field.content, let number = Int(text) else {
      throw fault(name, "is not a whole number")
    }
    return number
  }

  /// The fault of a field.
  func fault(_ name: String, _ problem: String, remedy: String? = nil) -> TokenFault {
    .refused(
      "the field '\(Redactor.shown(place + name.prefix(80)))' \(problem)", remedy: remedy ?? Self.remedy)
  }
}
