// Where the keys of this terminal come from, and what they send.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "internal.h"

#include <fcntl.h>
#include <unistd.h>

const char *ct_key_sequence(const char *capability) {
  const char *sequence = tigetstr(capability);
  return sequence == (const char *)-1 ? NULL : sequence;
}

int32_t ct_input_descriptor(void) {
  static int opened = -1;
  // The terminal may be another one than before: standard input can be given away and come back.
  if (opened >= 0) close(opened);
  opened = ct_open_again(STDIN_FILENO, O_RDONLY);
  return opened >= 0 ? opened : STDIN_FILENO;
}
