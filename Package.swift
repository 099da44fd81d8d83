// swift-tools-version: 6.1
import PackageDescription

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
    .target(name: "JSON"),
    .target(
      name: "CalendarModel",
      dependencies: ["JSON", .product(name: "Algorithms", package: "swift-algorithms")]),
    .target(name: "CalendarAPI", dependencies: ["CalendarModel", "JSON"]),
    .target(name: "CalendarWork", dependencies: ["CalendarAPI", "CalendarModel", "JSON"]),
    .target(
      name: "State", dependencies: ["CalendarAPI", "CalendarModel", "CalendarWork", "JSON"]),
    .target(
      name: "CalendarTransport",
      dependencies: [
        "CalendarAPI",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]
    ),
    // The configuration file. Debian's package has a static archive, so that the program needs no
    // library more where it is copied to.
    .target(name: "CInih", linkerSettings: [.linkedLibrary(":libinih.a")]),
    .target(name: "UserConfiguration", dependencies: ["CInih"]),
    .target(name: "TextUI"),
    .target(name: "Terminal", dependencies: ["CTerminal", "TextUI"]),
    .target(
      name: "Editor",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarWork", "UserConfiguration", "JSON", "TextUI",
      ]),
    .target(
      name: "Sandbox",
      dependencies: [
        "CalendarAPI", "CalendarModel", "JSON",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
    .executableTarget(
      name: "caledit",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarTransport", "CalendarWork", "UserConfiguration",
        "State", "Editor", "JSON", "Sandbox", "Terminal", "TextUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      // The dynamic linker would take longer than the rest of the start: for the libraries of Swift,
      // and for 80,000 relocations of a program that can lie at any address.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections",
            "-Xclang-linker", "-no-pie", "-Xlinker", "--gc-sections", "-Xlinker", "-s",
          ], .when(platforms: [.linux], configuration: .release))
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
        "TextUI",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(name: "AgreementTests", dependencies: ["CalendarModel", "JSON", "Sandbox"]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "CalendarAPI", "CalendarModel", "CalendarTransport", "CalendarWork", "UserConfiguration",
        "State", "Editor", "HostileText", "JSON", "NetworkTesting", "Sandbox", "TerminalTesting",
        "TextUI", "caledit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "StateTests",
      dependencies: ["CalendarAPI", "CalendarModel", "CalendarWork", "State", "JSON"]),
    .testTarget(
      name: "CalendarWorkTests",
      dependencies: ["CalendarAPI", "CalendarModel", "CalendarWork", "JSON"]),
    .testTarget(
      name: "CalendarAPITests", dependencies: ["CalendarAPI", "CalendarModel", "JSON"]),
    .testTarget(name: "SandboxTests", dependencies: ["CalendarModel", "JSON", "Sandbox"]),
    .testTarget(
      name: "CalendarTransportTests",
      dependencies: [
        "CalendarAPI", "CalendarTransport", "JSON", "NetworkTesting", "Sandbox",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .testTarget(name: "UserConfigurationTests", dependencies: ["UserConfiguration"]),
    .testTarget(name: "TextUITests", dependencies: ["HostileText", "TextUI"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(
      name: "CalendarModelTests", dependencies: ["CalendarModel", "JSON"],
      resources: [.copy("Resources")]),
  ],
  swiftLanguageModes: [.v6]
)
