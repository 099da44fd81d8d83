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

int32_t ct_character_time(void) {
  // Up to half of what a pseudo-terminal says, which has no speed; faster lines than that bring
  // several characters while the first is handled.
  static const struct {
    speed_t speed;
    int32_t bits_a_second;
  } slow[] = {
      {B300, 300},   {B600, 600},   {B1200, 1200}, {B2400, 2400},
      {B4800, 4800}, {B9600, 9600}, {B19200, 19200},
  };
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return 0;
  for (size_t i = 0; i < sizeof slow / sizeof *slow; i++) {
    // Ten bits a character, with those that begin and end it.
    if (cfgetispeed(&modes) == slow[i].speed) return 10 * 1000000 / slow[i].bits_a_second;
  }
  return 0;
}
