#!/usr/bin/env python3
"""Tries caledit in real terminals and prints what was found; see README.md."""

import argparse
import json
import os
import sys
import textwrap
import time
import traceback

import known
from catalogue import GRAPHICAL, TERMINFO
from console import Console
from direct import Direct
from scenario import Trial
from session import Session

# What stands in which column of the tables.
COLUMNS = {
    "Keys": [
        "arrows",
        "Home End",
        "PgUp PgDn",
        "Ins Del",
        "Backspace",
        "Shift-Tab",
        "Esc",
        "Ctrl-PgDn",
    ],
    "F1–12": ["F1–F12"],
    "Ctrl": ["Ctrl-letter"],
    "Alt": ["Alt-letter", "Alt-arrow"],
    "Save": ["save"],
    "Colour": ["colours"],
    "NO_COLOR": ["NO_COLOR"],
    "Wide": ["wide text", "characters"],
    "Mouse": ["mouse"],
    "Clipboard": ["clipboard"],
    "Paste": ["paste"],
    "Resize": ["resize"],
    "Suspend": ["suspend"],
    "Exit": ["exit"],
}
ABOUT = """What was tried on Debian 12, with real keys, clicks and windows, and what came of it.
`ok`: as it should be; a number: the note below; –: not tried. screen, tmux, ssh, mosh and plink
ran in the xterm that is set up: `XTerm*metaSendsEscape: true`, and `XTerm*disallowedWindowOps`
without `SetSelection`; tmux with `set-clipboard on`. PuTTY is its Unix edition. The Linux
console is a kernel's own, under qemu, with the font and the keys that are built in. foot ran in
Weston. Terminals of Windows, macOS, GNOME and KDE were not tried."""
BEGIN, END = "<!-- terminals: made by run.py -->\n", "<!-- /terminals -->\n"
FIRST = ["Keys", "F1–12", "Ctrl", "Alt", "Save", "Paste", "Clipboard"]
SECOND = ["Colour", "NO_COLOR", "Wide", "Mouse", "Resize", "Suspend", "Exit"]


def attempt(line, program, reference, parts, say):
    """Runs everything on a line; starts that fail are tried again, as the machine may be busy."""
    for last in (False, False, True):
        try:
            session = Session(line, program)
            break
        except Exception as error:
            say(f"  {error}")
            if last:
                return None, {"start": [str(error).split("\n")[0]]}
    try:
        trial = Trial(session, reference, say)
        trial.run(parts)
        return session.terminal_name, trial.found
    finally:
        session.stop()


def table(results, columns, notes):
    head = ["Terminal", *(["Version", "TERM"] if columns is FIRST else []), *columns]
    rows = [head, ["---"] * len(head)]
    for result in results:
        row = [result["name"]]
        if columns is FIRST:
            row += [result["version"], f"`{result['term']}`" if result["term"] else "–"]
        for column in columns:
            row.append(cell(result, column, notes))
        rows.append(row)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def cell(result, column, notes):
    found = result["found"]
    tried = [name for name in COLUMNS[column] if name in found]
    if not tried:
        return "–"
    problems = [problem for name in tried for problem in found[name]]
    if problems:
        text = known.sentence(result["name"], column)
        text = text or f"{result['name']}: {'; '.join(problems)}."
    else:
        text = known.remark(result["name"], column)
    if not text:
        return "ok"
    if text not in notes:
        notes.append(text)
    number = f"({notes.index(text) + 1})"
    return number if problems else f"ok {number}"


