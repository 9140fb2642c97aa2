import JSONLines
import Testing

/// `TUNEKIT_KERNEL`, by which a kernel can be forced.
@Suite("Kernels")
struct KernelTests {
  @Test("Each kernel of the machine comes to the same findings", arguments: ByteKernel.available)
  func kernel(_ kernel: ByteKernel) throws {
    let scratch = try Scratch()
    let command = "tunekit validate --max-findings 0 faults/*.jsonl support-train.jsonl"
    let expected = try scratch.run(command, environment: ["TUNEKIT_KERNEL": ""]).normalized
    let found = try scratch.run(command, environment: ["TUNEKIT_KERNEL": "\(kernel)"]).normalized
    #expect(expected.status == 1)
    #expect(found == expected)
  }

  @Test(
    "A kernel that the machine lacks is told in one line, whatever the command",
    arguments: ["avx9", "AVX2", "avx2 ", "32"], ["validate support-train.jsonl", "--version", "nonsense"])
  func missing(name: String, command: String) throws {
    let output = try Scratch().run("tunekit \(command)", environment: ["TUNEKIT_KERNEL": name])
    expectManners(of: output)
    let available = ByteKernel.available.map { "\($0)" }.joined(separator: ", ")
    #expect(output.status == 2)
    #expect(output.text.isEmpty)
    #expect(
      output.errors == "tunekit: TUNEKIT_KERNEL is '\(name)', but this machine supports: \(available)\n")
  }

  @Test("A kernel of another kind of machine is one that this machine lacks")
  func foreign() throws {
    for kernel in ByteKernel.allCases where !ByteKernel.available.contains(kernel) {
      let output = try Scratch().run("tunekit rules", environment: ["TUNEKIT_KERNEL": "\(kernel)"])
      expectManners(of: output)
      #expect(output.status == 2)
    }
  }
}
