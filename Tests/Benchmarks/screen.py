"""A terminal in memory that knows what each byte was good for.

It understands what ncurses, nano, vim and dialog send to an xterm. Each sequence counts in one kind,
and as waste where it changed nothing: a letter where that letter stood already in the same style, an
attribute that was set already or that no letter used.
"""

import collections
import re
import unicodedata

BLANK = (" ", ())
FORE, BACK = 30, 40
SEQUENCE = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*)(?P<final>[@-~])|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1bP(?P<dcs>[^\x1b]*)\x1b\\|\x1b(?P<charset>[()*+][0-9A-Za-z])|\x1b(?P<esc>[0-OQ-Z\\^-~])")
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?|[()*+]?)\Z")
LINES = str.maketrans("lqkxjmtuvwna`~", "┌─┐│┘└├┤┴┬┼▒◆·")


def width(letter):
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Screen:
    def __init__(self, rows, columns):
        self.answers = []
        self.rest = b""
        self.start_counting()
        self.style, self.graphic, self.saved = {}, False, (0, 0)
        self.visible, self.modes = True, {}
        self.pending_attribute = 0
        self.rows, self.columns = rows, columns
        self.cells = [[BLANK] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom, self.wraps = 0, rows - 1, False

    def start_counting(self):
        """Begins a new account of bytes by kind, of waste by kind and of frames."""
        self.kinds, self.waste = collections.Counter(), collections.Counter()
        self.wasted = []
        self.touched = collections.Counter()

    def resize(self, rows, columns):
        self.cells = [
            (row + [BLANK] * columns)[:columns]
            for row in (self.cells + [[BLANK] * columns for _ in range(rows)])[:rows]]
        self.rows, self.columns, self.top, self.bottom = rows, columns, 0, rows - 1
        self.row, self.column = min(self.row, rows - 1), min(self.column, columns - 1)

    def text(self):
        return "\n".join("".join(cell[0] for cell in row).rstrip() for row in self.cells)

    # MARK: what comes

    def feed(self, data):
        data, at = self.rest + data, 0
        self.rest = b""
        while at < len(data):
            byte = data[at]
            if byte == 0x1B:
                found = SEQUENCE.match(data, at)
                if not found:
                    if UNFINISHED.match(data, at):
                        self.rest = data[at:]
                        return
                    at += 1
                    continue
                self.sequence(found, found.end() - at)
                at = found.end()
            elif byte < 0x20 or byte == 0x7F:
                self.control(byte)
                at += 1
            else:
                length = 1 if byte < 0xC0 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                if at + length > len(data):
                    self.rest = data[at:]
                    return
                self.letter(data[at:at + length].decode("utf-8", "replace"), length)
                at += length

    def count(self, kind, length, useless=False, what=""):
        self.kinds[kind] += length
        if useless:
            self.waste[kind] += length
            self.wasted.append((kind, self.row, self.column, what))

    def control(self, byte):
        name = chr(byte)
        if name in "\x0e\x0f":
            self.graphic = name == "\x0e"
            return self.count("attribute", 1)
        before = self.row, self.column
        if name == "\r":
            self.column = 0
        elif name == "\n":
            self.line_feed()
        elif name == "\b":
            self.column = max(0, self.column - 1)
        elif name == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
        elif name == "\a":
            return self.count("bell", 1)
        self.wraps = False
        self.count("move", 1, before == (self.row, self.column) and name != "\n", repr(name))

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def scroll(self, top, count):
        for _ in range(min(abs(count), self.bottom - top + 1)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, [BLANK] * self.columns)
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, [BLANK] * self.columns)

    def put(self, row, column, cell):
        """Answers whether it changes anything."""
        if self.cells[row][column] == cell:
            return False
        self.cells[row][column] = cell
        self.touched[row] += 1
        return True

    def letter(self, letter, length):
        if self.graphic:
            letter = letter.translate(LINES)
        size = width(letter)
        if size == 0:
            return self.count("text", length)
        if self.wraps or self.column + size > self.columns:
            self.column, self.wraps = 0, False
            self.line_feed()
        self.pending_attribute = 0
        at = self.row, self.column
        changed = self.put(*at, (letter, tuple(sorted(self.style.items()))))
        for column in range(self.column + 1, self.column + size):
            self.put(self.row, column, ("", ()))
        self.kinds["text"] += length
        if not changed:
            self.waste["text"] += length
            self.wasted.append(("text", *at, letter))
        self.last = letter
        self.column += size
        if self.column >= self.columns:
            self.column, self.wraps = self.columns - 1, True

    def sequence(self, found, length):
        text = found[0].decode("latin-1")
        if found["osc"] is not None or found["dcs"] is not None:
            return self.count("mode", length)
        if found["charset"]:
            self.graphic = found["charset"] == b"(0"
            return self.count("attribute", length)
        if found["esc"]:
            return self.escape(chr(found["esc"][0]), length)
        parameters, final = found["csi"].decode(), chr(found["final"][0])
        if parameters[:1] in ("?", ">", "<", "=", "!") or parameters[-1:] in (" ", "$", "\""):
            return self.mode(parameters + final, length)
        numbers = [int(part) if part.isdigit() else 0 for part in parameters.split(";")]
        if final == "m":
            return self.attribute(numbers, length, text)
        first = max(1, numbers[0])
        if final in "HfABCDEFGd":
            before, was = (self.row, self.column), self.wraps
            self.wraps = False
            self.move(final, first, numbers)
            return self.count("move", length, before == (self.row, self.column) and not was, text)
        if final in "JKX":
            return self.count("erase", length, not self.erase(final, numbers[0]), text)
        if final in "@PLMST":
            self.shift(final, first)
            return self.count("shift", length)
        if final == "b":
            return self.repeat(first, length, text)
        if final == "r":
            before = self.top, self.bottom
            self.top = first - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.bottom = min(self.bottom, self.rows - 1)
            self.row = self.column = 0
            return self.count("region", length, before == (self.top, self.bottom), text)
        if final == "n" and numbers[0] == 6:
            self.answers.append(b"\x1b[%d;%dR" % (self.row + 1, self.column + 1))
        elif final == "c":
            self.answers.append(b"\x1b[?1;2c")
        self.count("mode", length)

    def escape(self, name, length):
        if name == "7":
            self.saved = self.row, self.column
            self.count("move", length)
        elif name == "8":
            self.row, self.column = self.saved
            self.count("move", length)
        elif name == "M":
            if self.row == self.top:
                self.scroll(self.top, -1)
            else:
                self.row = max(0, self.row - 1)
            self.count("shift", length)
        elif name in "DE":
            self.line_feed()
            self.count("shift", length)
        else:
            self.count("mode", length)

    def move(self, final, first, numbers):
        row, column = self.row, self.column
        if final in "Hf":
            row, column = first - 1, max(1, (numbers + [0])[1]) - 1
        elif final in "AF":
            row -= first
        elif final in "BE":
            row += first
        elif final == "C":
            column += first
        elif final == "D":
            column -= first
        elif final == "G":
            column = first - 1
        elif final == "d":
            row = first - 1
        if final in "EF":
            column = 0
        self.row = min(max(row, 0), self.rows - 1)
        self.column = min(max(column, 0), self.columns - 1)

    def blank(self):
        # Terminals erase with the background of the moment (bce).
        background = self.style.get(BACK)
        return (" ", ((BACK, background),)) if background else BLANK

    def erase(self, final, number):
        blank, changed = self.blank(), False
        here = self.row * self.columns + self.column
        line = self.row * self.columns
        if final == "X":
            area = range(here, min(here + max(1, number), line + self.columns))
        else:
            begin, end = (line, line + self.columns) if final == "K" else (
                0, self.rows * self.columns)
            area = range(here, end) if number == 0 else (
                range(begin, here + 1) if number == 1 else range(begin, end))
        for place in area:
            changed |= self.put(place // self.columns, place % self.columns, blank)
        return changed

    def shift(self, final, count):
        line = self.cells[self.row]
        if final == "@":
            line[self.column:] = ([self.blank()] * count + line[self.column:])[
                :self.columns - self.column]
        elif final == "P":
            line[self.column:] = (line[self.column + count:] + [self.blank()] * count)[
                :self.columns - self.column]
        elif final in "LM":
            self.scroll(self.row, -count if final == "L" else count)
        else:
            self.scroll(self.top, count if final == "S" else -count)

    def repeat(self, count, length, text):
        changed, self.pending_attribute = False, 0
        cell = (self.last, tuple(sorted(self.style.items())))
        for _ in range(count):
            if self.column < self.columns:
                changed |= self.put(self.row, self.column, cell)
                self.column += 1
        if self.column >= self.columns:
            self.column, self.wraps = self.columns - 1, True
        self.count("text", length, not changed, text)

    def attribute(self, numbers, length, text):
        before = dict(self.style)
        index = 0
        while index < len(numbers):
            number = numbers[index]
            if number == 0:
                self.style.clear()
            elif number in (38, 48):
                self.style[FORE if number == 38 else BACK] = tuple(numbers[index + 1:index + 3])
                index += 2
            elif 30 <= number <= 37 or 90 <= number <= 97:
                self.style[FORE] = number
            elif 40 <= number <= 47 or 100 <= number <= 107:
                self.style[BACK] = number
            elif number in (39, 49):
                self.style.pop(FORE if number == 39 else BACK, None)
            elif number < 10:
                self.style[number] = True
            else:
                for off in {22: (1, 2), 21: (1,)}.get(number, (number - 20,)):
                    self.style.pop(off, None)
            index += 1
        # One before it that no letter has used was for nothing.
        if self.pending_attribute:
            self.waste["attribute"] += self.pending_attribute
            self.wasted.append(("attribute", self.row, self.column, "unused before " + text))
        self.count("attribute", length, before == self.style, text)
        self.pending_attribute = 0 if before == self.style else length

    def mode(self, text, length):
        kind = "mode"
        if text.startswith("?") and text[-1] in "hl":
            for name in text[1:-1].split(";"):
                on = text[-1] == "h"
                if name in ("25", "12"):
                    kind = "cursor"
                useless = self.modes.get(name) == on
                self.modes[name] = on
                if name == "1049":
                    self.cells = [[BLANK] * self.columns for _ in range(self.rows)]
                elif useless:
                    return self.count(kind, length, True, text)
        self.count(kind, length)
