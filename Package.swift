// swift-tools-version: 6.3

import PackageDescription

/// What every Swift target of the project is built with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "tunekit",
  products: [
    .library(name: "JSONLines", targets: ["JSONLines"]),
  ],
  targets: [
    // Looks at bytes 16 to 64 at a time.
    .target(name: "CByteKernels"),
    // The vocabulary: rule, severity, location, finding, report.
    .target(name: "Diagnostics", swiftSettings: strict),
    // Cuts chunks into lines and reads JSON from the bytes of one line.
    .target(name: "JSONLines", dependencies: ["CByteKernels"], swiftSettings: strict),
  ]
)
