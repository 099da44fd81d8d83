/// Keeps a value apart from the one that it belongs to, so that this one stays small.
///
/// A calendar goes from function to function with each key, and lies on the stack several times then:
/// what is large in it and seldom asked for is found by one step more.
@propertyWrapper
struct Apart<Value: Sendable>: Sendable {
  /// One element.
  private var values: [Value]

  init(wrappedValue: Value) { values = [wrappedValue] }

  var wrappedValue: Value {
    get { values[0] }
    _modify { yield &values[0] }
  }
}
