import Foundation
import Glibc
import TerminalTesting

/// Records the calls of the program that change files, by a library that is loaded before the system's.
struct CallRecorder {
  /// One call, with the file that it is about.
  struct Call: Equatable {
    let name: String
    let path: String
    /// Where a rename leads to.
    var target = ""
  }

  private let library: String
  private let log: String

  /// The C compiler; the tests that record are skipped without one.
  static let compiler: String? = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  init(in folder: Scratch) throws {
    library = folder.path("calls.so")
    log = folder.path("calls.log")
    let source = try folder.write(Self.source, to: "calls.c")
    let session = try TerminalSession(
      Self.compiler ?? "", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"],
      environment: folder.environment)
    guard try session.waitForExit(seconds: 60) == .status(0) else {
      throw NotCompiled(output: session.text)
    }
  }

  private struct NotCompiled: Error { let output: String }

  /// What the program needs in its environment to be recorded.
  var environment: [String: String] { ["LD_PRELOAD": library, "CALLS_LOG": log] }

  var calls: [Call] {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return parts.count == 3 ? Call(name: parts[0], path: parts[1], target: parts[2]) : nil
    }
  }

  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/syscall.h>
    #include <unistd.h>

    static void note(const char *name, const char *path, const char *target) {
      const char *log = getenv("CALLS_LOG");
      char line[9000];
      int length = snprintf(line, sizeof line, "%s\t%s\t%s\n", name, path, target);
      int file = log ? syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
      if (file < 0) return;
      syscall(SYS_write, file, line, length);
      syscall(SYS_close, file);
    }

    static void note_file(const char *name, int file) {
      char link[64], path[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (length <= 0 || path[0] != '/') return;
      path[length] = 0;
      if (strncmp(path, "/dev/", 5) != 0) note(name, path, "");
    }

    #define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

    ssize_t write(int file, const void *bytes, size_t count) {
      ssize_t written = REAL(write)(file, bytes, count);
      if (file > 2 && written > 0) note_file("write", file);
      return written;
    }
    int fsync(int file) {
      int result = REAL(fsync)(file);
      if (result == 0) note_file("fsync", file);
      return result;
    }
    int rename(const char *from, const char *to) {
      int result = REAL(rename)(from, to);
      if (result == 0) note("rename", from, to);
      return result;
    }
    int unlink(const char *path) {
      int result = REAL(unlink)(path);
      if (result == 0) note("unlink", path, "");
      return result;
    }
    """#
}
