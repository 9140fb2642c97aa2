import Diagnostics
import Foundation
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

/// What fixing makes of a file does not depend on how it is read, and is what a second fixing leaves as it is.
@Suite struct FixPassTests {
  private static let good =
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}"#

  private static func fixed(_ text: String, running code: RuleCode? = nil, unsafely: Bool = false) throws
    -> String
  {
    let result = try FixedSample(Array(text.utf8), running: code ?? "TK103", unsafely: unsafely)
    #expect(result.troubles == [])
    return String(decoding: result.after, as: UTF8.self)
  }

  @Test("lines that are good keep their bytes, whatever those are")
  func untouched() throws {
    let odd = Self.good.replacing("Hi", with: "H\\u0069 \u{2028}").replacing(":[", with: " :\t[ ")
    #expect(
      try Self.fixed("\(odd) \r\n\u{FEFF}\(Self.good)\n{not JSON\r\n\(odd)")
        == "\(odd) \r\n\(Self.good)\n{not JSON\r\n\(odd)")
  }

  @Test("blank lines go before lines, and stay at the end")
  func blankLines() throws {
    let good = Self.good
    #expect(try Self.fixed("\n\n\(good)\n \t\n\(good)\n\n \n") == "\(good)\n\(good)\n\n \n")
    let many = String(repeating: "\n", count: 70_000)
    #expect(try Self.fixed("\n\(good)\n\(many)\(good)\n") == "\(good)\n\(good)\n")
  }

  @Test("several faults in a line are fixed one after another")
  func severalFaults() throws {
    let good = Self.good
    let faulty = "\u{FEFF}\(good.replacing("Hello!", with: "a\u{1}\tb").replacing("}]", with: "},]"))"
    let fixed = good.replacing("Hello!", with: "a\\u0001\\tb")
    #expect(try Self.fixed("\(faulty)\n") == "\(fixed)\n")
    #expect(
      try Self.fixed("\(good)\(faulty) , \(good)\r\(good),\r\n")
        == "\(good)\r\n\(fixed)\r\n\(good)\r\n\(good)\r\n")
  }

  @Test("a line that does not become JSON stays as it is")
  func hopeless() throws {
    for line in [
      "{\"a\":[1,],\"b\":x}", "\(Self.good){\"contents\":", "\u{FEFF}nonsense", "{}{},17", "\u{FEFF}[1]",
    ] {
      #expect(try Self.fixed("\(Self.good)\n\(line)\n") == "\(Self.good)\n\(line)\n")
    }
  }

  @Test("a change that makes another finding is not made")
  func otherFindings() throws {
    // Without its first turn, the model would speak first.
    let line = Self.good.replacing("\"user\"", with: "\"system\"")
    #expect(try Self.fixed("\(line)\n", unsafely: true) == "\(line)\n")
  }

  @Test("what a change brings about is fixed too, and only what was there before counts")
  func followingFindings() throws {
    let thanks = Self.good.replacing("]}]}", with: #"]},{"role":"user","parts":[{"text":"Thanks!"}]}]}"#)
    let line = thanks.replacing("\"model\"", with: "\"assistant\"")
    let result = try FixedSample(Array("\(line)\n".utf8), running: "TK401")
    #expect(String(decoding: result.after, as: UTF8.self) == "\(Self.good)\n")
    #expect(result.fixed == ["TK401": 1])
    let broken = try FixedSample(Array("\(line.dropLast()),}\n".utf8), running: "TK401")
    #expect(broken.after == result.after && broken.fixed == ["TK211": 1, "TK401": 1])
    // Where the rule about it does not run, it is no finding.
    #expect(try Self.fixed("\(line)\n") == "\(line)\n")
  }

  @Test("of equal examples the first stays, also of those that are equal only once they are fixed")
  func repeats() throws {
    let (good, other) = (Self.good, Self.good.replacing("Hi", with: "Bye"))
    let text = "\(good)\n\(other)\n\n\(good),\n\(good.replacing(":", with: ": "))\n\(other)"
    #expect(try Self.fixed(text, unsafely: true) == "\(good)\n\(other)\n")
    #expect(
      try FixedSample(Array(text.utf8), running: "TK103").fixed == ["TK103": 1, "TK211": 1, "TK707": 2])
    var changes = ChangedLines()
    changes.add(2, become: 3)
    changes.add(5, lines: 2, become: 0)
    let runs = changes.removing([1, 3, 6, 7]).runs.map { [$0.first, $0.before, $0.after] }
    #expect(runs == [[1, 2, 2], [4, 4, 0]])
  }

  @Test("only the rules that run fix something")
  func selection() throws {
    let line = "\u{FEFF}\(Self.good)\r\n"
    #expect(try Self.fixed(line) == "\(Self.good)\r\n")
    #expect(try Self.fixed(line, running: "TK104") == "\(Self.good)\n")
  }

  @Test("very many faults in a line take no more time than few")
  func manyFaults() throws {
    let tabs = String(repeating: "\t", count: 200_000)
    let escapes = String(repeating: "\\t", count: 200_000)
    #expect(
      try Self.fixed(Self.good.replacing("Hi", with: tabs)) == Self.good.replacing("Hi", with: escapes))
    let several = String(repeating: Self.good, count: 5_000)
    #expect(try Self.fixed(several) == Array(repeating: Self.good, count: 5_000).joined(separator: "\n"))
  }

  @Test("an overlong line keeps a file from being fixed")
  func overlongLine() throws {
    var limits = Limits()
    limits.maximumLineBytes = 200
    let bytes = Array("\u{FEFF}\(Self.good)\n\(String(repeating: " ", count: 300))\n".utf8)
    let result = try FixedSample(bytes, limits: limits)
    #expect(result.after == bytes)
    #expect(
      result.troubles.count == 1 && result.troubles[0].contains("line 2 is over the limit of 200 bytes"))
  }

  @Test(
    "however a file is cut and by how many threads, it becomes the same", arguments: 0..<12 as Range<UInt64>)
  func cuts(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bytes = NastyFile.bytes(&generator)
    var limits = Limits()
    let expected = try FixedSample(bytes)
    for _ in 0..<4 {
      limits.blockBytes = generator.pick([16, 100, 1 << 10, 1 << 14])
      limits.jobs = generator.pick([1, 2, 3])
      let result = try FixedSample(bytes, limits: limits)
      #expect(
        result.after == expected.after,
        "seed \(seed), blocks of \(limits.blockBytes) bytes, \(limits.jobs) threads")
      #expect(result.fixed == expected.fixed)
    }
    let compressed = try FixedSample(ExampleData.gzip(bytes), name: "train.jsonl.gz", limits: limits)
    #expect(compressed.fixed == expected.fixed && compressed.troubles == [])
    #expect(compressed.countsAfter.filter { $0.key != "TK005" } == expected.countsAfter)
  }

  @Test(
    "mutated lines: nothing is found that was not, and a second fixing changes nothing",
    arguments: 0..<20 as Range<UInt64>)
  func mutations(seed: UInt64) throws {
    var lines = MutatedLines(seed: seed)
    var bytes: [UInt8] = []
    for index in 0..<40 {
      // Few of the mutations are what is fixed, so those are sprinkled in.
      var line = index % 3 == 0 ? lines.line() : lines.example()
      for (index, byte) in line.enumerated().reversed() where Int.random(in: 0..<150, using: &lines) == 0 {
        if byte == UInt8(ascii: "}") { line.insert(UInt8(ascii: ","), at: index) }
        if byte == UInt8(ascii: " ") { line[index] = 0x09 }
      }
      bytes += line + (Int.random(in: 0..<6, using: &lines) == 0 ? [] : [0x0A])
    }
    for unsafely in [false, true] {
      let result = try FixedSample(bytes, unsafely: unsafely)
      #expect(result.rulesWithMore == [], "seed \(seed)")
      #expect((result.after == result.before) == result.fixed.isEmpty)
      let again = try FixedSample(result.after, unsafely: unsafely)
      #expect(again.fixed == [:] && again.after == result.after, "seed \(seed)")
    }
  }
}

