import Testing
import TuningJobs

/// What all names have in common.
protocol ParsedName: Hashable, Sendable, CustomStringConvertible {
  init(_ text: String) throws(NameFault)
}

extension CheckpointID: ParsedName {}
extension DatasetName: ParsedName {}
extension EncryptionKeyName: ParsedName {}
extension EndpointName: ParsedName {}
extension LocationName: ParsedName {}
extension ModelName: ParsedName {}
extension ModelVersion: ParsedName {}
extension ProjectReference: ParsedName {}
extension ServiceAccountEmail: ParsedName {}
extension StorageURI: ParsedName {}
extension TuningJobName: ParsedName {}

/// A text with its fault, which stands between ⟦ and ⟧ in the text.
struct FaultyName: Sendable, CustomTestStringConvertible {
  let marked: String
  let piece: String
  let problem: String

  init(_ marked: String, _ piece: String, _ problem: String) {
    (self.marked, self.piece, self.problem) = (marked, piece, problem)
  }

  var text: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }

  var range: Range<Int> {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
    return parts[0].utf8.count..<(parts[0].utf8.count + parts[1].utf8.count)
  }

  var testDescription: String { String(marked.prefix(100)) }

  /// Requires that a text is refused with this fault.
  func check<Name: ParsedName>(as _: Name.Type) {
    check { () throws(NameFault) in _ = try Name(text) }
  }

  /// Requires that a check finds this fault.
  func check(_ fault: () throws(NameFault) -> Void) {
    do throws(NameFault) {
      try fault()
      Issue.record("accepted \(testDescription)")
    } catch {
      #expect(error == NameFault(piece: piece, problem: problem, range: range))
      requireManners(of: error, in: text)
    }
  }
}

/// Requires that a fault can be shown after any text: bounded, one line, its range within the text.
func requireManners(of fault: NameFault, in text: String) {
  #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= text.utf8.count)
  #expect(!fault.piece.isEmpty)
  #expect(fault.problem.utf8.count <= 300, "\(fault.problem)")
  #expect(fault.problem.first?.isLowercase == true && fault.problem.last != ".", "\(fault.problem)")
  #expect(!fault.problem.unicodeScalars.contains { $0.properties.generalCategory == .control })
}

/// Requires that a text is a name in its canonical form.
@discardableResult
func requireCanonical<Name: ParsedName>(_ text: String, as _: Name.Type) throws -> Name {
  let name = try Name(text)
  #expect(name.description.utf8.elementsEqual(text.utf8))
  #expect(try Name(name.description) == name)
  return name
}
