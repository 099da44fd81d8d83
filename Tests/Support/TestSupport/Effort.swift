#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What work costs on the processor: the time of this thread alone, so that it is no matter what else
/// the machine does meanwhile.
package enum Effort {
  /// The seconds that something takes: the least of some tries.
  ///
  /// Quick work is repeated until the clock can tell; work of more than a second is done once.
  package static func seconds(_ work: () -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
      let start = spent
      var runs = 0
      repeat {
        work()
        runs += 1
      } while spent - start < 0.005
      least = min(least, (spent - start) / Double(runs))
      if least > 1 { break }
    }
    return least
  }

  /// The seconds that something takes once, where it is quicker the second time.
  package static func once(_ work: () throws -> Void) rethrows -> Double {
    let start = spent
    try work()
    return spent - start
  }

  /// How many times as much work takes for a large input as for a small one.
  ///
  /// What is ten times as large takes ten times as much where the work grows with the input, and a
  /// hundred times where something is walked through for each part of it.
  ///
  /// - Parameter work: makes what is measured for an input of a size; making it does not count.
  package static func growth(from small: Int, to large: Int, of work: (Int) -> () -> Void) -> Double
  {
    seconds(work(large)) / seconds(work(small))
  }

  /// The seconds that this thread has been on the processor.
  private static var spent: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
