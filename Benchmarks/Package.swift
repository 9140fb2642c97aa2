// swift-tools-version: 6.3

import PackageDescription

// A package of its own, so that nobody who depends on tunekit gets any of it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "tunekit", path: "..")],
  targets: [
    // Counts allocations and instructions.
    .target(name: "CCounting"),
    // Writes files, plain and gzip.
    .target(name: "CScratchFiles", linkerSettings: [.linkedLibrary("z")]),
    // It also imports CByteKernels, which is no product: JSONLines, whose interface is made of it, brings it along.
    .executableTarget(
      name: "MicroBenchmarks",
      dependencies: [
        "CCounting", "CScratchFiles", .product(name: "JSONLines", package: "tunekit"),
        .product(name: "TuneKit", package: "tunekit"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
      ]),
  ]
)
