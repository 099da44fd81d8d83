// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// How the modules of a release are compiled; `Sources/Linking/README.md` says why.
func released(_ flags: String...) -> [SwiftSetting] {
  let frontend = [
    "-function-sections", "-internalize-at-link",
    "-disable-concrete-type-metadata-mangled-name-accessors",
  ]
  return [
    .unsafeFlags(
      frontend.flatMap { ["-Xfrontend", $0] } + flags,
      .when(platforms: [.linux], configuration: .release))
  ]
}

/// What each key runs.
let quick = released()

/// What waits for the service, for files or for a person.
let small = released("-Osize")

let linking = "\(Context.packageDirectory)/Sources/Linking"

/// Whether all libraries are there to become a part of the program, as they are on Debian and Ubuntu.
let hasStaticLibraries = ["x86_64", "aarch64"].contains { machine in
  func holds(_ folder: String, _ libraries: [String]) -> Bool {
    libraries.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/lib\($0).a") }
  }
  let compilers = "/usr/lib/gcc/\(machine)-linux-gnu"
  let versions = (try? FileManager.default.contentsOfDirectory(atPath: compilers)) ?? []
  return holds("/usr/lib/\(machine)-linux-gnu", ["ncursesw", "tinfo", "z"])
    && versions.contains { holds("\(compilers)/\($0)", ["stdc++"]) }
}

/// How a release is linked; `Sources/Linking/README.md` says why.
let linkingOfReleases: [String] =
  [
    "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections", "-use-ld=lld",
    "-Xclang-linker", "-no-pie", "-Xlinker", "--gc-sections", "-Xlinker", "--icf=safe",
    "-Xlinker", "--no-export-dynamic",
    "-Xlinker", "--symbol-ordering-file", "-Xlinker", "\(linking)/start.order",
    "-Xlinker", "--no-warn-symbol-ordering",
    "-Xlinker", "\(linking)/release.ld", "-Xlinker", "--no-eh-frame-hdr",
    // Profilers want the names of functions, and cannot read what else debuggers get.
    "-Xlinker", Context.environment["CALEDIT_SYMBOLS"] == nil ? "-s" : "--strip-debug",
  ] + (hasStaticLibraries ? ["-L", linking, "-Xclang-linker", "-static-libgcc"] : [])

/// The commit that a release is built from, for `caledit --version`.
let commit: String = {
  guard let git = Context.gitInformation else { return "" }
  return String(git.currentCommit.prefix(10)) + (git.hasUncommittedChanges ? "+" : "")
}()

