// libvterm, and what Swift's Glibc module lacks for pseudo-terminals.
#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <unistd.h>
#include <vterm.h>

// Declared here and not by _GNU_SOURCE, which would make structures differ from Swift's Glibc.
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *_Nonnull buffer, size_t length);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int from);

// Opens both ends, closed in every child from the very beginning: tests run in parallel, and a
// master that another child has inherited would never hang up. Answers 0 or an errno.
static inline int pty_open(int *_Nonnull master, int *_Nonnull slave, char *_Nonnull name, size_t length)
{
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return errno;
  *slave = -1;
  if (grantpt(*master) == 0 && unlockpt(*master) == 0 && ptsname_r(*master, name, length) == 0) {
    *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  if (*slave >= 0) return 0;
  int error = errno;
  close(*master);
  return error;
}

enum { PTY_SPAWN_SETSID = 0x80 };  // POSIX_SPAWN_SETSID

#endif
