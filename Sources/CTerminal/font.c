// What the console of Linux shows instead of characters that its font lacks.
//
// A console has 256 or 512 characters and shows a block for every other one. The kernel says which they
// are where the console is on this machine; elsewhere, as behind ssh, all of these are replaced that the
// kernel's own font or the Latin ones of Debian's console-setup lack.
#define _GNU_SOURCE
#include "internal.h"

#include <linux/kd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// What the program draws and not every font of a console has, and what nearly every one has; each is as
// wide, and says the same as where only ASCII is drawn.
static const struct {
  uint16_t scalar, substitute;
} table[] = {
    {0x2010, '-'},    {0x2011, '-'},  {0x2012, '-'},  {0x2013, '-'},    // hyphens and dashes
    {0x2014, 0x2500}, {0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'},    // — as ─, quotation marks
    {0x201D, '"'},    {0x201E, '"'},  {0x2026, '~'},  {0x203A, 0xBB},   // …, › as »
    {0x2212, '-'},    {0x2260, '#'},  {0x258C, 0x2588}, {0x2590, 0xB7}, // −, ≠, ▌ as █, ▐ as ·
    {0x2713, '+'},    {0x2717, '!'},                                    // ✓, ✗
};

enum { COUNT = sizeof table / sizeof *table };

static bool is_lacking[COUNT];
static bool lacks_any;

static bool is_console(const char *name) {
  static const char linux_name[] = "linux";
  size_t length = sizeof linux_name - 1;
  return strncmp(name, linux_name, length) == 0 && (name[length] == 0 || name[length] == '-');
}

// Answers whether the kernel has said what the font has.
static bool ask_kernel(void) {
  struct unimapdesc map = {0};
  // It fails for want of room, and says how much it takes.
  ioctl(STDOUT_FILENO, GIO_UNIMAP, &map);
  if (map.entry_ct == 0) return false;
  map.entries = calloc(map.entry_ct, sizeof *map.entries);
  bool is_known = map.entries && ioctl(STDOUT_FILENO, GIO_UNIMAP, &map) == 0;
  for (int i = 0; is_known && i < COUNT; i++) {
    is_lacking[i] = true;
    for (int entry = 0; entry < map.entry_ct; entry++) {
      if (map.entries[entry].unicode == table[i].scalar) is_lacking[i] = false;
    }
  }
  free(map.entries);
  return is_known;
}

void ct_font_start(const char *name) {
  lacks_any = is_console(name);
  if (!lacks_any || ask_kernel()) return;
  for (int i = 0; i < COUNT; i++) is_lacking[i] = true;
}

uint32_t ct_font_substitute(uint32_t scalar) {
  if (!lacks_any || scalar < table[0].scalar) return scalar;
  for (int i = 0; i < COUNT; i++) {
    if (table[i].scalar == scalar) return is_lacking[i] ? table[i].substitute : scalar;
  }
  return scalar;
}
