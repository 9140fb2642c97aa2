import Testing
import TestSupport

@testable import Reports

@Suite struct PythonAgreementTests {
  /// Every scalar that is shown as it is, behind a letter, so that a mark has something to join.
  @Test(.enabled(if: Tool.hasPython("wcwidth"), "needs Python with its package wcwidth"))
  func columnsAreThoseOfWcwidth() throws {
    var input = ""
    var scalars: [Unicode.Scalar] = []
    for value: UInt32 in 0xA0...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil else { continue }
      if VisibleText.picture(of: scalar) != nil { continue }
      scalars.append(scalar)
      input += "a\(scalar)\n"
    }
    let program = """
      import sys, wcwidth
      sys.stdin.reconfigure(encoding='utf-8', newline='\\n')
      for line in sys.stdin: print(wcwidth.wcswidth(line.rstrip('\\n')))
      """
    let output = try Tool.output(of: ["python3", "-c", program], input: input)
    let theirs = output.split(separator: "\n")
    try #require(theirs.count == scalars.count)
    let different = zip(scalars, theirs).filter { scalar, columns in
      String(ColumnCounter.columns(of: "a\(scalar)")) != columns
    }
    #expect(different.map { String($0.0.value, radix: 16) } == [])
  }
}
