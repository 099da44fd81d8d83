// Taking the terminal and giving it back.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
// The keys with Alt come as Esc and the key, where xterm would send letters such as è; what was set
// before is kept, and comes back.
static const char alt_on[] = "\033[?1036s\033[?1036h";
static const char alt_off[] = "\033[?1036r";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

static SCREEN *screen;
static FILE *output;
static struct termios original;
// The modes while the screen is ours. Curses sets modes on what it writes to, which is the memory of a
// frame where nothing may wait.
static struct termios program_modes;
static bool has_program_modes;
static int original_flags = -1;
// Whether the terminal understands ECMA-48: private modes would be printed by one that does not.
static bool ansi;
// Whether the terminal may be xterm itself: others have keys of their own for Alt.
static bool xterm;
static bool mouse;
// How many columns at the right end are left alone.
static int spare_columns;

void ct_write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void send_mode(const char *sequence) {
  if (ansi) ct_output_send(sequence, strlen(sequence));
}

// MARK: locale

static bool says_utf8(const char *name) {
  return name && (strcasestr(name, "utf-8") || strcasestr(name, "utf8"));
}

// Answers whether the terminal takes UTF-8. Inside, LC_CTYPE is UTF-8 wherever that is possible.
// The other categories stay "C": nothing here may depend on a decimal comma.
static bool start_locale(void) {
  bool utf8 = false;
  if (setlocale(LC_CTYPE, "")) {
    utf8 = strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (utf8) return true;
  } else {
    // The name came over SSH and is not installed on this host; the terminal is what it says.
    const char *name = getenv("LC_ALL");
    if (!name || !*name) name = getenv("LC_CTYPE");
    if (!name || !*name) name = getenv("LANG");
    utf8 = says_utf8(name);
  }
  return setlocale(LC_CTYPE, "C.UTF-8") && utf8;
}

bool ct_takes_utf8(void) { return start_locale(); }

static bool names_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return true;
  }
  return false;
}

static bool can_show_utf8(void) { return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// MARK: the question

static bool answer_due;

// Writes é where the first frame will stand, asks for the cursor, and takes the letter away. In the
// second row, as the answer of the first one could be F3. What is sent when the letter is two, in the
// sets of characters of old, are letters as well, and no control characters.
static void ask_for_utf8(void) {
  static const char question[] = "\033[2;1H\xC3\xA9\033[6n\r\033[K";
  ct_output_send(question, sizeof question - 1);
  answer_due = true;
  // The cursor is not where curses believes it to be.
  ct_repaint();
}

bool ct_take_answer(void) {
  bool was_due = answer_due;
  answer_due = false;
  return was_due;
}

// Whoever reads the terminal after us is not to get what we have asked for.
static void settle_answer(void) {
  if (!ct_take_answer()) return;
  struct pollfd answer = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&answer, 1, 200) > 0) tcflush(STDIN_FILENO, TCIFLUSH);
}

// MARK: terminfo

// The entry that stands in for one that this host lacks: that of the family; NULL where none is known.
static const char *stand_in(const char *name) {
  static const char *const like_xterm[] = {
      "xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "ghostty", "foot", "wezterm",
      "konsole", "gnome", "vte", "putty", "iterm", "st-", "contour", "mintty", "ms-terminal",
  };
  if (strncmp(name, "linux-", 6) == 0) return "linux";
  for (size_t i = 0; i < sizeof like_xterm / sizeof *like_xterm; i++) {
    if (strncmp(name, like_xterm[i], strlen(like_xterm[i])) == 0) return "xterm-256color";
  }
  return strcmp(name, "st") == 0 ? "xterm-256color" : NULL;
}

// Whether a name is that of xterm, which many other terminals use as well; kitty and ghostty have
// their own.
static bool is_xterm(const char *name) {
  return strncmp(name, "xterm", 5) == 0 && !strstr(name, "kitty") && !strstr(name, "ghostty");
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// Appends a capability without its padding ("$<5>").
static size_t append(char *buffer, size_t at, size_t size, const char *text) {
  if (!text) return at;
  while (*text) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    if (at >= size) return at;
    buffer[at++] = *text++;
  }
  return at;
}

// To scroll some rows, curses names them, and then all rows again: all that it knew of. When the
// window has grown by then, the terminal is left with an end that curses knows nothing of.
static size_t append_scroll_all(char *buffer, size_t at, size_t size) {
  if (!change_scroll_region) return at;
  return append(buffer, at, size, tiparm(change_scroll_region, 0, LINES - 1));
}

void ct_scroll_all_rows(void) {
  char sequence[32];
  ct_output_send(sequence, append_scroll_all(sequence, 0, sizeof sequence));
}

