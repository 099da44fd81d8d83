"""The tasks that are measured on a slow line, for each program the keys that a person would press."""

import datetime
import importlib.util
import json
import pathlib
import re
import shlex
import shutil

START, OPEN, SCROLL = "start to usable", "open a calendar from the list", "hold Down for 2 s"
SLOT, DAY, DATE = "change the slot duration", "change Wednesday's hours", "add a closed date"
SAVE, HELP, SEARCH = "review and save", "open and leave the help", "search for a field, go there"
RESIZE, NOTHING, QUIT = "resize, and back", "10 keys that change nothing", "quit"
IDLE, WAITING = "an idle minute", "10 s of a call that does not answer"
ORDER = [START, OPEN, SCROLL, SLOT, DAY, DATE, SAVE, HELP, SEARCH, RESIZE, QUIT, NOTHING, IDLE,
         WAITING]
COMPARED = [SLOT, DAY, DATE, SAVE, HELP, SEARCH]
UNTIMED = [NOTHING, IDLE, WAITING]
TOGETHER = "the tasks from slot duration to search, together"
# Seconds between two keys of a word, and between two of a key that is held.
TYPING, HELD = 0.1, 1 / 30
CLOSED = (datetime.date.today() + datetime.timedelta(days=92)).isoformat()

ENTER, ESC, ERASE = b"\r", b"\x1b", b"\x7f"
UP, DOWN, LEFT, RIGHT, HOME, END, F1 = (b"\x1bO" + bytes([letter]) for letter in b"ABDCHFP")


def shows(*texts, without=(), row=None):
    """A look at the screen for texts, or patterns; `row` is the only one looked at."""
    def sees(screen):
        text = screen.text()
        if row is not None:
            text = text.split("\n")[row]
        return all(re.search(one, text) for one in texts) and not any(
            re.search(one, text) for one in without)
    sees.__doc__ = " and ".join(texts)
    return sees


class Step:
    """Keys, and what is waited for after them; without that, for the end of what comes."""

    def __init__(self, *keys, sees=None, hold=None, sizes=None, watch=None, ends=False):
        self.keys = [one for part in keys for one in (
            [part] if isinstance(part, bytes) else [letter.encode() for letter in part])]
        self.sees = shows(sees) if isinstance(sees, str) else sees
        self.hold, self.size, self.watch, self.ends = hold, sizes, watch, ends

    def do(self, person):
        if self.size:
            person.resize(*self.size)
        if self.hold:
            person.type([self.hold] * 60, HELD)
        elif self.watch:
            person.watch(self.watch)
        else:
            person.type(self.keys, TYPING)


class Program:
    def __init__(self, name, command, tasks, files=None, environment=None):
        self.name, self.command, self.tasks = name, command, tasks
        self.files, self.environment = files or {}, environment or {}

    def prepare(self, folder):
        for name, text in self.files.items():
            (folder / name).write_text(text)


# MARK: caledit


def seek(words, found, *keys, sees):
    """Searches a field, as in the README: Ctrl-F, some letters, Enter."""
    return [
        Step(b"\x06", sees=shows("type to narrow", row=2)),
        Step(words, sees=shows(f"[›>] {found}", "", without=["Event title"])),
        Step(ENTER, *keys, sees=sees)]


