// swift-tools-version: 6.3

import PackageDescription

/// What every Swift target is built with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

// `run` builds this package, with the coverage that libFuzzer wants of all targets: the flags for that stand there,
// since a package has no say in how those that it depends on are built.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "tunekit", path: "../..")],
  targets: [
    // libFuzzer's driver, which comes with the toolchain.
    .systemLibrary(name: "CLibFuzzer"),
    // What holds for all inputs: a target of the project's own package too, for its tests.
    .target(
      name: "Invariants",
      dependencies: [
        .product(name: "JSONLines", package: "tunekit"),
        .product(name: "TuneKit", package: "tunekit"),
      ],
      swiftSettings: strict),
    .target(name: "Driver", dependencies: ["CLibFuzzer", "Invariants"], swiftSettings: strict),
    .executableTarget(name: "catalog", dependencies: ["Driver", "Invariants"], swiftSettings: strict),
    .executableTarget(name: "gzip", dependencies: ["Driver", "Invariants"], swiftSettings: strict),
    .executableTarget(name: "job", dependencies: ["Driver", "Invariants"], swiftSettings: strict),
    .executableTarget(name: "model", dependencies: ["Driver", "Invariants"], swiftSettings: strict),
    .executableTarget(
      name: "reader",
      dependencies: ["Driver", "Invariants", .product(name: "JSONLines", package: "tunekit")],
      swiftSettings: strict),
    .executableTarget(name: "receipt", dependencies: ["Driver", "Invariants"], swiftSettings: strict),
  ]
)
