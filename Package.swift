// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// One wall of the house: a target under `Sources` with the settings that all share.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests of one room, under `Tests`.
func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.byName(name: room), "TestKit"] + dependencies,
    exclude: ["CLI", "Formats", "Learning", "Reports", "Storage", "Terminal", "Workflows"]
      .contains(room) ? ["Fixtures"] : [],
    swiftSettings: house)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let domain: [Target.Dependency] = [
  "Exams", "Learning", "Questions", "People", "Statutes", "Statistics", "Text",
]

// `make dist` names a folder of static C libraries, where the linker looks before it looks in the system.
let archives: [LinkerSetting] =
  Context.environment["MINGFA_ARCHIVES"].map {
    [.unsafeFlags(["-L", $0])]
  } ?? []

let package = Package(
  name: "mingfa",
  products: [
    .executable(name: "mingfa", targets: ["CLI"]),
    // Not to be installed: the tests of power cuts preload it into the program.
    .library(name: "PowerCutRecorder", type: .dynamic, targets: ["PowerCutRecorder"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CMath"),
    .systemLibrary(name: "CReadline"),
    .systemLibrary(name: "CUnistring"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CGLPK"),
    // Words on the screen, and files as people have them. These know nothing of law or learning.
    room("Text", ["CUnistring"]),
    room("Documents", ["CMinizip", "CExpat"]),
    room("Statistics"),
    // What a library computes for us, as values.
    room("Solvers", ["CGLPK"]),
    room("Seals", ["Text", "CSodium"]),
    // The domain: pure values and functions.
    room("Statutes", ["Text", "CMath"]),
    room("Questions", ["Statutes", "Statistics", "Text"]),
    room("People", ["Text"]),
    room("Learning", ["Questions", "People", "Statutes", "Text", "CMath"]),
    room(
      "Exams",
      ["Learning", "Questions", "People", "Statutes", "Statistics", "Text", "Solvers", "Seals"]),
    // Data enters, rests and leaves.
    room("Formats", ["Documents", "Exams", "People", "Questions", "Statutes", "Text", yaml]),
    room("Storage", domain + ["Seals", "CSodium", "CSQLite", grdb, sqlite]),
    room("Reports", ["Statistics", "Text"]),
    // What a person does, and how it is shown.
    room("Workflows", domain + ["Seals", "Documents", "Formats", "Storage", "Reports"]),
    room("Terminal", domain + ["Workflows", "Reports", "CReadline"]),
    .executableTarget(
      name: "CLI",
      dependencies: domain + ["Terminal", "Workflows", "Reports", argumentParser],
      swiftSettings: house, linkerSettings: archives),
    // Tests and measurements.
    .executableTarget(
      name: "MingfaBench",
      dependencies: domain + ["Storage", "Workflows", "CBaseline", "TestKit", sqlite],
      path: "Benchmarks", exclude: ["C", "near_baseline.py"],
      swiftSettings: house),
    .target(name: "CBaseline", path: "Benchmarks/C"),
    .target(
      name: "TestKit",
      dependencies: domain + ["Seals", "Storage", "Workflows", "Formats", "CMinizip"],
      path: "Tests/TestKit", swiftSettings: house),
    .target(
      name: "PowerCutRecorder", path: "Tests/PowerCutRecorder",
      cSettings: [.treatAllWarnings(as: .error)]),
    tests("Text"),
    tests("Documents"),
    tests("Statistics"),
    tests("Statutes"),
    tests("Questions", ["Learning"]),
    tests("Learning"),
    tests("Exams"),
    tests("Solvers"),
    tests("Seals"),
    tests("Formats", ["Questions", "Statutes"]),
    tests("Storage", [grdb]),
    tests("Reports"),
    tests("Workflows", ["Seals", grdb]),
    tests("Terminal"),
    tests(
      "CLI",
      ["Exams", "Learning", "People", "Questions", "Storage", "Workflows", grdb, argumentParser]),
  ],
  swiftLanguageModes: [.v6]
)
