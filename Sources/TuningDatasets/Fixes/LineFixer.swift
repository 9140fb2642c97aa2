import Diagnostics
import JSONLines

/// Fixes lines, one after another. A line that is fixed is examined again, and stays as it was unless that is better: it has
/// become JSON, or has fewer findings of some rules and no more of any.
struct LineFixer: ~Copyable {
  /// What a line becomes.
  struct FixedLine {
    /// The line, or several, without the last line feed.
    var bytes: [UInt8]
    /// How many lines there are.
    var lines = 1
    /// How many findings are fixed, by rule.
    var findings: [RuleCode: Int]
  }

  /// What is found in a line.
  private struct Examined {
    /// Whether it is one JSON object.
    var isReadable: Bool
    var counts: [RuleCode: Int] = [:]
    /// The rules among them whose findings are to be fixed.
    var fixable: [RuleCode] = []

    /// Whether a line is better than it was.
    func isBetter(than before: Examined) -> Bool {
      guard before.isReadable else { return true }
      guard isReadable else { return false }
      return counts.allSatisfy { $1 <= before.counts[$0] ?? 0 }
        && counts.values.reduce(0, +) < before.counts.values.reduce(0, +)
    }

    /// How many findings of a rule a line has more than it had.
    func added(_ code: RuleCode, since before: Examined) -> Int {
      max(0, (counts[code] ?? 0) - (before.counts[code] ?? 0))
    }
  }

  private var decoder: ExampleDecoder
  private var rules: ExampleRules
  /// Which changes are made.
  private let choice: FixChoice
  /// Whether the line that was examined last is one JSON object.
  private var isReadable = true
  private var scratch = KeptLine()

  /// The most times that a line is changed.
  private static let mostRounds = 16
  /// The most changes that are made at a time.
  private static let mostEdits = 1 << 16
  /// The most times that what changes brought about is fixed.
  private static let mostFollowing = 4
  /// How often a line that became several may be cut again.
  private static let mostCuts = 4

  init(_ choice: FixChoice, _ requirements: DatasetRequirements) {
    let findings = LineFindings(isWanted: choice.rules.counted, mostStored: 0)
    decoder = ExampleDecoder(ExampleContext(requirements), findings: findings, wantsDigest: false)
    decoder.reportsEveryType = true
    rules = ExampleRules(wantedBy: findings)
    self.choice = choice
  }

  // MARK: Examining

  /// Passes the next line of a buffer, if it can be read without looking for its end first.
  ///
  /// - Returns: the line, where it begins in the data, and whether something in it is to be fixed.
  @inline(__always)
  mutating func passLineAhead(_ buffer: inout LineBuffer) -> (
    line: LineBytes, offset: Int, isToBeFixed: Bool
  )? {
    guard let (verdict, line, offset) = decoder.decodeLineAhead(&buffer) else { return nil }
    isReadable = true
    return (line, offset, check(verdict, line))
  }

  /// Examines a line.
  ///
  /// - Returns: whether something in it is to be fixed.
  mutating func examine(_ line: LineBytes, endingIn end: LineEnd) -> Bool {
    do throws(JSONFault) {
      let verdict = try decoder.decode(line)
      isReadable = true
      return check(verdict, line)
    } catch {
      decoder.findings.report(error, in: line, endingIn: end)
      isReadable = false
      return hasWork
    }
  }

  @inline(__always)
  private mutating func check(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes) -> Bool {
    guard case .example = verdict else { return false }
    // The rules about examples that fix something are about roles and turns.
    if decoder.example.isPlainConversation, decoder.findings.isEmpty { return false }
    return checkClosely(line)
  }

  @inline(never)
  private mutating func checkClosely(_ line: LineBytes) -> Bool {
    decoder.context.setLine(line)
    rules.check(decoder.context, &decoder.findings)
    return hasWork
  }

  private var hasWork: Bool {
    if decoder.findings.isOverfull { return false }
    for index in 0..<decoder.findings.count where choice.fixes(decoder.findings[index].code) { return true }
    return false
  }

  private var examined: Examined {
    var examined = Examined(isReadable: isReadable)
    for index in 0..<decoder.findings.count {
      let code = decoder.findings[index].code
      if examined.counts.updateValue((examined.counts[code] ?? 0) + 1, forKey: code) == nil,
        choice.fixes(code), !decoder.findings.isOverfull
      {
        examined.fixable.append(code)
      }
    }
    return examined
  }

  // MARK: Fixing

