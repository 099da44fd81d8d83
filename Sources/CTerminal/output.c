// What is sent to the terminal, without ever waiting for one that takes nothing.
//
// curses waits in write(2) for ever, and the draft with it. So it writes a frame into memory, and
// from there it is sent as far as the terminal takes it; the event loop sends the rest.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

// What curses takes for its terminal; it is the memory while a frame is made.
static int curses_end = -1;
static int memory = -1;
// The terminal, opened once more: not to block is a matter of the opening, and the other one is the
// shell's as well. Without it, what is sent is waited for.
static int terminal = -1;

static char *pending;
static size_t pending_size, pending_capacity, pending_at;

int ct_open_again(int standard, int access) {
  const char *path = standard == STDIN_FILENO ? "/proc/self/fd/0" : "/proc/self/fd/1";
  int descriptor = open(path, access | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  struct stat ours, theirs;
  if (descriptor < 0) return -1;
  if (fstat(descriptor, &ours) == 0 && fstat(standard, &theirs) == 0 && S_ISCHR(ours.st_mode) &&
      ours.st_rdev == theirs.st_rdev) {
    return descriptor;
  }
  close(descriptor);
  return -1;
}

FILE *ct_output_open(void) {
  curses_end = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (curses_end < 0) return NULL;
  FILE *file = fdopen(curses_end, "w");
  if (!file) {
    close(curses_end);
    curses_end = -1;
    return NULL;
  }
  // Where files may not grow, a frame in memory may not either.
  struct rlimit limit;
  bool can_grow = getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= 16 << 20;
  if (can_grow) memory = memfd_create("frame", MFD_CLOEXEC);
  terminal = ct_open_again(STDOUT_FILENO, O_WRONLY);
  return file;
}

void ct_output_close(FILE *file) {
  fclose(file);
  if (memory >= 0) close(memory);
  if (terminal >= 0) close(terminal);
  free(pending);
  pending = NULL;
  pending_size = pending_capacity = pending_at = 0;
  curses_end = memory = terminal = -1;
}

// MARK: collecting

void ct_output_begin(void) {
  if (memory < 0 || terminal < 0) return;
  if (lseek(memory, 0, SEEK_SET) != 0) return;
  dup3(memory, curses_end, O_CLOEXEC);
}

static bool reserve(size_t length) {
  if (pending_at == pending_size) pending_at = pending_size = 0;
  if (pending_size + length <= pending_capacity) return true;
  size_t capacity = 2 * (pending_size + length);
  char *larger = realloc(pending, capacity);
  if (!larger) return false;
  pending = larger;
  pending_capacity = capacity;
  return true;
}

// Answers how many bytes have been collected, and makes room for so many times as much.
static size_t collected(size_t times) {
  if (memory < 0 || terminal < 0) return 0;
  dup3(STDOUT_FILENO, curses_end, O_CLOEXEC);
  off_t length = lseek(memory, 0, SEEK_CUR);
  return length > 0 && reserve(times * (size_t)length) ? (size_t)length : 0;
}

void ct_output_end(void) {
  ct_attributes_forget();
  size_t length = collected(1);
  if (length == 0) return;
  ssize_t count = pread(memory, pending + pending_size, length, 0);
  if (count > 0) pending_size += (size_t)count;
  ct_output_go_on();
}

void ct_output_end_unsent(void) {
  if (memory >= 0 && terminal >= 0) dup3(STDOUT_FILENO, curses_end, O_CLOEXEC);
}

void ct_output_end_frame(void) {
  size_t length = collected(2);
  if (length == 0) return;
  char *shortened = pending + pending_size;
  ssize_t count = pread(memory, shortened + length, length, 0);
  if (count <= 0) return;
  pending_size += ct_attributes_shorten(shortened + length, (size_t)count, shortened);
  ct_output_go_on();
}

// MARK: sending

bool ct_output_is_pending(void) { return pending_at < pending_size; }

int32_t ct_output_descriptor(void) { return ct_output_is_pending() ? terminal : -1; }

void ct_output_go_on(void) {
  while (pending_at < pending_size) {
    ssize_t count = write(terminal, pending + pending_at, pending_size - pending_at);
    if (count > 0) {
      pending_at += (size_t)count;
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (count < 0 && errno == EAGAIN) {
      return;
    } else {
      // There is no terminal any more, which reading from it tells.
      pending_at = pending_size;
    }
  }
}

void ct_output_send(const char *bytes, size_t length) {
  if (terminal < 0) {
    ct_write_all(STDOUT_FILENO, bytes, length);
    return;
  }
  if (!reserve(length)) return;
  memcpy(pending + pending_size, bytes, length);
  pending_size += length;
  ct_output_go_on();
}

bool ct_output_finish(int milliseconds) {
  // Not less than this a turn, so that one which takes a little now and then is waited for as well.
  const int turn = 50;
  for (; ct_output_is_pending() && milliseconds > 0; milliseconds -= turn) {
    struct pollfd writable = {.fd = terminal, .events = POLLOUT};
    poll(&writable, 1, turn);
    ct_output_go_on();
  }
  return !ct_output_is_pending();
}

// Async-signal-safe.
void ct_output_send_last(const char *bytes, size_t length) {
  if (terminal < 0) {
    ct_write_all(STDOUT_FILENO, bytes, length);
    return;
  }
  for (int turn = 0; length > 0 && turn < 20; turn++) {
    ssize_t count = write(terminal, bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      // Nobody has looked at it for a while: what they have not seen has to make room.
      if (turn == 10) tcflush(terminal, TCOFLUSH);
      struct pollfd writable = {.fd = terminal, .events = POLLOUT};
      poll(&writable, 1, 50);
    } else if (count == 0 || errno != EINTR) {
      return;
    }
  }
}

void ct_output_drop(void) {
  pending_at = pending_size = 0;
  if (terminal >= 0) tcflush(terminal, TCOFLUSH);
}

void ct_output_drop_rest(void) { pending_at = pending_size = 0; }
