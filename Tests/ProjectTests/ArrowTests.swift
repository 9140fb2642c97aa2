import Foundation
import Testing

/// The arrows between targets are those of the architecture article, in the manifest and in every import.
@Suite struct ArrowTests {
  /// What each target may import, beside the standard library: the table of the architecture article.
  private static let arrows = table(
    in: (try? Project.text("Sources/TuningDatasets/TuningDatasets.docc/Architecture.md")) ?? "")

  /// The rows of the table of targets, such as "| `JSONLines` | Cuts bytes into lines. | CByteKernels |".
  private static func table(in article: String) -> [String: Set<String>] {
    let rows = article.matches(of: /(?m)^\| `(\w+)` \|.*\| ([^|]*) \|$/)
    let pairs = rows.map { row in
      (String(row.1), Set(row.2.split(separator: ", ").map(String.init).filter { $0 != "–" }))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The system's C library, under its names on the platforms; only the fences need it.
  private static let systemModules: Set<String> = ["Glibc", "Musl", "Darwin"]

  @Test("every import is an arrow of the table", arguments: arrows.keys.sorted())
  func imports(target: String) throws {
    let allowed = try #require(Self.arrows[target])
    for file in try Project.swiftFiles(in: "Sources/\(target)") {
      for module in file.imports where !Self.systemModules.contains(module) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("the system's C library is imported in the fence only", arguments: arrows.keys.sorted())
  func fences(target: String) throws {
    let fenced = try Project.swiftFiles(in: "Sources/\(target)").filter {
      !$0.imports.isDisjoint(with: Self.systemModules) || Self.isUnsafe($0.code)
    }
    // A library that inflates or connects has a fence of its own, and so has what threads share: one file each, and one more
    // for what deflates. What reads lines and the memory that they are in are two.
    let libraries = ["CZlib", "CISAL", "CCurl", "Dispatch"]
    let others = fenced.filter { $0.imports.isDisjoint(with: libraries) }
    #expect(others.count <= (target == "JSONLines" ? 2 : 1), "unsafe code in \(fenced.map(\.path))")
    for library in libraries {
      let most = library == "CZlib" ? 2 : 1
      #expect(fenced.count { $0.imports.contains(library) } <= most, "\(library) in \(fenced.map(\.path))")
    }
  }

  /// Whether code has the word `unsafe`, however it is followed, but not as the name of an option or of a member of JSON.
  private static func isUnsafe(_ code: String) -> Bool {
    code.replacing("--unsafe-fixes", with: "").replacing("\"unsafe\"", with: "").contains(/\bunsafe\b/)
  }

  @Test(
    "unsafe is found as a word",
    arguments: [
      ("nonisolated(unsafe) var a", true), ("unsafe\n  f()", true), ("@unsafe func f()", true),
      ("--unsafe-fixes and \"unsafe\"", false), ("withUnsafeBytes { $0 }", false),
      ("let unsafely = 1", false), ("UnsafeBoundary.read()", false),
    ])
  func words(code: String, isUnsafe: Bool) {
    #expect(Self.isUnsafe(code) == isUnsafe)
  }

  @Test("the manifest has the targets and the arrows of the table")
  func manifest() throws {
    // The Python package is no target.
    #expect(Set(try Project.folders(in: "Sources")).subtracting(["PythonPackage"]) == Set(Self.arrows.keys))
    // A declaration goes up to the next one; the names in its dependencies are its arrows.
    let manifest = try Project.text("Package.swift")
      .replacing(/\.target\(name: "(\w+)", condition: [^)]+\)\)/) { "\"\($0.1)\"" }
    var found: [String: Set<String>] = [:]
    for declaration in manifest.split(separator: /\.(target|executableTarget|systemLibrary|testTarget)\(/)
      .dropFirst()
    {
      let name = try #require(declaration.firstMatch(of: /name: "(\w+)"/)?.1)
      guard !name.hasSuffix("Tests"), !["TestSupport", "Invariants"].contains(name) else { continue }
      let lists = declaration.split(separator: "dependencies: [", maxSplits: 1)
      let own = lists.count < 2 ? "" : lists[1].prefix { $0 != "]" }
      let names = own.replacing(/package: "[^"]+"/, with: "").matches(of: /"(\w+)"/).map { String($0.1) }
      found[String(name)] = Set(names)
    }
    #expect(Set(found.keys) == Set(Self.arrows.keys))
    for (target, modules) in found {
      // Dispatch comes with the toolchain and is no entry of the manifest.
      #expect(modules == Self.arrows[target]?.subtracting(["Dispatch"]), "\(target)")
    }
  }

  @Test("no source links Foundation")
  func foundation() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }
}
