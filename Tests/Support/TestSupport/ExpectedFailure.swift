/// Runs something that must fail and gives its error; nil where it does not fail.
package func failure<Result, Failure: Error>(
  _ call: () async throws(Failure) -> Result
) async -> Failure? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error
  }
}
