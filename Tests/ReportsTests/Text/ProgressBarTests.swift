import Testing

@testable import Reports

@Suite struct ProgressBarTests {
  private func line(
    _ path: String = "data/train.jsonl", _ fraction: Double? = 0.43, bytes: Int = 10_320_000_000,
    seconds: Double = 8.6, width: Int
  ) -> String {
    ProgressBar(path: path).line(fraction: fraction, bytesDone: bytes, secondsElapsed: seconds, width: width)
  }

  @Test(arguments: [
    (200, "checking data/train.jsonl  43 %  [############··················]  1.2 GB/s  0:11 left"),
    (80, "checking data/train.jsonl  43 %  [##########··············]  1.2 GB/s  0:11 left"),
    (64, "checking data/train.jsonl  43 %  [###·····]  1.2 GB/s  0:11 left"),
    (63, "checking data/train.jsonl  43 %  1.2 GB/s  0:11 left"),
    (52, "checking data/train.jsonl  43 %  1.2 GB/s  0:11 left"),
    (51, "checking …ta/train.jsonl  43 %  1.2 GB/s  0:11 left"),
    (38, "checking …l  43 %  1.2 GB/s  0:11 left"), (37, "checking …  43 %  1.2 GB/s  0:11 left"),
    (36, "checking …rain.jsonl  43 %  1.2 GB/s"), (16, "checking …  43 %"), (15, "43 %"), (3, ""),
  ])
  func lineKeepsToTheTerminal(width: Int, text: String) {
    #expect(line(width: width) == text)
    #expect(ColumnCounter.columns(of: line(width: width)) <= width)
  }

  @Test func everyWidthIsKept() {
    for width in 0...120 {
      for fraction in [0, 0.3, 1, nil] {
        #expect(ColumnCounter.columns(of: line("daten/世界/übung.jsonl", fraction, width: width)) <= width)
      }
    }
  }

  @Test func sizeThatIsNotKnownHasNoBar() {
    #expect(line("-", nil, width: 80) == "checking standard input  10 GB  1.2 GB/s  0:09")
  }

  @Test func barFillsFromLeftToRight() {
    #expect(line("a", 0, bytes: 0, seconds: 0, width: 40) == "checking a  0 %  [·····················]")
    #expect(line("a", 0.5, bytes: 1000, seconds: 1, width: 57).contains("[########········]"))
    #expect(
      line("a", 1, bytes: 1000, seconds: 1, width: 80).contains(
        "100 %  [\(String(repeating: "#", count: 30))]"))
    #expect(line("a", 1.5, bytes: 1000, seconds: 1, width: 80).contains("100 %  [####"))
    #expect(line("a", .nan, bytes: 1000, seconds: 1, width: 80).contains("0 %  [····"))
  }

  @Test func timeLeftFollowsTheSpeedSoFar() {
    #expect(line("a", 0.25, seconds: 60, width: 80).hasSuffix("  3:00 left"))
    #expect(line("a", 1, seconds: 60, width: 80).hasSuffix("  0:00 left"))
    #expect(line("a", 0.004, bytes: 1000, seconds: 1, width: 80).hasSuffix("]  1.0 kB/s"))
  }

  @Test func pathCannotReachTheTerminal() {
    #expect(line("\u{1B}[2J", nil, width: 80).hasPrefix("checking ␛[2J  "))
  }

  @Test func wideLettersOfACutPathStayWhole() {
    #expect(line("一二三四五六七八九十.jsonl", nil, width: 40) == "checking ….jsonl  10 GB  1.2 GB/s  0:09")
    #expect(line("一二三四五六七八九十.jsonl", nil, width: 41) == "checking …十.jsonl  10 GB  1.2 GB/s  0:09")
  }
}
