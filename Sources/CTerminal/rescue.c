// A terminal that a crash leaves usable.
//
// A trap runs neither defer nor deinit nor atexit, so the terminal would stay raw, on its second
// screen, with the message of the trap unreadable. Only functions that POSIX calls
// async-signal-safe are used in the handler.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal, STACK_SIZE = 64 * 1024 };

static struct sigaction previous[FATAL_COUNT];
static struct termios original;
static char reset[512];
static size_t reset_length;
static char words[256];
static size_t words_length;
static bool chains;
static atomic_bool armed;
static atomic_bool paused;
static bool installed;
static bool registered;
// A stack overflow leaves no room for a handler on the stack that overflowed.
static char spare_stack[STACK_SIZE];

// Whether there was something to restore.
static bool restore_terminal(void) {
  if (!atomic_exchange(&armed, false)) return false;
  pid_t group = tcgetpgrp(STDIN_FILENO);
  if (group <= 0 || group == getpgrp()) {
    ct_output_send_last(reset, reset_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &original);
  }
  ct_messages_say();
  return true;
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  if (atomic_load(&paused)) {
    // Ctrl-\ was meant for the program that has the terminal now.
    if (number == SIGQUIT) return;
  } else if (restore_terminal() && number != SIGQUIT) {
    ct_write_all(STDERR_FILENO, words, words_length);
  }
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal[i] == number) sigaction(number, &previous[i], NULL);
  }
  if (!chains) signal(number, SIG_DFL);
  // What the processor raised comes again by itself when the instruction is run again, with its
  // address, which the backtrace needs. What was sent has to be sent again.
  if (info->si_code <= 0 || number == SIGTRAP) raise(number);
  errno = saved;
}

void ct_rescue_set_words(const char *text) {
  words_length = strlen(text) < sizeof words ? strlen(text) : sizeof words;
  memcpy(words, text, words_length);
}

static void on_exit_of_process(void) { restore_terminal(); }

void ct_rescue_arm(const struct termios *termios, const char *sequence, size_t length) {
  atomic_store(&armed, false);
  original = *termios;
  if (length > sizeof reset) length = sizeof reset;
  memcpy(reset, sequence, length);
  reset_length = length;
  if (!registered) registered = atexit(on_exit_of_process) == 0;
  if (!installed) {
    // The runtime's own handler takes seconds, during which the draft seems to be in use, and then
    // asks for a key. Who wants its backtrace says so.
    const char *backtrace = getenv("SWIFT_BACKTRACE");
    chains = backtrace && *backtrace;
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && stack.ss_flags & SS_DISABLE) {
      stack = (stack_t){.ss_sp = spare_stack, .ss_size = sizeof spare_stack, .ss_flags = 0};
      sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_fatal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
    installed = true;
  }
  atomic_store(&armed, true);
}

void ct_rescue_pause(void) {
  atomic_store(&armed, false);
  atomic_store(&paused, true);
}

void ct_rescue_resume(void) {
  atomic_store(&paused, false);
  atomic_store(&armed, true);
}

void ct_rescue_disarm(void) {
  atomic_store(&armed, false);
  atomic_store(&paused, false);
  if (!installed) return;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
  installed = false;
}
