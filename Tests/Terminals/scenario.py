"""What is tried on each line, and what has to come of it.

A run with libvterm and xterm's own bytes is the reference: what the program shows after each step
there has to be what it shows after the same step everywhere.
"""

import ctypes
import locale
import os
import re
import time

from desktop import WIDTH as WIDE
from lines import BACKGROUND, FOREGROUND
from session import CALENDAR, COLUMNS, LOCATION, NAMES, ROWS

PASTED = "first line\nsecond\tline ü 日本 😀\nthird; rm -rf x"

# Column of the table and key; "put" goes to a field, past the terminal.
KEYS = [
    ("Home End", "Home"),
    ("Home End", "End"),
    ("arrows", "Left"),
    ("Backspace", "BackSpace"),
    ("arrows", "Left"),
    ("Ins Del", "Delete"),
    ("arrows", "Right"),
    ("arrows", "Down"),
    ("arrows", "Up"),
    ("Shift-Tab", "Tab"),
    ("Shift-Tab", "shift+Tab"),
    ("PgUp PgDn", "Next"),
    ("PgUp PgDn", "Prior"),
    ("F1–F12", "F1"),
    ("Esc", "Escape"),
    ("F1–F12", "F2"),
    ("Esc", "Escape"),
    ("F1–F12", "F3"),
    ("F1–F12", "F4"),
    ("Esc", "Escape"),
    ("F1–F12", "F5"),
    ("Esc", "Escape"),
    ("F1–F12", "F6"),
    ("Esc", "Escape"),
    ("F1–F12", "F7"),
    ("Esc", "Escape"),
    ("F1–F12", "F8"),
    ("Esc", "Escape"),
    ("F1–F12", "F9"),
    ("Esc", "Escape"),
    ("F1–F12", "F10"),
    ("F1–F12", "F11"),
    ("Ctrl-PgDn", "ctrl+Next"),
    ("Ctrl-PgDn", "ctrl+Prior"),
    ("put", "\x06name\r"),
    ("F1–F12", "F12"),
    ("Esc", "Escape"),
    ("Ctrl-letter", "ctrl+o"),
    ("Esc", "Escape"),
    ("Ctrl-letter", "ctrl+z"),
    ("Ctrl-letter", "ctrl+y"),
    ("Alt-letter", "alt+h"),
    ("Esc", "Escape"),
    ("Alt-letter", "alt+period"),
    ("Alt-letter", "alt+comma"),
    ("put", "\x06teamMembers\r"),
    ("Ins Del", "Insert"),
    ("Esc", "Escape"),
    ("Alt-arrow", "alt+Down"),
]


# As in Sources/CTerminal/font.c, for a console of which the kernel says nothing.
CONSOLE = str.maketrans("‐‑‒–—‘’“”„…›−≠▌▐✓✗", "----─''\"\"\"~»-#█·+!")


