// The yardstick: a bare ncurses form of 60 fields in two columns, and nothing else.
//
// Arrow keys move, characters are typed, a bracketed paste goes into the field, Ctrl-Q ends it.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 60, ROWS = 30, ROOM = 36, PASTE_BEGIN = 2000, PASTE_END = 2001 };

struct field {
  char *text;
  size_t length, capacity;
};

static struct field fields[FIELDS];

static void add(struct field *field, char byte) {
  if (field->length + 1 >= field->capacity) {
    field->capacity = field->capacity ? 2 * field->capacity : 64;
    field->text = realloc(field->text, field->capacity);
    if (!field->text) exit(1);
  }
  field->text[field->length++] = byte;
  field->text[field->length] = 0;
}

static int column_of(int index) { return index / ROWS * 60; }

static void draw_field(int index) {
  const struct field *field = &fields[index];
  const int row = 2 + index % ROWS, column = column_of(index);
  const size_t hidden = field->length > ROOM ? field->length - ROOM : 0;
  mvprintw(row, column + 1, "Field number %d", index + 1);
  mvprintw(row, column + 20, "%-*s", ROOM, field->text ? field->text + hidden : "");
}

static void draw_status(int index) {
  mvprintw(LINES - 2, 1, "Field %d, %zu characters", index + 1, fields[index].length);
  clrtoeol();
}

int main(void) {
  int focus = 0;
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  typeahead(-1);
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
  fputs("\033[?2004h", stdout);
  start_color();
  use_default_colors();

  for (int i = 0; i < FIELDS; i++) {
    char text[32];
    snprintf(text, sizeof text, "value %d", i + 1);
    for (const char *at = text; *at; at++) add(&fields[i], *at);
    draw_field(i);
  }
  attrset(A_BOLD);
  mvaddstr(0, 1, "A form of sixty fields");
  attrset(A_NORMAL);
  mvaddstr(LINES - 1, 1, "Up and Down move  Ctrl-Q ends");

  bool pasting = false;
  for (;;) {
    if (!pasting) {
      const size_t length = fields[focus].length;
      draw_status(focus);
      move(2 + focus % ROWS, column_of(focus) + 20 + (int)(length > ROOM ? ROOM : length));
      refresh();
    }
    const int key = getch();
    if (key == ERR || key == 'Q' - '@') break;
    if (key == PASTE_BEGIN || key == PASTE_END) {
      pasting = key == PASTE_BEGIN;
    } else if (key == KEY_DOWN || key == KEY_UP) {
      focus = (focus + (key == KEY_DOWN ? 1 : FIELDS - 1)) % FIELDS;
    } else if ((key == KEY_BACKSPACE || key == 127) && fields[focus].length > 0) {
      fields[focus].text[--fields[focus].length] = 0;
    } else if (key >= ' ' && key < 256 && key != 127) {
      add(&fields[focus], (char)key);
    }
    if (!pasting) draw_field(focus);
  }
  fputs("\033[?2004l", stdout);
  endwin();
  return 0;
}
