// The environment of the process, which Swift 6 does not let anybody touch as a global variable.
#define _GNU_SOURCE
#include "internal.h"

#include <unistd.h>

const char *const *ct_environment(void) { return (const char *const *)environ; }