  /// Fixes the line that was examined last.
  ///
  /// - Returns: nil if it stays as it is.
  mutating func fixed(_ line: LineBytes, endingIn end: LineEnd, cuts: Int = 0) -> FixedLine? {
    var (state, current): (Examined, FixedLine) = (examined, FixedLine(bytes: [], findings: [:]))
    var best: FixedLine?
    var attempts = [state.fixable]
    var rejected: Set<RuleCode> = []
    var line = line
    let original = line
    for _ in 0..<Self.mostRounds {
      guard let codes = attempts.popLast() else { break }
      let (edits, fixed) = edits(of: codes, in: line)
      if edits.isEmpty { continue }
      var next = FixedLine(bytes: line.applying(edits), findings: current.findings)
      next.findings.merge(fixed, uniquingKeysWith: +)
      if codes == [SeveralValuesOnALine.description.code] {
        return cuts < Self.mostCuts ? fixedLines(of: next, endingIn: end, cuts: cuts + 1) : nil
      }
      scratch.copy(next.bytes)
      _ = examine(scratch.line, endingIn: end)
      let after = afterMoreFixes(of: &next, since: state, endingIn: end)
      if after.isBetter(than: state) {
        (line, state, current) = (scratch.line, after, next)
        if after.isReadable { best = next }
        attempts = [after.fixable.filter { !rejected.contains($0) }]
      } else {
        if codes.count > 1 { attempts += codes.map { [$0] } } else { rejected.insert(codes[0]) }
        // As it was before this attempt.
        if current.bytes.isEmpty {
          line = original
        } else {
          scratch.copy(current.bytes)
          line = scratch.line
        }
        _ = examine(line, endingIn: end)
      }
    }
    return best
  }

  /// Fixes what changes brought about in the line that was examined last: where the last turn has a wrong role, it is known to
  /// be the model's, or to follow the last answer, only once that is right.
  ///
  /// - Returns: what is found then.
  private mutating func afterMoreFixes(
    of next: inout FixedLine, since before: Examined, endingIn end: LineEnd
  ) -> Examined {
    var after = examined
    for _ in 0..<Self.mostFollowing where before.isReadable && after.isReadable {
      let added = after.counts.keys.filter { after.added($0, since: before) > 0 }
      guard !added.isEmpty, added.allSatisfy({ after.fixable.contains($0) }) else { break }
      let (edits, fixed) = edits(of: added, in: scratch.line)
      if edits.isEmpty { break }
      for (code, times) in fixed {
        // What was not there before does not count.
        let counted = times - after.added(code, since: before)
        if counted > 0 { next.findings[code, default: 0] += counted }
      }
      next.bytes = scratch.line.applying(edits)
      scratch.copy(next.bytes)
      _ = examine(scratch.line, endingIn: end)
      after = examined
    }
    return after
  }

  /// Fixes each of the lines that a line has become; nil unless all of them are JSON then.
  private mutating func fixedLines(of cut: FixedLine, endingIn end: LineEnd, cuts: Int) -> FixedLine? {
    var result = FixedLine(bytes: [], lines: 0, findings: cut.findings)
    for bytes in cut.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isWhole = LineBytes.with(bytes) { line in
        let isToBeFixed = examine(line, endingIn: end)
        let wasReadable = isReadable
        let piece = isToBeFixed ? fixed(line, endingIn: end, cuts: cuts) : nil
        guard wasReadable || piece != nil else { return false }
        if result.lines > 0 { result.bytes.append(0x0A) }
        if let piece { result.bytes += piece.bytes } else { result.bytes += bytes }
        result.lines += piece?.lines ?? 1
        result.findings.merge(piece?.findings ?? [:], uniquingKeysWith: +)
        return true
      }
      if !isWhole { return nil }
    }
    return result
  }

  /// The changes of the line that was examined last, and how many findings of these rules they fix.
  private func edits(of codes: [RuleCode], in line: LineBytes) -> (edits: [Edit], fixed: [RuleCode: Int]) {
    var changes = LineChanges()
    for index in 0..<decoder.findings.count where codes.contains(decoder.findings[index].code) {
      let item = decoder.findings[index]
      let edits = Fixes.edits(for: item, in: line, atMost: Self.mostEdits)
      if !choice.allowsUnsafe, edits.contains(where: { !$0.isSafe }) { continue }
      changes.add(edits, of: item.code)
      if changes.count >= Self.mostEdits { break }
    }
    return changes.apart
  }
}

extension LineBytes {
  /// The line with changes, which are in its order and apart from each other. O(length of the line and of what is new).
  fileprivate func applying(_ edits: [Edit]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(edits.reduce(count) { $0 + $1.replacement.count - $1.range.count })
    var end = 0
    for edit in edits {
      append(end..<edit.range.lowerBound, to: &bytes)
      bytes += edit.replacement
      end = edit.range.upperBound
    }
    append(end..<count, to: &bytes)
    return bytes
  }
}
