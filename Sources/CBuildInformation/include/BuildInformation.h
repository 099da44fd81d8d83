/// The commit that this program was built from, in short, with a `+` behind it where files had been
/// changed since; empty where the build did not know it.
const char *caledit_commit(void);
