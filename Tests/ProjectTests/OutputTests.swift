import Testing

/// Whatever the program shows goes through `VisibleText`, and from `OutputStream` to the system.
@Suite struct OutputTests {
  /// Ways in which Swift and C show text, and ways around the gate; each with the files that may have them.
  private static let ways: [(words: String, files: Set<String>)] = [
    // The example shows what is made visible; the others hold programs in Python.
    (
      "print(",
      [
        "HandOverExample/HandOverExample.swift", "TuningDatasets/Rules/Shape/UndocumentedPart.swift",
        "TuningJobs/Requests/TuningRequest+PythonScript.swift",
      ]
    ),
    ("debugPrint(", []), ("dump(", []), ("puts(", []), ("printf(", []), ("putchar(", []), ("perror(", []),
    // Where memory ran out, words of the program's own are all that can be written.
    ("STDERR_FILENO", ["tunekit/System/SystemCalls.swift"]),
    ("stdout", []), ("stderr", []), ("STDOUT_FILENO", []), ("FileHandle", []),
    ("writeAll(", []),
    // Findings that no report has been written of yet are in a temporary file.
    (
      "descriptor.write(",
      [
        "tunekit/System/SystemCalls.swift", "ByteStreams/UnsafeBoundary.swift",
        "TunekitSubmit/System/Terminal.swift",
      ]
    ),
    // The state of a submission is a file, and so is its lock.
    (
      "SystemCalls.write(",
      [
        "tunekit/Output/OutputStream.swift",
        "Submission/State/StateFolder.swift", "Submission/State/TakenSubmission.swift",
      ]
    ),
    (
      ": VisibleOutput",
      [
        "tunekit/Output/OutputStream.swift", "Reports/Text/VisibleText.swift",
        "TunekitSubmit/Output/OutputStream.swift",
      ]
    ),
    (": TextOutputStream", []),
    ("VisibleText(string", []), (".init(string", []), ("appendLiteral", ["Reports/Text/VisibleText.swift"]),
  ]

  @Test("nothing is shown but through the gate", arguments: ways.map(\.words))
  func gate(words: String) throws {
    let files = try #require(Self.ways.first { $0.words == words }).files
    for file in try Project.swiftFiles(in: "Sources") where Self.has(words, in: file.code) {
      #expect(files.contains(String(file.path.dropFirst("/Sources/".count))), "\(file.path) has \(words)")
    }
  }

  /// Whether code has words that are no end of another word.
  private static func has(_ words: String, in code: String) -> Bool {
    code.ranges(of: words).contains { range in
      range.lowerBound == code.startIndex || !code[code.index(before: range.lowerBound)].isLetter
    }
  }

  @Test("every file named above has what it is named for")
  func exceptions() throws {
    for (words, files) in Self.ways {
      for file in files { #expect(try Project.text("Sources/\(file)").contains(words), "\(file): \(words)") }
    }
  }
}