// What a terminal needs to be of use to a shell again, after the worst.
static size_t reset_sequence(char *buffer, size_t size) {
  size_t at = 0;
  if (ansi) {
    if (xterm) at = append(buffer, at, size, alt_off);
    at = append(buffer, at, size, mouse_off);
    at = append(buffer, at, size, paste_off);
  }
  at = append_scroll_all(buffer, at, size);
  at = append(buffer, at, size, capability("sgr0"));
  at = append(buffer, at, size, capability("op"));
  at = append(buffer, at, size, capability("rmkx"));
  at = append(buffer, at, size, capability("cnorm"));
  const char *leave = capability("rmcup");
  if (leave) {
    at = append(buffer, at, size, leave);
    at = append(buffer, at, size, capability("cnorm"));
  } else {
    // No second screen: below what is there.
    at = append(buffer, at, size, tiparm(cursor_address, LINES - 1, 0));
    at = append(buffer, at, size, "\n");
  }
  return append(buffer, at, size, "\r");
}

// What curses leaves open where the cursor is at the end.
//
// Some terminals keep whether the cursor is seen with its place (ESC 7), which curses does to scroll;
// leaving the second screen then hides it again. Without a second screen, the line that is written on
// next still holds the keys.
static void settle_cursor(void) {
  char sequence[64];
  size_t length = append(sequence, 0, sizeof sequence, capability("cnorm"));
  if (!capability("rmcup")) {
    length = append(sequence, length, sizeof sequence, "\r");
    length = append(sequence, length, sizeof sequence, capability("el"));
  }
  ct_output_send(sequence, length);
}

static void arm_rescue(void) {
  char reset[512];
  ct_rescue_arm(&original, reset, reset_sequence(reset, sizeof reset));
}

// MARK: life

static void send_modes_on(void) {
  send_mode(paste_on);
  if (xterm) send_mode(alt_on);
  if (mouse) send_mode(mouse_on);
}

enum ct_status ct_start(struct ct_options options, struct ct_facts *facts) {
  if (screen) return CT_ALREADY_STARTED;
  const char *name = getenv("TERM");
  if (!name || !*name) return CT_TERM_MISSING;
  memset(facts, 0, sizeof *facts);
  facts->utf8 = start_locale();
  if (options.utf8 && can_show_utf8()) facts->utf8 = true;
  if (options.ascii) facts->utf8 = false;

  if (tcgetattr(STDIN_FILENO, &original) != 0) memset(&original, 0, sizeof original);
  // ncurses waits in a loop for a terminal that is not ready.
  original_flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (original_flags >= 0 && original_flags & O_NONBLOCK) {
    fcntl(STDOUT_FILENO, F_SETFL, original_flags & ~O_NONBLOCK);
  }
  ct_signals_save();
  // Exported LINES and COLUMNS are older than the window.
  use_env(FALSE);
  use_tioctl(TRUE);
  output = ct_output_open();
  if (!output) {
    ct_signals_restore();
    return CT_NO_MEMORY;
  }
  screen = newterm(NULL, output, stdin);
  const char *substitute = screen ? NULL : stand_in(name);
  if (substitute) {
    screen = newterm(substitute, output, stdin);
    facts->substitute = screen ? substitute : NULL;
  }
  if (!screen) {
    ct_output_close(output);
    ct_signals_restore();
    return CT_TERM_UNKNOWN;
  }
  const char *address = capability("cup");
  if (!address) {
    ct_leave();
    return CT_TERM_TOO_SIMPLE;
  }
  ansi = strncmp(address, "\033[", 2) == 0;
  xterm = ansi && is_xterm(name);
  ct_font_start(name);
  // Entries of old say that the cursor goes to the next row at once when the last column is written,
  // and hardly a terminal does so today. With that column left alone, both kinds show the same, and
  // the last cell of all scrolls neither.
  spare_columns = auto_right_margin && !eat_newline_glitch ? 1 : 0;

  raw();  // Ctrl-S, Ctrl-Q, Ctrl-C and Ctrl-Z are keys
  noecho();
  nonl();
  // A frame is finished whatever is typed meanwhile: all input was read before it was drawn.
  typeahead(-1);
  // This also sends what newterm has left unsent, the second screen.
  keypad(stdscr, TRUE);
  // Until it has come back from an endwin for the first time, curses 6 sends every movement of the
  // cursor by itself: forty writes for a screen instead of one. So it goes and comes back, of which
  // the terminal hears nothing; the first frame clears the screen.
  ct_output_begin();
  endwin();
  doupdate();
  ct_output_end_unsent();
  clearok(curscr, TRUE);
  has_program_modes = tcgetattr(STDIN_FILENO, &program_modes) == 0;
  if (options.color && has_colors() && start_color() == OK) facts->color = true;
  ct_cells_start(facts->color, !facts->utf8);
  ct_attributes_start(ansi && tigetflag("msgr") == 1);
  send_modes_on();
  if (ansi && !facts->utf8 && !options.ascii && !names_locale() && can_show_utf8()) {
    facts->asks_utf8 = true;
    ask_for_utf8();
  }
  ct_messages_keep();
  arm_rescue();
  return CT_OK;
}

