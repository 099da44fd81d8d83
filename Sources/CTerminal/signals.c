// Signals as events of the loop: a handler notes the signal and wakes the loop, no more.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static const struct {
  int number;
  uint32_t bit;
} caught[] = {
    {SIGWINCH, CT_SIGNAL_WINCH}, {SIGTERM, CT_SIGNAL_TERM}, {SIGINT, CT_SIGNAL_INT},
    {SIGHUP, CT_SIGNAL_HUP},     {SIGTSTP, CT_SIGNAL_TSTP}, {SIGCONT, CT_SIGNAL_CONT},
    {SIGPIPE, 0},                {SIGXFSZ, 0},
    // Nobody sends these on purpose, but each of them ends a program.
    {SIGUSR1, CT_SIGNAL_OTHER},  {SIGUSR2, CT_SIGNAL_OTHER}, {SIGALRM, CT_SIGNAL_OTHER},
    {SIGVTALRM, CT_SIGNAL_OTHER}, {SIGPROF, CT_SIGNAL_OTHER}, {SIGXCPU, CT_SIGNAL_OTHER},
    {SIGPWR, CT_SIGNAL_OTHER},
};
enum { CAUGHT_COUNT = sizeof caught / sizeof *caught };

static struct sigaction inherited[CAUGHT_COUNT];
static bool saved;
static bool catching;
static atomic_uint pending;
static atomic_int other;
// Made once and never closed: a handler may be at its write when nobody waits any more, on any thread,
// and a number that was given back could be a file by then.
static int wake_read = -1;
static atomic_int wake_write = -1;

// Async-signal-safe, but for errno.
void ct_wake(void) {
  int descriptor = atomic_load(&wake_write);
  if (descriptor < 0) return;
  // A full pipe wakes as well as one byte more.
  while (write(descriptor, "w", 1) < 0 && errno == EINTR) {
  }
}

int32_t ct_wake_pipe(int32_t *read_end) {
  if (wake_read < 0) {
    int32_t ends[2];
    int32_t error = ct_make_pipe(ends);
    if (error != 0) return error;
    wake_read = ends[0];
    atomic_store(&wake_write, ends[1]);
  }
  *read_end = wake_read;
  return 0;
}

static void on_signal(int number) {
  int saved_errno = errno;
  for (int i = 0; i < CAUGHT_COUNT; i++) {
    if (caught[i].number != number) continue;
    if (caught[i].bit == CT_SIGNAL_OTHER) atomic_store(&other, number);
    atomic_fetch_or(&pending, caught[i].bit);
  }
  ct_wake();
  errno = saved_errno;
}

static bool is_ignored(int index) {
  return !(inherited[index].sa_flags & SA_SIGINFO) && inherited[index].sa_handler == SIG_IGN;
}

void ct_signals_save(void) {
  for (int i = 0; i < CAUGHT_COUNT; i++) sigaction(caught[i].number, NULL, &inherited[i]);
  saved = true;
}

void ct_signals_restore(void) {
  if (!saved) return;
  for (int i = 0; i < CAUGHT_COUNT; i++) sigaction(caught[i].number, &inherited[i], NULL);
  atomic_store(&pending, 0);
  saved = false;
  catching = false;
}

uint32_t ct_pending_signals(void) { return atomic_load(&pending); }

int32_t ct_other_signal(void) { return atomic_load(&other); }

uint32_t ct_take_signals(void) { return atomic_exchange(&pending, 0); }

void ct_catch_signals(void) {
  catching = true;
  for (int i = 0; i < CAUGHT_COUNT; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    action.sa_handler = on_signal;
    // A broken connection, or a file that may not grow, is an error of the write that finds it.
    if (caught[i].bit == 0) action.sa_handler = SIG_IGN;
    // nohup, or a shell without job control: whoever started us does not want it.
    bool is_choice = caught[i].number != SIGWINCH && caught[i].number != SIGCONT;
    if (is_choice && is_ignored(i)) action.sa_handler = SIG_IGN;
    sigaction(caught[i].number, &action, NULL);
  }
}

void ct_signals_pause(void) {
  struct sigaction action;
  if (!catching || sigaction(SIGTSTP, NULL, &action) != 0) return;
  if (action.sa_handler == SIG_IGN) return;
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
}

void ct_signals_resume(void) {
  struct sigaction action;
  if (!catching || sigaction(SIGTSTP, NULL, &action) != 0) return;
  if (action.sa_handler == SIG_DFL) {
    action.sa_handler = on_signal;
    sigaction(SIGTSTP, &action, NULL);
  }
  atomic_fetch_and(&pending, ~(unsigned)(CT_SIGNAL_INT | CT_SIGNAL_TSTP | CT_SIGNAL_CONT));
}

static struct sigaction child_action;

void ct_watch_children(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = on_signal;
  sigaction(SIGCHLD, &action, &child_action);
}

void ct_unwatch_children(void) { sigaction(SIGCHLD, &child_action, NULL); }

bool ct_stop(bool whole_group) {
  struct sigaction action, ours;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, NULL, &ours);
  if (ours.sa_handler == SIG_IGN) return false;
  if (whole_group) {
    // The others of a pipeline or a wrapper, as the terminal would do it. Not by one signal for
    // all: another thread may take that, and this one would run on for a while.
    action.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &action, NULL);
    kill(0, SIGTSTP);
  }
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  return true;
}

int32_t ct_make_pipe(int32_t descriptors[2]) {
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return errno;
  descriptors[0] = ends[0];
  descriptors[1] = ends[1];
  return 0;
}
