// Cells into curses' window, and the window onto the terminal.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "internal.h"

#include <string.h>
#include <wchar.h>

enum { COLORS_KNOWN = 17, DARK_COLORS = 8, CHUNK = 128 };

_Static_assert(1 + CT_MARKS <= CCHARW_MAX, "curses takes all the marks of a cell");

static bool colored;
static bool ascii_only;
static bool has_default_colors;
// The pair of each foreground and background; 0 where none has been made yet.
static short pairs[COLORS_KNOWN][COLORS_KNOWN];
static short next_pair;
static int cursor_shape = -1;
static bool starts_over;

void ct_cells_start(bool color, bool ascii) {
  colored = color;
  ascii_only = ascii;
  has_default_colors = color && use_default_colors() == OK;
  memset(pairs, 0, sizeof pairs);
  next_pair = 1;
  cursor_shape = -1;
}

void ct_take_utf8(void) { ascii_only = false; }

static short pair_of(uint8_t foreground, uint8_t background) {
  if (!colored || foreground >= COLORS_KNOWN || background >= COLORS_KNOWN) return 0;
  if (foreground == 0 && background == 0) return 0;
  // A terminal with eight colours shows the bright ones as the dark ones of their names.
  if (COLORS < 2 * DARK_COLORS) {
    if (foreground > DARK_COLORS) foreground -= DARK_COLORS;
    if (background > DARK_COLORS) background -= DARK_COLORS;
  }
  short *known = &pairs[foreground][background];
  if (*known == 0) {
    short front = (short)(foreground - 1);
    short back = (short)(background - 1);
    if (!has_default_colors) {
      if (front < 0) front = COLOR_WHITE;
      if (back < 0) back = COLOR_BLACK;
    }
    if (next_pair >= COLOR_PAIRS || init_pair(next_pair, front, back) != OK) return 0;
    *known = next_pair++;
  }
  return *known;
}

static attr_t attributes_of(uint8_t bits) {
  attr_t attributes = WA_NORMAL;
  if (bits & CT_BOLD) attributes |= WA_BOLD;
  if (bits & CT_DIM) attributes |= WA_DIM;
  if (bits & CT_UNDERLINE) attributes |= WA_UNDERLINE;
  if (bits & CT_REVERSE) attributes |= WA_REVERSE;
  return attributes;
}

int32_t ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Whether curses will give this cell the width that the grid has given it. Everything else would
// shift the rest of the row, a control character would be obeyed, and of marks that this host does
// not know curses would drop some without a word.
static bool is_faithful(const struct ct_cell *cell) {
  if (ascii_only) return cell->base >= 0x20 && cell->base < 0x7F && cell->width == 1;
  if (cell->base < 0x7F ? cell->base < 0x20 || cell->width != 1
                        : wcwidth((wchar_t)cell->base) != cell->width) {
    return false;
  }
  for (int i = 0; i < CT_MARKS && cell->marks[i]; i++) {
    if (wcwidth((wchar_t)cell->marks[i]) != 0) return false;
  }
  return true;
}

// Converts one cell and answers how many it became: a character in its place may need padding.
static int convert(const struct ct_cell *cell, cchar_t out[2]) {
  attr_t attributes = attributes_of(cell->attributes);
  short pair = pair_of(cell->foreground, cell->background);
  wchar_t text[1 + CT_MARKS + 1] = {0};
  if (is_faithful(cell)) {
    int length = 0;
    text[length++] = (wchar_t)ct_font_substitute(cell->base);
    for (int i = 0; i < CT_MARKS && cell->marks[i] && !ascii_only; i++) {
      text[length++] = (wchar_t)cell->marks[i];
    }
    setcchar(&out[0], text, attributes, pair, NULL);
    return 1;
  }
  text[0] = L'?';
  setcchar(&out[0], text, attributes, pair, NULL);
  if (cell->width < 2) return 1;
  text[0] = L' ';
  setcchar(&out[1], text, attributes, pair, NULL);
  return 2;
}

void ct_put_cells(int32_t row, int32_t column, const struct ct_cell *cells, int32_t count) {
  cchar_t buffer[CHUNK + 2];
  int filled = 0;
  int at = column;
  int start = column;
  for (int32_t i = 0; i < count; i++) {
    if (cells[i].width == 0) continue;  // came with the cell before it
    filled += convert(&cells[i], &buffer[filled]);
    at += cells[i].width;
    if (filled >= CHUNK) {
      mvwadd_wchnstr(stdscr, row, start, buffer, filled);
      filled = 0;
      start = at;
    }
  }
  if (filled > 0) mvwadd_wchnstr(stdscr, row, start, buffer, filled);
}

void ct_repaint(void) { starts_over = true; }

void ct_flush(int32_t cursor_row, int32_t cursor_column) {
  if (isendwin()) return;
  if (starts_over) {
    starts_over = false;
    // This moves the cursor; to clear the screen does so as well.
    ct_scroll_all_rows();
    ct_attributes_forget();
    clearok(curscr, TRUE);
  }
  ct_output_begin();
  int shape = cursor_row >= 0;
  if (shape != cursor_shape) {
    cursor_shape = shape;
    curs_set(shape);
    // A cursor that nobody sees need not be moved.
    leaveok(stdscr, !shape);
  }
  if (shape) wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  ct_output_end_frame();
}