def document(results):
    notes = []
    graphical = [result for result in results if result["kind"] == "real"]
    terminfo = [result for result in results if result["kind"] == "terminfo"]
    untried = [result for result in results if result["kind"] == "untried"]
    parts = wrap(ABOUT) + [""]
    parts += [table(graphical, FIRST, notes), "", table(graphical, SECOND, notes), ""]
    said, good = {}, []
    for result in terminfo:
        problems = [
            f"{name}: {'; '.join(found)}" for name, found in result["found"].items() if found
        ]
        name = f"`{result['name']}`"
        if problems:
            text = known.sentence(result["name"], "terminfo") or "; ".join(problems) + "."
            said.setdefault(text, []).append(name)
        else:
            good.append(name)
    if terminfo:
        parts += wrap(
            "Entries of terminfo alone, with libvterm as the terminal. All is well with "
            + ", ".join(good)
            + ". Of others:"
        )
        parts.append("")
    for text, names in said.items():
        parts += wrap(f"{', '.join(names)}: {text}", "- ")
    for result in untried:
        parts += wrap(f"{result['name']} was not tried: {result['why']}.", "- ")
    parts.append("")
    for number, note in enumerate(notes, 1):
        parts += wrap(note, f"{number}. ")
    return "\n".join(parts) + "\n"


def wrap(text, first=""):
    """Lines of at most 100 columns, indented behind the beginning of an item."""
    return textwrap.wrap(
        text,
        98,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=".build/release/caledit")
    parser.add_argument("--only", action="append", help="a line by its name; can be repeated")
    parser.add_argument("--kernel", help="a Linux kernel for the console under qemu")
    parser.add_argument("--kind", choices=["real", "terminfo"])
    parser.add_argument(
        "--part", action="append", choices=Trial.ALL, help="a part; can be repeated"
    )
    parser.add_argument("--results", help="a file that keeps the results of several runs")
    parser.add_argument("--write", action="append", help="a file that the tables go into")
    parser.add_argument("--list", action="store_true", help="the names of the lines")
    parser.add_argument("--tables", action="store_true", help="only the tables of --results")
    options = parser.parse_args()
    GRAPHICAL.append(Console(options.kernel))
    if options.list:
        print("\n".join(line.name for line in [*GRAPHICAL, *TERMINFO]))
        return
    kept = {}
    if options.results and os.path.exists(options.results):
        with open(options.results) as file:
            kept = json.load(file)
    if not options.tables:
        try_all(options, kept)
    order = ["real " + line.name for line in GRAPHICAL] + [
        "terminfo " + line.name for line in TERMINFO
    ]
    results = [kept[name] for name in order if name in kept]
    results += [result for name, result in kept.items() if name not in order]
    text = document(results)
    for path in options.write or []:
        put(text, path)
    print(text)


def put(text, path):
    """Writes between the marks of a file, or the whole file where it has none."""
    before = after = ""
    if os.path.exists(path):
        with open(path) as file:
            old = file.read()
        if BEGIN in old:
            before, rest = old.split(BEGIN)
            before, after = before + BEGIN + "\n", "\n" + END + rest.split(END)[1]
    with open(path, "w") as file:
        file.write(before + text + after)


def try_all(options, kept):
    program = os.path.abspath(options.binary)
    say = lambda *words: print(*words, file=sys.stderr, flush=True)
    say("reference")
    session = Session(Direct(), program)
    reference = Trial(session, None, say)
    try:
        reference.run(options.part)
    finally:
        session.stop()
    for line in [*GRAPHICAL, *TERMINFO]:
        kind = "terminfo" if line in TERMINFO else "real"
        if options.only and line.name not in options.only or options.kind not in (None, kind):
            continue
        start = time.time()
        say(f"{kind} {line.name}")
        if not line.available():
            kept[f"{kind} {line.name}"] = {
                "name": line.name,
                "kind": "untried",
                "why": "it is not installed",
            }
            continue
        try:
            term, found = attempt(line, program, reference, options.part, say)
        except Exception:
            traceback.print_exc()
            continue
        result = kept.setdefault(f"{kind} {line.name}", {"found": {}})
        if "start" in found:
            result.update(name=line.name, kind="untried", why=found["start"][0])
        else:
            result.update(
                name=line.name,
                kind=kind,
                version=line.version,
                term=term,
                found={**result["found"], **found},
            )
        say(f"  {time.time() - start:.0f} s")
        if options.results:
            with open(options.results, "w") as file:
                json.dump(kept, file, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
