import Glibc

/// A call of the system with the error that belongs to it.
///
/// `errno` is one variable for all calls of a thread, and the next one may be hidden: in a `defer`, a
/// `deinit`, a copy of an array. So it is taken where the call is made, and never read elsewhere.
enum SystemCall {
  /// - Returns: what the call returned, and its error; 0 when there was none.
  static func result<Value: SignedInteger>(_ call: () -> Value) -> (value: Value, error: Int32) {
    let value = call()
    return value < 0 ? (value, errno) : (value, 0)
  }
}
