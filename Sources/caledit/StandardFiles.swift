import Glibc

/// The three files that every program begins with.
enum StandardFiles {
  /// Opens the null device in the place of each of them that is closed, before anything else is opened.
  ///
  /// A file that the program opened would get the number of the closed one, and be read or written in
  /// its place. There is nothing to read from standard input then; writing to the other two fails as
  /// on a closed file.
  static func fill() {
    for file in Int32(0)...2 where fcntl(file, F_GETFD) < 0 && errno == EBADF {
      // The lowest number that is free is this one.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
