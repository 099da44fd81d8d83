/// Something that makes values by chance, out of a generator with a seed.
package protocol RandomMaker {
  var random: SeededGenerator { get set }
}

extension RandomMaker {
  /// True once in so many times.
  package mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  /// True so many times of a hundred.
  package mutating func chance(percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// One of some values, of which there is at least one.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}