def caledit(name, command, sizes, idle, environment=None):
    bottom = -1
    return Program(name, command, {
        START: [Step(ENTER, sees=shows("by name", "Webinar", "F1 Help"))],
        OPEN: [
            Step("first", sees=shows("First Consultation", "1 of 15", without=["Webinar"])),
            Step(ENTER, sees=shows("Enter goes there", "Ctrl-P Actions"))],
        SCROLL: [
            Step(ESC, sees=shows("Enter Open", row=bottom)),
            Step(END, sees=shows("Every property in one list")),
            Step(ENTER, sees=shows("Enter Next", row=bottom)),
            Step(hold=DOWN)],
        SLOT: [
            *seek("slot dur", "Slot duration", sees=shows("How long a meeting", "Enter Next")),
            Step("45", ENTER, sees=shows("1 changed", "The time between"))],
        DAY: [
            *seek("wednes", "Weekly hours . Wednesday", sees=shows("openHours . Wed", "< > Shift")),
            Step("10-16", ENTER, sees=shows("2 changed", "openHours . Thu"))],
        DATE: [
            *seek("date", "Date-specific hours", sees=shows("availabilities", "Space Mark")),
            Step(f"{CLOSED} closed", ENTER, sees=shows("3 changed", f"{CLOSED}: closed"))],
        SAVE: [
            Step(b"\x13", sees=shows("Ctrl-S Save", "Leave out", row=bottom)),
            Step(b"\x13", sees=shows("Saved: 3 properties", "Ctrl-P Actions"))],
        HELP: [
            Step(F1, sees=shows(r"Help \W", "more below")),
            Step(ESC, sees=shows("Ctrl-P Actions", without=["PgDn Page"]))],
        SEARCH: seek("alert e", "Alert e-mail", sees=shows("alertEmail . e-mail", "Enter Next")),
        RESIZE: [Step(sizes=sizes[1]), Step(sizes=sizes[0])],
        NOTHING: [Step(*[b"\x1b[24~"] * 10)],
        IDLE: [Step(watch=idle)],
        QUIT: [Step(b"\x11", ends=True)],
    }, environment=environment)


# It ends with the program that is waiting.
SILENT = """\
import os, socket
server = socket.create_server(("127.0.0.1", 8089))
server.settimeout(1)
taken, parent = [], os.getppid()
while os.getppid() == parent:
    try:
        taken.append(server.accept())
    except TimeoutError:
        pass
"""


def waiting(binary):
    """A calendar whose service takes the call and says nothing."""
    return Program(
        "caledit waiting",
        f"sh -c 'python3 silent.py 2>/dev/null & sleep 1; exec {shlex.quote(str(binary))} ocQHyuzHvysMo5N5VsXc"
        " --location ve9EPM428h8vShlRW1KT --base-url http://127.0.0.1:8089'",
        {"start": [Step(ENTER, sees=shows("Esc cancels", r"\b1 s\b"))],
         WAITING: [Step(watch=10)],
         QUIT: [Step(b"\x11", ends=True)]},
        files={"silent.py": SILENT},
        environment={"HIGHLEVEL_TOKEN": "pit-00000000-0000-0000-0000-000000000000"})


# MARK: editors of the same calendar as a file


def calendar_text():
    here = pathlib.Path(__file__).resolve().parent
    specification = importlib.util.spec_from_file_location("run", here / "run.py")
    run = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(run)
    return json.dumps(run.calendar(40, 3, datetime.date.today()), indent=2) + "\n"


ENTRY = f'{{"date": "{CLOSED}T00:00:00.000Z", "hours": []}},'


def nano(command, text, sizes, idle):
    find = b"\x17"

    def seek(words, sees):
        return [Step(find, sees=shows("Search")), Step(words, ENTER, sees=sees)]
    return Program("nano", f"{command} --ignorercfiles calendar.json", {
        START: [Step(ENTER, sees=shows("Read [0-9]+ lines", "Exit"))],
        SCROLL: [Step(hold=DOWN)],
        SLOT: [
            *seek('slotDuration"', shows('"slotDuration": 30')),
            Step(END, LEFT, ERASE, ERASE, "45", sees=shows('"slotDuration": 45,'))],
        DAY: [
            *seek("openHours", shows("openHours")),
            Step(*[DOWN] * 30, sees=None),
            # The third entry is Wednesday's: its hours.
            *seek("openHour\"", shows('"openHour"')),
            Step(END, LEFT, ERASE, "10", *[DOWN] * 2, END, LEFT, ERASE, ERASE, "16",
                 sees=shows('"openHour": 10,', '"closeHour": 16,'))],
        DATE: [
            *seek("availabilities", shows("availabilities")),
            Step(END, ENTER, ENTRY, sees=shows(re.escape(ENTRY)))],
        SAVE: [
            Step(b"\x0f", sees=shows("File Name to Write")),
            Step(ENTER, sees=shows("Wrote [0-9]+ lines"))],
        HELP: [
            Step(b"\x07", sees=shows("Main nano help text")),
            Step(b"\x18", sees=shows("Write Out", without=["Main nano help"]))],
        SEARCH: seek("alertEmail", shows("alertEmail")),
        RESIZE: [Step(sizes=sizes[1]), Step(sizes=sizes[0])],
        NOTHING: [Step(*[b"\x1b[24;5~"] * 10)],
        IDLE: [Step(watch=idle)],
        QUIT: [Step(b"\x18", ends=True)],
    }, files={"calendar.json": text})


