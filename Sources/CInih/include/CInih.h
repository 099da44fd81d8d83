// inih, which reads the configuration file.
#ifndef CINIH_H
#define CINIH_H

#include <ini.h>

// Parses the lines that a reader hands out, as ini_parse_stream does.
//
// Where the library lets its lines be longer, they may be 4,096 bytes long. Debian's can; its
// standard is 200. The reader is told how much room there is either way.
int cinih_parse(ini_reader reader, void *stream, ini_handler handler, void *user);

#endif
