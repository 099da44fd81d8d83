// What the files of this target share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include "cterminal.h"

#include <stddef.h>
#include <stdio.h>
#include <termios.h>

// cells.c
void ct_cells_start(bool color, bool ascii);

// attributes.c
// Begins anew; `terminal_is_known` says whether it takes the sequences of ECMA-48, and the movements of
// the cursor whatever attributes there are.
void ct_attributes_start(bool terminal_is_known);
// What the terminal has is not known any more.
void ct_attributes_forget(void);
// Copies what curses sends, with fewer bytes for the same cells; answers how many. It has room for as
// many as there are, and never takes more.
size_t ct_attributes_shorten(const char *frame, size_t length, char *to);

// font.c
// Finds out what the terminal of a name (TERM) has no characters for.
void ct_font_start(const char *name);
// What is shown for a scalar: itself, or something as wide that the terminal has.
uint32_t ct_font_substitute(uint32_t scalar);

// rescue.c
void ct_rescue_arm(const struct termios *original, const char *reset, size_t length);
void ct_rescue_disarm(void);
// Between these two the terminal is somebody else's and no business of the rescue.
void ct_rescue_pause(void);
void ct_rescue_resume(void);

// signals.c
void ct_signals_save(void);
void ct_signals_restore(void);
// While another program has the terminal, Ctrl-Z stops that one and us, and Ctrl-C is not for us.
void ct_signals_pause(void);
void ct_signals_resume(void);

// messages.c
void ct_messages_keep(void);
// Not for longer than a moment: a terminal that takes nothing does not take these.
void ct_messages_say(void);

// screen.c
void ct_write_all(int descriptor, const char *bytes, size_t length);
// Makes the terminal scroll as curses believes it does; leaves the cursor anywhere.
void ct_scroll_all_rows(void);

// output.c
// Opens the terminal that standard input or output is, so that nothing waits for it; -1 where that
// cannot be.
int ct_open_again(int standard, int access);
// What curses is to write to.
FILE *ct_output_open(void);
void ct_output_close(FILE *file);
// Between these two, what curses writes is collected, and then sent. It must not look at the modes
// of the terminal meanwhile.
void ct_output_begin(void);
void ct_output_end(void);
// Forgets what was collected instead.
void ct_output_end_unsent(void);
// The same for a frame, which is shortened.
void ct_output_end_frame(void);
// Sends bytes after all that is to be sent.
void ct_output_send(const char *bytes, size_t length);
// Waits for a while until all is sent; answers whether it is.
bool ct_output_finish(int milliseconds);
// Gives up what the terminal has not taken.
void ct_output_drop(void);
// Gives up what has not been given to the terminal.
void ct_output_drop_rest(void);
// Sends bytes before all else, and does not wait for long; async-signal-safe.
void ct_output_send_last(const char *bytes, size_t length);

#endif
