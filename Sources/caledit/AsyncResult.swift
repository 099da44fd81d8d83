/// The result of something that takes time and may fail, as a value.
func result<Success: Sendable, Problem: Error>(
  _ body: () async throws(Problem) -> Success
) async -> Result<Success, Problem> {
  do throws(Problem) {
    return .success(try await body())
  } catch {
    return .failure(error)
  }
}