def vim(command, text, sizes, idle):
    return Program("vim", f"{command} --clean calendar.json", {
        START: [Step(ENTER, sees=shows("calendar.json", r"1,1\s"))],
        SCROLL: [Step(hold=b"\x1b[B")],
        SLOT: [
            Step('/slotDuration"', ENTER, sees=shows('"slotDuration": 30')),
            Step("$hcw", sees=shows("INSERT")),
            Step(ERASE, "45", ESC, sees=shows('"slotDuration": 45,', without=["INSERT"]))],
        DAY: [
            Step("/openHours", ENTER, sees=shows("openHours")),
            Step('3/openHour"', ENTER, sees=shows('"openHour"')),
            Step("$hs10", ESC, "2j$hhc2l16", ESC,
                 sees=shows('"openHour": 10,', '"closeHour": 16,', without=["INSERT"]))],
        DATE: [
            Step("/availabilities", ENTER, sees=shows("availabilities")),
            Step("o", ENTRY, ESC, sees=shows(re.escape(ENTRY), without=["INSERT"]))],
        SAVE: [Step(":w", ENTER, sees=shows("written"))],
        HELP: [
            Step(":help", ENTER, sees=shows("help.txt", "VIM - main help")),
            Step(":q", ENTER, sees=shows(re.escape(ENTRY), without=["main help"]))],
        SEARCH: [Step("/alertEmail", ENTER, sees=shows("alertEmail\""))],
        RESIZE: [Step(sizes=sizes[1]), Step(sizes=sizes[0])],
        NOTHING: [Step(*[b"\x1b[24~"] * 10)],
        IDLE: [Step(watch=idle)],
        QUIT: [Step(":q", ENTER, ends=True)],
    }, files={"calendar.json": text})


# MARK: a script with dialog

SCRIPT = """\
#!/bin/sh
slot=30 wed=9-17 dates= email=team@example.com name=Consultation
at=open
dialog() { command "$DIALOG" --stdout "$@"; }
set -- CALENDARS
calendar=$(dialog --title Calendars --menu 'Choose a calendar' 22 70 15 CALENDARS) || exit
while at=$(dialog --title "$calendar" --default-item "$at" --menu 'Choose a section' 22 70 15 \\
    edit 'Change the settings' save 'Review and save' help Help find 'All fields'); do
  case $at in
    edit)
      values=$(dialog --title Settings --form "$calendar" 20 70 12 \\
        'Slot duration' 1 1 "$slot" 1 22 40 0  Sunday 2 1 closed 2 22 40 0 \\
        Monday 3 1 9-17 3 22 40 0  Tuesday 4 1 9-17 4 22 40 0 \\
        Wednesday 5 1 "$wed" 5 22 40 0  Thursday 6 1 9-17 6 22 40 0 \\
        Friday 7 1 9-17 7 22 40 0  Saturday 8 1 closed 8 22 40 0 \\
        'Closed dates' 9 1 "$dates" 9 22 40 0  'Alert e-mail' 10 1 "$email" 10 22 40 0) || continue
      slot=$(echo "$values" | sed -n 1p) wed=$(echo "$values" | sed -n 5p)
      dates=$(echo "$values" | sed -n 9p) ;;
    save)
      dialog --title Review --yesno "Slot duration 30 -> $slot
Wednesday 9-17 -> $wed
Closed dates $dates" 10 70 && { echo "$slot $wed $dates" >saved
      dialog --title Saved --msgbox 'Saved: 3 properties.' 6 40; } ;;
    help) dialog --title Help --textbox help.txt 22 76 ;;
    find) dialog --title Fields --default-item name --menu 'All fields' 22 70 15 FIELDS ;;
  esac
done
"""