let package = Package(
  name: "caledit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "caledit", targets: ["caledit"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // The only code that sees ncurses; everything above it is Swift.
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    // What a build knows of itself. A debug build does not: each commit would compile it anew.
    .target(
      name: "CBuildInformation",
      cSettings: [
        .define("CALEDIT_COMMIT", to: "\"\(commit)\"", .when(configuration: .release))
      ]),
    .target(name: "JSON", swiftSettings: quick),
    .target(
      name: "CalendarModel",
      dependencies: ["JSON", .product(name: "Algorithms", package: "swift-algorithms")],
      swiftSettings: quick),
    .target(
      name: "CalendarAPI", dependencies: ["CalendarModel", "JSON"], swiftSettings: small),
    .target(
      name: "CalendarWork", dependencies: ["CalendarAPI", "CalendarModel", "JSON"],
      swiftSettings: small),
    .target(
      name: "State", dependencies: ["CalendarAPI", "CalendarModel", "CalendarWork", "JSON"],
      swiftSettings: small),
    .target(
      name: "CalendarTransport",
      dependencies: [
        "CalendarAPI",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: small
    ),
    // The configuration file. Debian's package has a static archive, so that the program needs no
    // library more where it is copied to.
    .target(name: "CInih", linkerSettings: [.linkedLibrary(":libinih.a")]),
    .target(name: "UserConfiguration", dependencies: ["CInih"], swiftSettings: small),
    .target(name: "TextUI", swiftSettings: quick),
    .target(name: "Terminal", dependencies: ["CTerminal", "TextUI"], swiftSettings: quick),
    .target(
      name: "CommandOutput", dependencies: ["CalendarModel", "JSON", "TextUI"],
      swiftSettings: small),
    // Pages of the manual, for man and for terminals without it.
    .target(name: "Manual", dependencies: ["CommandOutput", "TextUI"], swiftSettings: small),
    .target(
      name: "Editor",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarWork", "UserConfiguration", "JSON", "TextUI",
      ],
      swiftSettings: quick),
    .target(
      name: "Sandbox",
      dependencies: [
        "CalendarAPI", "CalendarModel", "JSON",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: small
    ),
    .executableTarget(
      name: "caledit",
      dependencies: [
        "CBuildInformation", "CalendarAPI", "CalendarModel", "CalendarTransport", "CalendarWork",
        "CommandOutput", "Editor", "JSON", "Manual", "Sandbox", "State", "Terminal", "TextUI",
        "UserConfiguration",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: small,
      linkerSettings: [
        .unsafeFlags(linkingOfReleases, .when(platforms: [.linux], configuration: .release))
      ]
    ),

    // A real pseudo-terminal with a real emulator, for tests of this layer and of the program.
    .systemLibrary(
      name: "CVTerm", path: "Tests/Support/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(
      name: "TerminalTesting", dependencies: ["CVTerm"], path: "Tests/Support/TerminalTesting"),
    // TLS and proxies on this machine.
    .target(
      name: "NetworkTesting",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/Support/NetworkTesting"),
    // What tests of every module need.
    .target(name: "TestSupport", path: "Tests/Support/TestSupport"),
    .target(
      name: "HostileText", dependencies: ["CalendarModel", "JSON"],
      path: "Tests/Support/HostileText"),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "TextUI"],
      path: "Tests/Support/terminal-probe"),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CTerminal", "Terminal", "TerminalTesting", "TextUI", "terminal-probe"]),
    .testTarget(
      name: "EditorTests",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarWork", "Editor", "HostileText", "JSON", "Sandbox",
        "TestSupport", "TextUI",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "AgreementTests", dependencies: ["CalendarModel", "JSON", "Sandbox", "TestSupport"]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarTransport", "CalendarWork", "CommandOutput",
        "UserConfiguration", "State", "Editor", "HostileText", "JSON", "Manual", "NetworkTesting",
        "Sandbox", "TerminalTesting", "TestSupport", "TextUI", "caledit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "StateTests",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarWork", "State", "JSON", "TestSupport",
      ]),
    .testTarget(
      name: "CalendarWorkTests",
      dependencies: ["CalendarAPI", "CalendarModel", "CalendarWork", "JSON", "TestSupport"]),
    .testTarget(
      name: "CalendarAPITests",
      dependencies: ["CalendarAPI", "CalendarModel", "JSON", "TestSupport"]),
    .testTarget(
      name: "SandboxTests", dependencies: ["CalendarModel", "JSON", "Sandbox", "TestSupport"]),
    .testTarget(
      name: "CalendarTransportTests",
      dependencies: [
        "CalendarAPI", "CalendarTransport", "JSON", "NetworkTesting", "Sandbox", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .testTarget(
      name: "UserConfigurationTests", dependencies: ["TestSupport", "UserConfiguration"]),
    .testTarget(
      name: "CommandOutputTests",
      dependencies: ["CalendarModel", "CommandOutput", "HostileText", "JSON"]),
    .testTarget(name: "ManualTests", dependencies: ["CommandOutput", "Manual"]),
    .testTarget(name: "TextUITests", dependencies: ["HostileText", "TestSupport", "TextUI"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
    .testTarget(
      name: "CalendarModelTests", dependencies: ["CalendarModel", "JSON", "TestSupport"],
      resources: [.copy("Resources")]),
  ],
  swiftLanguageModes: [.v6]
)
