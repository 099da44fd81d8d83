#include "CInih.h"

#include <pthread.h>

// Missing in builds of inih that fix the length of a line when they are compiled.
extern int ini_max_line __attribute__((weak));

static void allow_long_lines(void) {
  if (&ini_max_line) ini_max_line = 4096 + 1;
}

int cinih_parse(ini_reader reader, void *stream, ini_handler handler, void *user) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, allow_long_lines);
  return ini_parse_stream(reader, stream, handler, user);
}