def dialog(command, text, sizes, idle):
    calendars = " ".join(f"'{name}' 'active, 30 min'" for name in (
        "Balayage", "Beard Trim", "Bridal Trial", "Coaching", "Colour Advice", "Cut", "Evening",
        "First Consultation", "Haircut", "Morning Yoga", "Open Studio", "Panel", "Prenatal",
        "Team Talk", "Webinar"))
    fields = [key for key, value in json.loads(text)["calendar"].items()
              if not isinstance(value, (list, dict))]
    fields = [f"field{number:02}" for number in range(100 - len(fields))] + fields
    script = SCRIPT.replace("set -- CALENDARS\n", "").replace("CALENDARS", calendars).replace(
        "FIELDS", " ".join(f"{name} '{name} of it'" for name in fields))
    menu = shows("Choose a section", "Cancel")
    return Program("dialog", "sh form.sh", {
        START: [Step(ENTER, sees=shows("Choose a calendar", "Cancel"))],
        OPEN: [Step("F", ENTER, sees=menu)],
        SLOT: [
            Step("e", ENTER, sees=shows("Slot duration", "Cancel")),
            Step(END, ERASE, ERASE, "45", sees=shows("Slot duration +45"))],
        DAY: [Step(*[DOWN] * 4, *[ERASE] * 4, "10-16", sees=shows("Wednesday +10-16"))],
        DATE: [
            Step(*[DOWN] * 4, CLOSED, sees=shows(f"Closed dates +{CLOSED}")),
            Step(ENTER, sees=menu)],
        SAVE: [
            Step("s", ENTER, sees=shows("Review", "No")),
            Step(ENTER, sees=shows("Saved: 3", "OK")),
            Step(ENTER, sees=menu)],
        HELP: [
            Step("h", ENTER, sees=shows("Help of the form", "EXIT")), Step(ENTER, sees=menu)],
        SEARCH: [
            Step("f", ENTER, sees=shows("All fields", "Cancel", without=["Choose"])),
            Step("t", sees=None)],
        SCROLL: [Step(HOME), Step(hold=DOWN), Step(ESC, sees=menu)],
        RESIZE: [Step(sizes=sizes[1]), Step(sizes=sizes[0])],
        NOTHING: [Step(*[b"\x1b[24~"] * 10)],
        IDLE: [Step(watch=idle)],
        QUIT: [Step(ESC, ends=True)],
    }, files={"form.sh": script, "help.txt": "Help of the form\n" + "A line of help.\n" * 60},
        environment={"DIALOG": command})


def programs(binary, rows, columns, idle, dialog_path):
    sizes = ((rows, columns), (rows + 6, columns + 20))
    quoted = shlex.quote(str(binary))
    found = [
        caledit("caledit", f"{quoted} --demo", sizes, idle),
        caledit("caledit --ascii", f"{quoted} --demo --ascii", sizes, idle),
        caledit("caledit --theme mono", f"{quoted} --demo --theme mono", sizes, idle),
        waiting(binary),
    ]
    missing = []
    text = calendar_text()
    for name, make, path in (
            ("nano", nano, shutil.which("nano")), ("vim", vim, shutil.which("vim")),
            ("dialog", dialog, dialog_path or shutil.which("dialog"))):
        if path:
            found.append(make(path, text, sizes, idle))
        else:
            missing.append(f"{name}: it is not installed")
    return found, missing
