"""What a terminal shows, by libvterm (Debian: libvterm0), as in the tests of the project."""

import ctypes
import struct


class Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("top", "bottom", "left", "right")]


class Position(ctypes.Structure):
    _fields_ = [("row", ctypes.c_int), ("column", ctypes.c_int)]


library = ctypes.CDLL("libvterm.so.0")
for function in ("vterm_new", "vterm_obtain_screen", "vterm_obtain_state"):
    getattr(library, function).restype = ctypes.c_void_p
library.vterm_screen_get_text.restype = ctypes.c_size_t
library.vterm_screen_get_text.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, Rect]
library.vterm_input_write.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
library.vterm_output_read.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
library.vterm_output_read.restype = ctypes.c_size_t


class Screen:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.vt = ctypes.c_void_p(library.vterm_new(rows, columns))
        library.vterm_set_utf8(self.vt, 1)
        self.screen = ctypes.c_void_p(library.vterm_obtain_screen(self.vt))
        self.state = ctypes.c_void_p(library.vterm_obtain_state(self.vt))
        library.vterm_screen_enable_altscreen(self.screen, 1)
        library.vterm_screen_reset(self.screen, 1)

    def write(self, data):
        library.vterm_input_write(self.vt, data, len(data))

    def answers(self):
        """What the emulator sends back: answers to questions of the program."""
        buffer = ctypes.create_string_buffer(4096)
        return buffer.raw[: library.vterm_output_read(self.vt, buffer, 4096)]

    def resize(self, rows, columns):
        if (rows, columns) != (self.rows, self.columns) and rows and columns:
            self.rows, self.columns = rows, columns
            library.vterm_set_size(self.vt, rows, columns)

    def row(self, row):
        buffer = ctypes.create_string_buffer(8 * self.columns + 64)
        size = library.vterm_screen_get_text(
            self.screen, buffer, len(buffer), Rect(row, row + 1, 0, self.columns)
        )
        return buffer.raw[:size].decode("utf-8", "replace").rstrip()

    @property
    def text(self):
        return [self.row(row) for row in range(self.rows)]

    @property
    def cursor(self):
        position = Position()
        library.vterm_state_get_cursorpos(self.state, ctypes.byref(position))
        return position.row, position.column


def winsize(rows, columns):
    return struct.pack("HHHH", rows, columns, 0, 0)
