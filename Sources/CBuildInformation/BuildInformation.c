#include "BuildInformation.h"

#ifndef CALEDIT_COMMIT
#define CALEDIT_COMMIT ""
#endif

const char *caledit_commit(void) { return CALEDIT_COMMIT; }
