// What curses sends for colours and attributes, said shorter.
//
// Curses goes from cyan back to plain by "\033[39m\033(B\033[m" where "\033[m" is enough, and from plain
// to faint by "\033(B\033[0;2m" where "\033[2m" is: a quarter of a screen, which counts where a line is
// slow. So the attributes that a frame asks for are only noted, and set in the shortest way when
// something is written in them. Whatever is not understood goes through as it came.
#define _GNU_SOURCE
#include "internal.h"

#include <string.h>

struct attributes {
  uint16_t bits;  // a bit for each of the parameters 1 to 9
  // The parameter that sets it; PALETTE and more for the entries of a palette; 0 for the default.
  uint16_t foreground, background;
};

// The longest sequence that sets all there is has 42 bytes.
enum { PALETTE = 1000, PARAMETERS = 16, SETTLED = 48 };

// What the terminal has, and what curses believes that it has.
static struct attributes shown, wanted;
static bool is_on;
// Whether both are known: not before a sequence has set all of them.
static bool is_shown_known, is_wanted_known;

void ct_attributes_start(bool terminal_is_known) {
  is_on = terminal_is_known;
  ct_attributes_forget();
}

void ct_attributes_forget(void) { is_shown_known = is_wanted_known = false; }

static bool are_same(struct attributes one, struct attributes other) {
  return one.bits == other.bits && one.foreground == other.foreground &&
         one.background == other.background;
}

// MARK: reading

// Answers whether all the parameters are known; `changed` is not to be used otherwise.
static bool apply(const int *parameters, int count, struct attributes *changed) {
  for (int i = 0; i < count; i++) {
    int number = parameters[i];
    if (number == 0) {
      memset(changed, 0, sizeof *changed);
    } else if (number == 10) {
      // The first set of letters, which the console of Linux is told each time.
    } else if (number < 10) {
      changed->bits |= (uint16_t)(1 << number);
    } else if ((number >= 30 && number < 38) || (number >= 90 && number < 98)) {
      changed->foreground = (uint16_t)number;
    } else if ((number >= 40 && number < 48) || (number >= 100 && number < 108)) {
      changed->background = (uint16_t)number;
    } else if (number == 39) {
      changed->foreground = 0;
    } else if (number == 49) {
      changed->background = 0;
    } else if ((number == 38 || number == 48) && i + 2 < count && parameters[i + 1] == 5 &&
               parameters[i + 2] < 256) {
      uint16_t color = (uint16_t)(PALETTE + parameters[i + 2]);
      if (number == 38) changed->foreground = color;
      if (number == 48) changed->background = color;
      i += 2;
    } else {
      return false;
    }
  }
  return true;
}

// Reads the parameters between "\033[" and "m"; answers how many, and 0 when they are no numbers.
static int read_parameters(const char *text, size_t length, int parameters[PARAMETERS]) {
  int count = 1;
  parameters[0] = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] == ';') {
      if (count == PARAMETERS) return 0;
      parameters[count++] = 0;
    } else if (text[i] >= '0' && text[i] <= '9' && parameters[count - 1] < PALETTE) {
      parameters[count - 1] = 10 * parameters[count - 1] + (text[i] - '0');
    } else {
      return 0;
    }
  }
  return count;
}

// MARK: writing

static size_t put_number(char *to, int number) {
  char digits[8];
  size_t count = 0, at = 0;
  do digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  to[at++] = ';';
  while (count > 0) to[at++] = digits[--count];
  return at;
}

static size_t put_color(char *to, uint16_t color, int palette) {
  if (color < PALETTE) return color == 0 ? 0 : put_number(to, color);
  size_t at = put_number(to, palette);
  at += put_number(to + at, 5);
  return at + put_number(to + at, color - PALETTE);
}