class Trial:
    """One run over a line; gives what was found for each column, and what went wrong in words."""

    def __init__(self, session, reference, say=lambda *_: None):
        self.s, self.line = session, session.line
        self.reference = reference
        self.expected = {
            name: ([row.translate(self.drawn) for row in rows], cursor)
            for name, (rows, cursor) in (reference.states if reference else {}).items()
        }
        self.states = {}
        self.found = {}
        self.say = say

    @property
    def drawn(self):
        """What the program draws on the line instead of characters that its font may lack."""
        return CONSOLE if self.line.name in ("linux", "Linux console") else {}

    def note(self, column, problem=None):
        problems = self.found.setdefault(column, [])
        if problem and problem not in problems:
            problems.append(problem)
            self.say(f"    {column}: {problem}")

    # Steps

    def step(self, name, act, column, what, resync=None, seconds=3.0):
        """Does something and sees whether the program shows what it shows in the reference."""
        before = self.s.state
        self.s.take_input()
        act()
        if not self.expected:
            self.s.quiet(0.4)
            self.states[name] = self.s.state
            if self.s.state == before:
                raise RuntimeError(f"{name} shows nothing: it proves nothing")
            return True
        self.note(column)
        if self.s.wait(lambda: self.same(self.expected[name]), seconds):
            return True
        got = self.s.take_input()
        self.note(column, f"{what} " + (f"sends {printable(got)}" if got else "sends nothing"))
        self.difference(name)
        if resync and self.s.state == before:
            self.s.put(resync)
            if self.s.wait(lambda: self.same(self.expected[name]), seconds):
                return True
        return False

    def same(self, state):
        rows, cursor = self.s.state
        return rows == state[0] and (cursor == state[1] or cursor is None or state[1] is None)

    def difference(self, name):
        rows, cursor = self.s.state
        differing = [
            (row, mine, other)
            for row, (mine, other) in enumerate(zip(rows, self.expected[name][0]))
            if mine != other
        ]
        for row, mine, other in differing[:2]:
            self.say(f"      row {row}: {mine!r}\n         not: {other!r}")
        self.say(f"      cursor {cursor}, not {self.expected[name][1]}")

    def go(self, words):
        self.s.put("\x06")
        self.s.waits_for("─ Search")
        self.s.put(words)
        self.s.quiet(0.3)
        self.s.put("\r")
        self.s.quiet(0.35)

    # Columns

    def keys(self):
        s = self.s
        s.start_program(CALENDAR)
        self.go("name")
        for number, (column, key) in enumerate(KEYS):
            if column == "put":
                self.go(key[1:-1])
                continue
            reference = self.reference.line.bytes_of(key) if self.reference else None
            if key in getattr(self.line, "lacks", {}):
                self.note(column, self.line.lacks[key])
                s.put(reference)
                s.wait(lambda: self.same(self.expected["key", number]), 3)
                continue
            if not self.step(
                ("key", number), lambda: self.line.press(s, key), column, key, reference
            ):
                self.note(column, f"stopped at {key}")
                break
        s.quit_program()

    def saving(self):
        """A name is typed, a text of several lines is pasted, and both are in what is saved."""
        s = self.s
        s.start_program(CALENDAR)
        self.go("name")
        for key in ("End", "BackSpace", "space", "o", "k"):
            self.line.press(s, key)
        s.quiet(0.3)
        self.go("description")
        self.line.press(s, "ctrl+u")
        s.quiet(0.2)
        s.take_input()
        self.line.paste(s, PASTED)
        s.quiet(0.5)
        raw = s.take_input()
        self.line.press(s, "ctrl+s")
        s.waits_for("Review")
        s.quiet(0.3)
        self.line.press(s, "ctrl+s")
        s.waits_for("Saved", 5)
        held = s.sandbox.call(CALENDAR)
        self.note("save")
        if held["name"] != "Plain ASCII nam ok":
            self.note("save", f"the name is {held['name']!r}")
        self.note("paste")
        if not held.get("description", "").endswith(PASTED):
            self.note("paste", f"stored: {held.get('description')!r}; sent {printable(raw[:80])}")
        if b"\x1b[200~" not in raw:
            self.note("paste", "no paste marks")
        s.quit_program()
        s.sandbox.call(CALENDAR, {"name": NAMES[CALENDAR]})

    def mouse(self):
        s = self.s
        s.start_program("--mouse", CALENDAR)
        self.step("click", lambda: self.line.click(s, 3, 4), "mouse", "a click")
        self.step("second click", lambda: self.line.click(s, 14, 4), "mouse", "a second click")
        s.quiet(0.3)
        self.step("wheel", lambda: self.line.click(s, 10, 50, 5), "mouse", "the wheel")
        s.put("\x11")
        s.wait(lambda: s.at_prompt)
        self.silence("mouse", "after the end")

    def silence(self, column, when):
        """The mouse sends nothing, arrows and pastes are plain, at the prompt of the shell."""
        s = self.s
        if not self.line.has_picture:
            if hasattr(self.line, "shown"):
                time.sleep(0.3)
                s.take_input()
                self.line.press(s, "Left")
                s.wait(lambda: s.inputs, 1)
                got = s.take_input()
                if got != b"\x1b[D":
                    self.note(column, f"{when} Left sends {printable(got)}")
            for mode in (1, 1000, 1006, 2004, 1049):
                sent = re.findall(rb"\x1b\[\?%d([hl])" % mode, self.sent_since_start)
                if sent and sent[-1] == b"h":
                    self.note(column, f"{when} mode {mode} is left on")
            return
        s.take_input()
        self.line.click(s, 20, 20)
        time.sleep(0.3)
        got = s.take_input()
        if got:
            self.note(column, f"{when} a click sends {printable(got)}")
        self.line.press(s, "Left")
        s.wait(lambda: s.inputs, 1)
        got = s.take_input()
        if got not in (b"\x1b[D", b""):
            self.note(column, f"{when} Left sends {printable(got)}")
        self.line.paste(s, "pasted")
        s.wait(lambda: s.inputs, 1)
        time.sleep(0.1)
        got = s.take_input()
        if got != b"pasted":
            self.note(column, f"{when} a paste is {printable(got)}")
        s.put("\x15")
        s.quiet(0.2)

    def resize(self):
        s = self.s
        s.start_program(CALENDAR)
        picture = self.line.picture() if self.line.has_picture else None

        spare = getattr(self.line, "spare", 0)

        def to(rows, columns):
            self.line.resize(s, rows, columns)
            s.wait(lambda: s.size and s.size[:2] == [rows, columns + spare], 3)
            s.quiet(0.4)

        def resized(name, rows, columns):
            self.step(name, lambda: to(rows, columns), "resize", f"{columns}×{rows}")
            if s.size[:2] != [rows, columns + spare]:
                self.note("resize", f"the terminal says {s.size[1]}×{s.size[0]}")

        resized("small", 12, 40)
        resized("large", ROWS, COLUMNS)
        if picture:
            time.sleep(0.4)
            if self.line.picture().differs(picture, self.line.pointer_dots):
                self.note("resize", "another picture than before")
        s.quit_program()

    def shell_facts(self):
        s = self.s
        path = f"{s.folder}/modes"
        s.shell(f"stty -a >{path}.new; mv {path}.new {path}")
        s.wait(lambda: os.path.exists(path))
        with open(path) as file:
            modes = file.read()
        os.remove(path)
        s.quiet(0.2)
        return modes

    def cursor_is_seen(self):
        """Whether hiding the cursor changes the picture."""
        s = self.s
        s.shell("tput civis")
        s.quiet(0.3)
        hidden = self.line.picture()
        s.shell("tput cnorm")
        s.quiet(0.3)
        again = self.line.picture()
        width, height, left, top = self.line.cell()
        row, column = s.screen.cursor

        # Where the cursor stands at the prompt after each command.
        def at(picture, row):
            return picture.crop(left + width * column, top + height * row, width, height)

        return at(again, row) != at(hidden, row - 1)

    def suspend(self):
        s = self.s
        s.shell("clear")
        s.quiet(0.2)
        modes = self.shell_facts()
        s.start_program(CALENDAR)
        before = s.state
        picture = self.line.picture() if self.line.has_picture else None
        s.put("\x10")
        s.waits_for("─ Actions")
        s.put("suspend")
        s.quiet(0.3)
        self.note("suspend")
        self.line.press(s, "Return")
        if not s.wait(lambda: s.at_prompt, 4):
            self.note("suspend", "no prompt came")
            s.quit_program()
            return
        s.quiet(0.3)
        if not any("Stopped" in row for row in s.screen.text):
            self.note("suspend", "not said to be stopped")
        self.silence("suspend", "while stopped")
        if modes != self.shell_facts():
            self.note("suspend", "the modes of the line differ")
        s.shell("fg")
        if not s.waits_for("Overview"):
            self.note("suspend", "fg shows nothing")
        s.quiet(0.5)
        if s.state[0][:-5] != before[0][:-5]:
            self.note("suspend", "another text after fg")
        if picture:
            time.sleep(0.3)
            after = self.line.picture()
            # The cursor may be drawn in another way, and a line at the end may say something.
            if after.differs(picture, self.line.pointer_dots + 300):
                self.note("suspend", "another picture after fg")
        self.step("after fg", lambda: self.line.press(s, "Down"), "suspend", "Down after fg")
        s.quit_program()

    def exit(self):
        s = self.s
        s.shell("clear")
        s.quiet(0.2)
        modes = self.shell_facts()
        s.shell("clear; echo MARK; echo 'what stood here before'")
        s.quiet(0.4)
        picture = self.line.picture() if self.line.has_picture else None
        rows = [row for row in s.screen.text if row]
        command = f"{s.program} --base-url {s.sandbox.url} --location {LOCATION} {CALENDAR}"
        s.take_output()
        s.shell(command)
        s.waits_for("Overview", 10)
        s.quiet(0.4)
        self.note("exit")
        self.line.press(s, "ctrl+q")
        if not s.wait(lambda: s.at_prompt, 4):
            self.note("exit", "Ctrl-Q does not end it")
            s.quit_program()
        s.quiet(0.3)
        self.sent_since_start = s.take_output()
        if not s.cursor_shown:
            self.note("exit", "the cursor stays hidden")
        now = [row for row in s.screen.text if row]
        if now[: len(rows) - 1] != rows[:-1]:
            self.note("exit", "what stood there before is gone")
        if hasattr(self.line, "shown") and self.line.shown()[0] != "MARK":
            self.note("exit", "what stood there before is gone from the screen")
        if picture:
            time.sleep(0.3)
            width, height, left, top = self.line.cell()
            after = self.line.picture()
            if after.crop(0, 0, WIDE, top + 2 * height) != picture.crop(
                0, 0, WIDE, top + 2 * height
            ):
                self.note("exit", "what stood there before is gone from the picture")
            if not self.cursor_is_seen():
                self.note("exit", "no cursor is seen")
        self.silence("exit", "after the end")
        after = self.shell_facts()
        if modes != after:
            self.note("exit", "the modes of the line differ")

    def colours(self):
        s = self.s
        for column, before in (("colours", ""), ("NO_COLOR", "NO_COLOR=1 ")):
            s.take_output()
            s.start_program(CALENDAR, before=before)
            self.go("slotDuration")
            s.put("\x15")
            s.quiet(0.2)
            s.put("x")
            s.quiet(0.4)
            sent = s.take_output()
            self.note(column)
            codes = set()
            for match in re.finditer(rb"\x1b\[([0-9;:]*)m", sent):
                text = match.group(1).decode()
                if re.match(r"[34]8[;:]", text):
                    codes.add(text)
                else:
                    codes.update(code.lstrip("0") for code in text.split(";"))
            fore = sorted(c for c in codes if re.fullmatch(r"3[0-7]|9[0-7]|38.*", c))
            back = sorted(c for c in codes if re.fullmatch(r"4[0-7]|10[0-7]|48.*", c))
            self.say(f"    {column}: foregrounds {fore}, backgrounds {back}")
            if column == "NO_COLOR" and (fore or back):
                self.note(column, f"colours are sent: {fore + back}")
            if column == "colours" and len(fore) < 3:
                self.note(
                    column,
                    "no colours; bold, dim, underline, reverse" if not fore else f"only {fore}",
                )
            if column == "colours" and back:
                self.note(column, f"backgrounds are sent: {back}")
            if self.line.has_picture:
                self.hues(column)
            s.quit_program()

    def hues(self, column):
        time.sleep(0.3)
        width, height = self.line.desktop.geometry()
        dots = self.line.picture().colours(width, height)
        background = bytes.fromhex(BACKGROUND[1:])
        share = dots.get(background, 0) / sum(dots.values())
        # A colour is what lies off the line between the foreground and the background.
        base, front = background, bytes.fromhex(FOREGROUND[1:])
        line = [f - b for f, b in zip(front, base)]
        square = sum(part * part for part in line)
        found = {}
        for dot, count in dots.items():
            from_base = [d - b for d, b in zip(dot, base)]
            along = sum(a * b for a, b in zip(from_base, line)) / square
            red, green, blue = (d - along * part for d, part in zip(from_base, line))
            if max(abs(red), abs(green), abs(blue)) < 22:
                continue
            name = "red" if red > max(green, blue) else "green" if green > blue + 25 else "cyan"
            found[name] = found.get(name, 0) + count
        # A cursor may be coloured, and is one cell.
        least = 20 if column == "colours" else 250
        names = {name for name, count in found.items() if count > least}
        self.say(f"    {column}: {sorted(names)}, {share:.0%} of the background kept")
        if share < 0.5:
            self.note(column, "the background of the terminal is not kept")
        if column == "NO_COLOR" and names:
            self.note(column, f"the picture has {', '.join(sorted(names))}")
        if column == "colours" and not {"cyan", "red"} <= names:
            self.note(column, f"the picture has only {', '.join(sorted(names)) or 'grey'}")

    def wide(self):
        s = self.s
        s.take_output()
        s.start_program(wait_for="by name")
        self.step("list", lambda: s.put("\x1b[B"), "wide text", "the list")
        s.quiet(0.3)
        sent = s.take_output()
        self.note("wide text")
        if self.line.has_picture:
            time.sleep(0.3)
            self.columns_right()
        elif hasattr(self.line, "shown"):
            self.rows_right()
        s.put("\x11")
        s.wait(lambda: s.at_prompt)
        if self.line.has_picture:
            self.widths(sent)

    def columns_right(self):
        """What stands right of a name stands where it does right of a plain one."""
        rows = self.s.screen.text
        width, height, left, top = self.line.cell()
        picture = self.line.picture()
        column = rows[next(i for i, row in enumerate(rows) if "State" in row)].index("State")
        parts = {
            "CJK": "日本",
            "Devanagari": "हिन्दी",
            "emoji": "Emoji",
            "joined emoji": "Joined",
            "combining marks": "Marks",
            "right to left": "שלום",
        }

        def piece(text):
            row = next(i for i, line in enumerate(rows) if text in line)
            return picture.crop(left + width * column, top + height * row, width * 7, height)

        plain = piece("Plain ASCII")
        for name, text in parts.items():
            if piece(text) != plain:
                self.note("wide text", f"{name}: the columns behind it are not in line")

    def rows_right(self):
        """What the terminal says that it shows is what was sent, and stands where it should."""
        mine, theirs = self.s.screen.text, self.line.shown()
        column = next(row for row in mine if "State" in row).index("State")
        for row, text in enumerate(mine):
            if not re.search(" (active|draft) ", text):
                continue
            shown = theirs[row][column : column + 6].strip()
            if shown not in ("active", "draft"):
                self.note(
                    "wide text", f"“{text[4:30].strip()}” moves what is right of it: {shown!r}"
                )
        sent = {
            c for row in mine for c in row if ord(c) > 0x7F and c not in "".join(NAMES.values())
        }
        self.note("characters")
        missing = sent - set("".join(theirs))
        if missing:
            self.note("characters", "not in its font: " + " ".join(sorted(missing)))

    def widths(self, sent):
        """The terminal gives each name the width that the program has given it."""
        libc = ctypes.CDLL(None)
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        for name in (
            "日本語の予約",
            "한국어",
            "हिन्दी परामर्श",
            "😀",
            "👨",
            "✂",
            "e\u0301 n\u0303 o\u0308\u0332",
            "عربي שלום",
            "›",
            "•✗▲",
            "█▌▐·",
            "…—’",
            "┌─┐│└┘┴",
        ):
            if name.encode() not in sent and name in ("👨", "✂"):
                continue
            width = sum(max(0, libc.wcwidth(ord(c))) for c in name)
            answer = self.s.ask(b"\r" + name.encode() + b"\x1b[6n\r\x1b[K")
            match = re.search(rb"\x1b\[\d+;(\d+)R", answer)
            if not match:
                self.note("wide text", "does not say where the cursor is")
                break
            if int(match.group(1)) != width + 1:
                self.note(
                    "wide text", f"“{name}” is {int(match.group(1)) - 1} columns, not {width}"
                )
        self.s.put("\n")
        self.s.quiet(0.2)

    def clipboard(self):
        s = self.s
        if not self.line.has_picture:
            return
        s.start_program(CALENDAR)
        self.go("name")
        self.line.desktop.select("nothing yet")
        s.take_output()
        self.line.press(s, "alt+c")
        s.quiet(0.6)
        time.sleep(0.3)
        self.note("clipboard")
        sent = s.take_output()
        if b"]52;" not in sent:
            self.note("clipboard", "nothing is sent")
        if self.line.selection("clipboard") != NAMES[CALENDAR]:
            primary = self.line.selection("primary") == NAMES[CALENDAR]
            self.note("clipboard", "only the selection (PRIMARY) is set" if primary else "not set")
        s.quit_program()

    ALL = ["keys", "saving", "mouse", "resize", "suspend", "exit", "colours", "wide", "clipboard"]

    def run(self, parts=None):
        self.sent_since_start = b""
        for part in parts or getattr(self.line, "parts", self.ALL):
            self.say(f"  {part}")
            try:
                getattr(self, part)()
            except Exception as error:  # a line that dies is a finding as well
                self.note(part, f"could not be tried: {type(error).__name__} {error}")
                if self.reference is None:
                    raise
                self.s.quit_program()


def printable(data):
    return (
        "".join(
            chr(b) if 0x20 < b < 0x7F else {0x1B: "ESC ", 0x20: "␠"}.get(b, f"\\x{b:02x}")
            for b in data
        )
        or "nothing"
    )
