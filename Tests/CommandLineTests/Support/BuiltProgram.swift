import Foundation
import TestSupport

/// The program that was built together with these tests.
enum BuiltProgram {
  static let name = "tunekit"

  /// The folder that the program and the test bundle lie in; nil if the program is not there.
  static let folder: String? = {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let beside = bundles.map { $0.bundleURL.deletingLastPathComponent() } + [Bundle.main.bundleURL]
    return beside.map(\.path).first { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }()

  static var path: String? { folder.map { "\($0)/\(name)" } }
}

/// The project's own files.
enum Project {
  /// The folder of `Package.swift`.
  static let root = ProjectFolder.url.path

  static let fixtures = root + "/Fixtures"
  static let commandLineTests = root + "/Tests/CommandLineTests"
}