static void send_modes_off(void) {
  settle_answer();
  if (xterm) send_mode(alt_off);
  if (mouse) send_mode(mouse_off);
  send_mode(paste_off);
}

bool ct_is_background(void) {
  pid_t group = tcgetpgrp(STDIN_FILENO);
  return group > 0 && group != getpgrp();
}

// How long a terminal may take nothing until it is left behind.
enum { PATIENCE = 1000 };

// Leaves the screen to others, whether the terminal takes anything or not.
static void give_back(void) {
  send_modes_off();
  ct_scroll_all_rows();
  ct_output_begin();
  endwin();
  ct_output_end();
  settle_cursor();
  if (!ct_output_finish(PATIENCE)) {
    char reset[512];
    ct_output_drop();
    ct_output_send(reset, reset_sequence(reset, sizeof reset));
    // Whoever has the terminal next is not to find it in the middle of ours.
    ct_output_drop_rest();
  }
  // Not TCSADRAIN: it waits for a line that is held.
  tcsetattr(STDIN_FILENO, TCSANOW, &original);
}

void ct_leave(void) {
  if (!screen) return;
  ct_rescue_disarm();
  // In the background the terminal belongs to somebody else, who has put it right already.
  if (!ct_is_background()) give_back();
  ct_messages_say();
  if (original_flags >= 0 && original_flags & O_NONBLOCK) {
    fcntl(STDOUT_FILENO, F_SETFL, original_flags);
  }
  delscreen(screen);
  ct_output_close(output);
  screen = NULL;
  mouse = false;
  ct_signals_restore();
}

void ct_release(void) {
  if (!screen) return;
  give_back();
  ct_messages_say();
  ct_rescue_pause();
  ct_signals_pause();
}

static bool is_told_to_end(void) {
  return ct_pending_signals() & (CT_SIGNAL_TERM | CT_SIGNAL_HUP | CT_SIGNAL_OTHER);
}

// Whether the terminal is ours, waiting for it if need be.
static bool is_our_turn(void) {
  while (ct_is_background()) {
    // What came with the signal to go on may still be on its way to another thread. This is also
    // all the waiting there is in a group without a parent, which cannot be stopped.
    if (!is_told_to_end()) poll(NULL, 0, 50);
    if (is_told_to_end()) return false;
    // As setting the modes would do it; but then nothing else could be done after the stop.
    if (ct_is_background()) raise(SIGTTOU);
  }
  return true;
}

void ct_retake(void) {
  if (!screen || !is_our_turn()) return;
  ct_signals_resume();
  if (has_program_modes) tcsetattr(STDIN_FILENO, TCSANOW, &program_modes);
  ct_output_begin();
  // Also after a stop that was not ours: then endwin was not called, and curses would believe that
  // nothing has changed.
  if (!isendwin()) endwin();
  ct_messages_keep();
  ct_rescue_resume();
  ct_adopt_size();
  clearok(curscr, TRUE);
  refresh();
  // It went off with the modes, and comes back with the next wgetch, of which there is none here.
  keypad(stdscr, TRUE);
  ct_output_end();
  send_modes_on();
}

int32_t ct_rows(void) { return LINES; }

int32_t ct_columns(void) { return COLS > spare_columns ? COLS - spare_columns : COLS; }

bool ct_adopt_size(void) {
  struct winsize size;
  if (!screen || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  if (size.ws_row == LINES && size.ws_col == COLS) return false;
  if (resizeterm(size.ws_row, size.ws_col) != OK) return false;
  // Terminals wrap and cut what they show in their own ways. Whoever draws begins with blanks.
  werase(stdscr);
  ct_repaint();
  arm_rescue();
  return true;
}

void ct_set_mouse(bool on) {
  if (!screen || on == mouse) return;
  mouse = on;
  if (!isendwin()) send_mode(on ? mouse_on : mouse_off);
}

bool ct_send(const uint8_t *bytes, int32_t count) {
  if (!screen || isendwin() || !ansi) return false;
  ct_output_send((const char *)bytes, (size_t)count);
  return true;
}

void ct_alert(void) {
  if (!screen || isendwin()) return;
  ct_output_begin();
  beep();
  ct_output_end();
}