/// What happens to a file while it is fixed.
@Suite struct FixedFileTests {
  @Test("what cannot be put in its place is not reported as fixed", arguments: [false, true])
  func notPut(hasRepeats: Bool) throws {
    let folder = try TemporaryFolder()
    let example = #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}"#
    let text = "\u{FEFF}{}\n\(example)\n" + (hasRepeats ? "\(example)\n" : "")
    let path = try folder.write(Array(text.utf8), as: "train.jsonl")
    var fixing = DatasetFixing(
      DatasetValidation(trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn)))
    fixing.allowsUnsafeFixes = true
    fixing.target = .file(folder.path("fixed.jsonl"))
    let outcome = fixing.run { _ in
      // A folder comes to be where the data are to go, once they are written.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      guard names.contains(where: { $0.hasPrefix(".tunekit-") }) else { return }
      try? FileManager.default.createDirectory(
        atPath: folder.path("fixed.jsonl"), withIntermediateDirectories: true)
    } take: { _ in
    }
    #expect(outcome.changedFiles == 0)
    #expect(outcome.troubles.count == 1 && outcome.troubles[0].contains("cannot be replaced"))
    #expect(outcome.reports[0].path == path && outcome.reports[0].fixed == [:])
    #expect(outcome.reports[0].counts.contains { $0.code == "TK102" })
  }

  @Test("a file that is changed meanwhile is not replaced")
  func changedMeanwhile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("\u{FEFF}{}\n".utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    var times = 0
    let outcome = DatasetFixing(validation).run { _ in
      times += 1
      _ = try? folder.write(Array("\u{FEFF}{} \n".utf8), as: "train.jsonl")
    } take: { _ in
    }
    #expect(times > 0 && outcome.changedFiles == 0)
    #expect(outcome.troubles.count == 1 && outcome.troubles[0].contains("it was changed in the meantime"))
    #expect(try folder.read("train.jsonl") == Array("\u{FEFF}{} \n".utf8))
    #expect(outcome.reports[0].counts.contains { $0.code == "TK102" } && outcome.reports[0].fixed == [:])
  }

  @Test("work that ends early leaves nothing behind")
  func endedEarly() throws {
    struct Ended: Error {}
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("\u{FEFF}{}\n".utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    for last in 1...4 {
      var times = 0
      do throws(Ended) {
        _ = try DatasetFixing(validation).run(
          progress: { (_: DatasetValidation.Progress) throws(Ended) in
            times += 1
            if times == last { throw Ended() }
          }, take: { (_: FixedFile) throws(Ended) in })
      } catch {
        #expect(times == last)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["train.jsonl"])
    }
  }
}
