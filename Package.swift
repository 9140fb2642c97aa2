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

/// How the programs are linked for a release on Linux: each carries Swift's libraries, so it starts sooner, and runs where Swift is
/// not installed. With `TUNEKIT_LINKING=static` tunekit carries the C library too, and runs on every Linux; tunekit-submit does
/// not, since libcurl is the system's. With `TUNEKIT_LINKING=dynamic` they carry nothing: the test libraries and sanitizers have
/// no other form.
func linking(canBeStatic: Bool) -> [LinkerSetting] {
  let libraries: [String]
  switch Context.environment["TUNEKIT_LINKING"] {
  case "static" where canBeStatic: libraries = ["-static-executable"]
  case "dynamic": return []
  // No other program looks for what is in ours.
  default: libraries = ["-static-stdlib", "-Xlinker", "--no-export-dynamic"]
  }
  return [
    .unsafeFlags(
      libraries + ["-use-ld=lld", "-l_FoundationCShims", "-l_FoundationCollections"],
      .when(platforms: [.linux], configuration: .release))
  ]
}

let package = Package(
  name: "tunekit",
  products: [
    .executable(name: "tunekit", targets: ["tunekit"]),
    // The only program that uses the network.
    .executable(name: "tunekit-submit", targets: ["TunekitSubmit"]),
    .library(name: "JSONLines", targets: ["JSONLines"]),
    // For those who only validate: no cryptography to build.
    .library(
      name: "TuningDatasets",
      targets: ["TuningDatasets", "ModelCatalog", "Tokenization", "Documents", "Diagnostics"]),
    .library(
      name: "TuneKit",
      targets: [
        "TuningDatasets", "TuningJobs", "ModelCatalog", "Documents", "Settings", "Reports", "Tokenization",
        "Diagnostics",
      ]),
    .library(name: "TuneKitSubmission", targets: ["Submission", "TuningJobs"]),
  ],
  traits: [
    .trait(
      name: "ISAL", description: "Inflates gzip data with ISA-L (libisal) in place of zlib, twice as fast.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Looks at bytes 16 to 64 at a time, and asks the system what Swift has no name for.
    .target(name: "CByteKernels"),
    // System zlib, its macros wrapped as functions.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // System ISA-L, of which only inflating is used.
    .systemLibrary(
      name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
    // System libcurl, its functions with any number of arguments wrapped.
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    // The vocabulary: rule, severity, location, finding, report.
    .target(name: "Diagnostics", swiftSettings: strict),
    // Opens a file, standard input or gzip data as a sequence of byte chunks.
    .target(
      name: "ByteStreams",
      dependencies: [
        "CByteKernels", "CZlib", .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // Cuts chunks into lines, reads JSON from the bytes of one line, and writes JSON.
    .target(name: "JSONLines", dependencies: ["CByteKernels"], swiftSettings: strict),
    // Reads small documents: job files, catalogues, model descriptions, receipts.
    .target(name: "Documents", dependencies: ["Diagnostics", "JSONLines"], swiftSettings: strict),
    // Judges values by schemas: of JSON Schema 2020-12, and of the API's subset of OpenAPI.
    .target(name: "JSONSchemas", dependencies: ["JSONLines"], swiftSettings: strict),
    // What each Gemini model accepts in tuning. The catalogue that the program carries is a file, and so are the loosest
    // limits in it.
    .target(
      name: "ModelCatalog", dependencies: ["Diagnostics", "Documents", "JSONLines"],
      resources: [.embedInCode("catalog.json"), .embedInCode("loosest.json")], swiftSettings: strict),
    // Counts tokens with the vocabulary of a SentencePiece model file.
    .target(name: "Tokenization", swiftSettings: strict),
    // What a training example is, the dataset rules, and the engine that runs them.
    .target(
      name: "TuningDatasets",
      dependencies: [
        "Diagnostics", "ByteStreams", "JSONLines", "JSONSchemas", "ModelCatalog", "Tokenization",
      ],
      resources: [.embedInCode("Tokens/token-costs.txt")], swiftSettings: strict),
    // What a tuning job is: names, the job file, eligibility, the request, the receipt.
    .target(
      name: "TuningJobs",
      dependencies: [
        "Diagnostics", "ByteStreams", "Documents", "JSONLines", "ModelCatalog", "Tokenization",
        "TuningDatasets", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // What users decide about a project: the settings file, and the baseline of known findings.
    .target(
      name: "Settings",
      dependencies: [
        "Diagnostics", "ByteStreams", "Documents", "JSONLines", "ModelCatalog", "TuningDatasets",
      ],
      swiftSettings: strict),
    // Shows findings, rules, models and plans; renders rule pages.
    .target(
      name: "Reports",
      dependencies: [
        "Diagnostics", "Documents", "JSONLines", "ModelCatalog", "Settings", "TuningDatasets", "TuningJobs",
      ],
      swiftSettings: strict),
    // Sends a validated job: uploads its datasets, creates it once, follows it.
    .target(
      name: "Submission",
      dependencies: [
        "ByteStreams", "CCurl", "Diagnostics", "Documents", "JSONLines", "ModelCatalog", "Reports",
        "TuningDatasets",
        "TuningJobs", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // The command line that uses the network.
    .executableTarget(
      name: "TunekitSubmit",
      dependencies: [
        "ByteStreams", "Diagnostics", "Documents", "JSONLines", "ModelCatalog", "Reports", "Submission",
        "TuningDatasets", "TuningJobs",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict, linkerSettings: linking(canBeStatic: false)),
    // The offline command line.
    .executableTarget(
      name: "tunekit",
      dependencies: [
        "Diagnostics", "ByteStreams", "Documents", "JSONLines", "ModelCatalog", "Tokenization",
        "TuningDatasets",
        "TuningJobs", "Settings",
        "Reports", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict, linkerSettings: linking(canBeStatic: true)),

    // How another program takes a validated job over.
    .executableTarget(
      name: "HandOverExample", dependencies: ["ByteStreams", "ModelCatalog", "Reports", "TuningJobs"],
      swiftSettings: strict),

    // What several test targets need: folders, programs of the system, numbers at random.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ProjectTests", dependencies: ["TestSupport"], swiftSettings: strict),
    // Runs the program that is built beside it, on cases that are folders, with the help of two programs.
    .testTarget(
      name: "CommandLineTests", dependencies: ["tunekit", "JSONLines", "TestSupport"],
      exclude: [
        "Browser.py", "Cases", "LargePageJudge.py", "PageJudge.py", "PeakMemory.py", "ReportJudge.py",
        "SlowReader.py", "Terminal.py", "junit-10.xsd",
      ],
      swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    // The judge is a program that a test runs.
    .testTarget(
      name: "ByteStreamsTests",
      dependencies: [
        "ByteStreams", "CZlib", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["GzipJudge.py"],
      swiftSettings: strict),
    .testTarget(
      name: "JSONLinesTests", dependencies: ["JSONLines", "CByteKernels", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JSONSchemasTests", dependencies: ["JSONSchemas", "JSONLines", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "JSONLines", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ModelCatalogTests",
      dependencies: ["ModelCatalog", "Documents", "Diagnostics", "JSONLines", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TokenizationTests", dependencies: ["Tokenization", "TestSupport"],
      exclude: ["TokenizerJudge.py"],
      swiftSettings: strict),
    .testTarget(
      name: "TuningDatasetsTests",
      dependencies: [
        "TuningDatasets", "Diagnostics", "ByteStreams", "ModelCatalog", "JSONLines", "Reports",
        "Tokenization",
        "TestSupport",
      ],
      exclude: [
        "JSONJudge.py", "LineJudge.py", "MessageJudge.py", "Odd/OddLines.txt", "Tokens/TokenCountJudge.py",
      ],
      swiftSettings: strict),
    // What holds for all inputs: fuzzing, which has a package of its own in `Tests/Fuzz`, checks it, and so do tests.
    .target(
      name: "Invariants",
      dependencies: [
        "ByteStreams", "CZlib", "Diagnostics", "Documents", "JSONLines", "ModelCatalog", "Reports",
        "TuningDatasets", "TuningJobs",
      ],
      path: "Tests/Fuzz/Sources/Invariants", swiftSettings: strict),
    // What fuzzing found, tried again.
    .testTarget(
      name: "FuzzTests", dependencies: ["Invariants"], path: "Tests/Fuzz/Sources/Replay",
      swiftSettings: strict),
    // The recorder plays the service for Google's SDK; the judge has Google's types.
    .testTarget(
      name: "TuningJobsTests",
      dependencies: [
        "TuningJobs", "TuningDatasets", "Diagnostics", "Documents", "ModelCatalog", "JSONLines", "Reports",
        "TestSupport",
      ],
      exclude: ["Requests/SDKRecorder.py", "Requests/TuningJobJudge.py"],
      swiftSettings: strict),
    // The server plays the service, with the faults of a network.
    .testTarget(
      name: "SubmissionTests",
      dependencies: [
        "Submission", "TunekitSubmit", "ByteStreams", "Diagnostics", "Documents", "JSONLines", "ModelCatalog",
        "Reports", "TuningJobs", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Server", "EndToEnd/submission_runs.py", "EndToEnd/user_runs.py", "EndToEnd/world.py"],
      swiftSettings: strict),
    .testTarget(
      name: "SettingsTests",
      dependencies: [
        "Settings", "Diagnostics", "JSONLines", "ModelCatalog", "TuningDatasets", "TuningJobs", "TestSupport",
      ],
      swiftSettings: strict),
    // What holds for the rules of all targets together, and the pages made of them.
    .testTarget(
      name: "RuleBookTests",
      dependencies: ["TuningDatasets", "TuningJobs", "Diagnostics", "Settings", "Reports", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Diagnostics", "ModelCatalog", "TuningDatasets", "TestSupport"],
      swiftSettings: strict),
  ]
)
