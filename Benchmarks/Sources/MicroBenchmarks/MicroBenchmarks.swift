import CByteKernels

/// Runs small pieces of tunekit's work and writes what each costs, in fields that tabs separate: its name, the bytes
/// that it looks at, its allocations, and its nanoseconds, of which the last two may be unknown.
///
/// The first argument is a folder for files, the others are files with data of one shape each. `Benchmarks/check` runs it and
/// compares.
@main
enum MicroBenchmarks {
  static func main() throws {
    // Another kernel than the one that was asked for would be measured.
    if tk_kernel_is_lacking() != 0 { throw Trouble("this machine has no such TUNEKIT_KERNEL") }
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    try runKernels()
    try runReader()
    try runValidation(in: folder)
    try runShapes(CommandLine.arguments.dropFirst(2))
  }
}

/// Why the benchmarks cannot go on.
struct Trouble: Error {
  let description: String

  init(_ description: String) { self.description = description }
}
