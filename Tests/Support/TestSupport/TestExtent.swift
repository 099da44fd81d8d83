#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much is generated and tried in a run of the tests.
package enum TestExtent {
  /// Whether all is tried, as in CI, and not a part of it, as on the way.
  package static let isAll = getenv("CALEDIT_TEST_ALL") != nil
}

extension Int {
  /// How many cases a generated test makes: all of them in CI, few on the way.
  package init(testRuns all: Int, few: Int) { self = TestExtent.isAll ? all : few }
}