// Sets what is wanted, if the terminal has something else.
static size_t settle(char to[SETTLED]) {
  if (!is_wanted_known || (is_shown_known && are_same(shown, wanted))) return 0;
  struct attributes more = wanted;
  bool adds = is_shown_known && (shown.bits & ~wanted.bits) == 0 &&
              (wanted.foreground != 0 || shown.foreground == 0) &&
              (wanted.background != 0 || shown.background == 0);
  if (adds) {
    more.bits &= (uint16_t)~shown.bits;
    if (more.foreground == shown.foreground) more.foreground = 0;
    if (more.background == shown.background) more.background = 0;
  }
  char parameters[SETTLED];
  size_t length = 0;
  bool is_plain = more.bits == 0 && more.foreground == 0 && more.background == 0;
  if (!adds && !is_plain) length += put_number(parameters, 0);
  for (int bit = 1; bit < 10; bit++) {
    if (more.bits & 1 << bit) length += put_number(parameters + length, bit);
  }
  length += put_color(parameters + length, more.foreground, 38);
  length += put_color(parameters + length, more.background, 48);
  shown = wanted;
  is_shown_known = true;
  size_t at = 0;
  to[at++] = '\033';
  to[at++] = '[';
  // They begin with a semicolon each.
  for (size_t i = 1; i < length; i++) to[at++] = parameters[i];
  to[at++] = 'm';
  return at;
}

// MARK: a frame

// The length of the sequence that begins with an escape character; 0 when it is not whole.
static size_t sequence_length(const char *text, size_t length) {
  if (length < 2) return 0;
  size_t at = 1;
  if (text[1] == '[') {
    for (at = 2; at < length; at++) {
      if (text[at] >= 0x40 && text[at] <= 0x7E) return at + 1;
    }
    return 0;
  }
  while (at < length && text[at] >= 0x20 && text[at] <= 0x2F) at++;
  return at < length ? at + 1 : 0;
}

// Whether a sequence leaves cells and attributes alone: movements of the cursor, and modes.
static bool is_indifferent(const char *text, size_t length) {
  return text[1] == '[' && strchr("ABCDEFGHdfhlr", text[length - 1]);
}

// Whether it only chooses the letters that are chosen already.
static bool chooses_letters(const char *text, size_t length) {
  return length == 3 && text[1] == '(' && text[2] == 'B';
}

// Takes a sequence that sets attributes, as long as it is understood.
static bool take_attributes(const char *text, size_t length) {
  if (text[1] != '[' || text[length - 1] != 'm') return false;
  int parameters[PARAMETERS];
  int count = read_parameters(text + 2, length - 3, parameters);
  struct attributes changed = wanted;
  if (count == 0 || !apply(parameters, count, &changed)) return false;
  // Where it is not known what there was, it has to begin with nothing.
  if (!is_wanted_known && parameters[0] != 0) return false;
  wanted = changed;
  is_wanted_known = true;
  return true;
}

size_t ct_attributes_shorten(const char *frame, size_t length, char *to) {
  // Letters of another set are never asked for; where they are, nothing is known.
  bool is_for_us = is_on && !memmem(frame, length, "\033(0", 3) && !memchr(frame, 016, length);
  size_t at = 0;
  for (size_t i = 0; is_for_us && i < length;) {
    const char *text = frame + i;
    size_t count = 1;
    bool is_written = true, needs_attributes = (unsigned char)*text >= 0x20 || *text == '\n';
    char settled[SETTLED];
    size_t more = 0;
    if (*text == '\033') {
      count = sequence_length(text, length - i);
      if (count == 0) count = length - i;
      if (chooses_letters(text, count)) {
        is_written = !is_shown_known;
      } else if (take_attributes(text, count)) {
        is_written = false;
      } else if (text[count - 1] == 'm' && text[1] == '[') {
        more = settle(settled);
        ct_attributes_forget();
      } else {
        needs_attributes = !is_indifferent(text, count);
      }
    } else if (*text == 017) {
      is_written = !is_shown_known;
    }
    if (needs_attributes) more = settle(settled);
    // It never gets longer; should it, the frame goes as it came.
    if (at + more + count > length) {
      is_for_us = false;
      break;
    }
    memcpy(to + at, settled, more);
    at += more;
    if (is_written) {
      memcpy(to + at, text, count);
      at += count;
    }
    i += count;
  }
  if (is_for_us) {
    char settled[SETTLED];
    size_t more = settle(settled);
    if (at + more <= length) {
      memcpy(to + at, settled, more);
      return at + more;
    }
  }
  ct_attributes_forget();
  memcpy(to, frame, length);
  return length;
}
