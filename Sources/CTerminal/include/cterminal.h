// The terminal for Swift: ncursesw, signals and crash rescue behind functions of fixed-width types.
//
// One terminal at a time, on standard input and output. Everything here is for the main thread,
// but for what is said to be otherwise.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// MARK: the screen (screen.c)

enum ct_status {
  CT_OK = 0,
  CT_ALREADY_STARTED,
  // $TERM is not set or empty.
  CT_TERM_MISSING,
  // There is no terminfo entry for $TERM, and its name is of no known family.
  CT_TERM_UNKNOWN,
  // The terminal cannot place its cursor.
  CT_TERM_TOO_SIMPLE,
  CT_NO_MEMORY,
};

struct ct_options {
  bool color;
  bool ascii;
  // Whether UTF-8 is sent, whatever the locale says.
  bool utf8;
};

struct ct_facts {
  // Whether the locale says that the terminal takes UTF-8; cells are ASCII only otherwise.
  bool utf8;
  bool color;
  // The environment names no locale, and the terminal has been asked where its cursor stands behind a
  // letter of two bytes.
  bool asks_utf8;
  // The entry that stands in for that of $TERM, which is missing.
  const char *_Nullable substitute;
};

// Whether the locale says that whoever reads our output takes UTF-8; no screen is needed for it.
bool ct_takes_utf8(void);

enum ct_status ct_start(struct ct_options options, struct ct_facts *_Nonnull facts);
// Whether an answer is due; it has come by this call, and none is due any more.
bool ct_take_answer(void);
// From now on cells may be more than ASCII.
void ct_take_utf8(void);
// What is written to standard error after a crash, with its line break; cut after 256 bytes.
void ct_rescue_set_words(const char *_Nonnull text);
// Gives the terminal back as it was found; safe to call twice.
void ct_leave(void);
// Gives the terminal back for a while.
void ct_release(void);
// Takes it again and paints all of it; the size may have changed. In the background it waits, stopped
// as a job is, for its turn; asked to end meanwhile, it leaves the terminal to whoever has it.
void ct_retake(void);
// Whether another process group has the terminal now (after `bg`, for instance).
bool ct_is_background(void);

int32_t ct_rows(void);
int32_t ct_columns(void);
// Asks the terminal for its size and adopts it; answers whether it changed.
bool ct_adopt_size(void);

void ct_set_mouse(bool on);
// Sends bytes past curses, between two flushes; answers false, and sends nothing, where the terminal
// does not understand ECMA-48.
bool ct_send(const uint8_t *_Nonnull bytes, int32_t count);
void ct_alert(void);

// MARK: output (output.c)

// Whether the terminal has not taken all of it; nothing more should be shown until it has.
bool ct_output_is_pending(void);
// What to wait for until it takes more; -1 when nothing is pending.
int32_t ct_output_descriptor(void);
// Sends as much as the terminal takes.
void ct_output_go_on(void);

// MARK: cells (cells.c)

enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };

// What curses holds in a cell, less the letter itself.
enum { CT_MARKS = 4 };

struct ct_cell {
  uint32_t base;
  // Those that stand on the letter, in their order; 0 where there are no more.
  uint32_t marks[CT_MARKS];
  // 0 is the terminal's own, 1...8 are black...white.
  uint8_t foreground;
  uint8_t background;
  uint8_t attributes;
  // 2 for a wide character, 0 for its right half.
  uint8_t width;
};

// Puts cells into a row, from a column on. Nothing is sent before ct_flush.
void ct_put_cells(int32_t row, int32_t column, const struct ct_cell *_Nonnull cells, int32_t count);
// Makes the next flush paint everything, whatever is believed to be on the screen.
void ct_repaint(void);
// Sends what changed and places the cursor; a negative row hides it.
void ct_flush(int32_t cursor_row, int32_t cursor_column);
// How many cells glibc gives to a scalar; -1 for what cannot be printed.
int32_t ct_width(uint32_t scalar);

// MARK: environment (environment.c)

// The variables of the process ("NAME=value"), ended by a null pointer.
const char *_Nullable const *_Nonnull ct_environment(void);

// MARK: keys (keys.c)

// What a key sends by terminfo ("kcuu1", "kf1"); null when the terminal has no such key.
const char *_Nullable ct_key_sequence(const char *_Nonnull capability);

// What to read keys from: the terminal, opened once more so that reading never waits. Where that
// cannot be, standard input.
int32_t ct_input_descriptor(void);
// How long the line takes for a character, in microseconds; 0 for one that is not slow.
int32_t ct_character_time(void);

// MARK: signals (signals.c)

// Signals that came since the last call, as a mask of the bits below. Any thread.
uint32_t ct_take_signals(void);
enum {
  CT_SIGNAL_WINCH = 1,
  CT_SIGNAL_TERM = 2,
  CT_SIGNAL_INT = 4,
  CT_SIGNAL_HUP = 8,
  CT_SIGNAL_TSTP = 16,
  CT_SIGNAL_CONT = 32,
  CT_SIGNAL_OTHER = 64,  // one of those that end a program; ct_other_signal() says which
};
// The end to read of the pipe that every signal, and ct_wake, writes a byte to; 0 or an errno. There
// is one pipe, and it stays as long as the process.
int32_t ct_wake_pipe(int32_t *_Nonnull read_end);
// Writes a byte to it. Any thread.
void ct_wake(void);
// From now on signals are kept for ct_take_signals.
void ct_catch_signals(void);
// Which signal CT_SIGNAL_OTHER stands for.
int32_t ct_other_signal(void);
// Signals that came and have not been taken. Any thread.
uint32_t ct_pending_signals(void);
// While a child runs: its end and its stops write a byte to the pipe as well.
void ct_watch_children(void);
void ct_unwatch_children(void);
// Stops this process as Ctrl-Z does, with or without the others of its group, and returns when it
// goes on. Call it between ct_release and ct_retake. Answers false when whoever started us wants no stopping.
bool ct_stop(bool whole_group);
// A pipe that neither end of blocks and that no child inherits; 0 or an errno.
int32_t ct_make_pipe(int32_t descriptors[_Nonnull 2]);

#endif
