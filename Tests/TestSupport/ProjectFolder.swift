package import Foundation

/// The project's own folder, which tests read.
package enum ProjectFolder {
  /// The folder of `Package.swift`.
  package static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
