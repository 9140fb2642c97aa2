import Diagnostics
import JSONLines

/// The lines that are no examples for supervised tuning: one finding for each format and each method, at its first line,
/// with the number of lines.
struct ForeignLines: Observation {
  /// What the lines of one finding have in common.
  private enum Kind: Codable, Equatable, CustomStringConvertible {
    case format(LineFormat)
    case method(isPreference: Bool)

    /// What fingerprints are made of.
    var description: String {
      switch self {
      case .format(let format): "\(format)"
      case .method(let isPreference): isPreference ? "preference" : "reinforcement"
      }
    }
  }

  private struct Group: Codable {
    let kind: Kind
    /// The first line's finding; its argument is the key that tells the format.
    var first: Finding
    /// What is in the lines together.
    var traits: LineFormatTraits
    var lines = 1
  }

  /// The kinds of lines in the order of their first ones.
  private var groups: [Group] = []

  /// Counts a line.
  mutating func add(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, number: Int, offset: Int) {
    func finding<Found: Rule>(_ rule: Found.Type, _ key: StringToken) -> Finding {
      let item = LineFindings.Item(rule, at: key.start - 1, length: key.count + 2, .string(key))
      return Finding(item, in: line, number: number, offset: offset)
    }
    switch verdict {
    case .example: break
    case .foreignFormat(let match):
      let kind = Kind.format(match.format)
      if !count(kind, match.traits, lines: 1) {
        let first = finding(ForeignFormat.self, match.key)
        groups.append(Group(kind: kind, first: first, traits: match.traits))
      }
    case .otherMethod(let isPreference, let key):
      let kind = Kind.method(isPreference: isPreference)
      if !count(kind, [], lines: 1) {
        groups.append(Group(kind: kind, first: finding(OtherTuningMethod.self, key), traits: []))
      }
    }
  }

  /// Counts lines of a kind; false if none was met before.
  private mutating func count(_ kind: Kind, _ traits: LineFormatTraits, lines: Int) -> Bool {
    guard let index = groups.firstIndex(where: { $0.kind == kind }) else { return false }
    groups[index].lines += lines
    groups[index].traits.formUnion(traits)
    return true
  }

  /// Adds the lines of the part that follows, after so many lines.
  mutating func append(_ next: ForeignLines, behind lines: Int, _ settings: RuleSettings) {
    for var group in next.groups where !count(group.kind, group.traits, lines: group.lines) {
      group.first = group.first.moved(behind: lines)
      groups.append(group)
    }
  }

  /// Reports one finding for each kind, and counts its lines.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    for group in groups {
      let key = group.first.arguments[0]
      let (name, mapping) =
        switch group.kind {
        case .format(let format): (format.name(key: key), format.mapping(key: key, group.traits))
        case .method(let isPreference): (isPreference ? "preference" : "reinforcement", "")
        }
      let finding = group.first.with(
        arguments: [name, "\(group.lines)", mapping],
        fingerprint: Fingerprint(group.first.code, pointer: "\(group.kind)"))
      ledger.add(finding, times: group.lines)
    }
  }
}
