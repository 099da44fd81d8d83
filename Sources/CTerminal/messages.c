// What is written to standard error while the screen is up.
//
// It would land in the middle of the form, and the message of a trap, written before the signal,
// would vanish with the second screen. So it is kept in memory and said when the terminal is
// given back.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

static int kept = -1;
static int terminal = -1;
static off_t said;

void ct_messages_keep(void) {
  if (terminal >= 0 || !isatty(STDERR_FILENO)) return;
  if (kept < 0) {
    kept = memfd_create("messages", MFD_CLOEXEC);
    said = 0;
  }
  if (kept < 0) return;
  terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (terminal >= 0) dup2(kept, STDERR_FILENO);
}

// Async-signal-safe.
void ct_messages_say(void) {
  if (terminal < 0) return;
  dup2(terminal, STDERR_FILENO);
  close(terminal);
  terminal = -1;
  // As much as a terminal takes at once when it says that it takes something.
  char buffer[128];
  ssize_t count;
  while ((count = pread(kept, buffer, sizeof buffer, said)) > 0) {
    struct pollfd writable = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (poll(&writable, 1, 200) == 0) return;
    ct_write_all(STDERR_FILENO, buffer, (size_t)count);
    said += count;
  }
}
