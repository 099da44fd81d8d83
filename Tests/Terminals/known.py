"""Why something is not as it should be: a sentence for the manual, by line and column.

A finding without a sentence is printed as it was found.
"""

NO_SECOND = "no second screen: the shell goes on below what the program showed."
MODE_47 = (
    "The second screen is the one of old (mode 47), which libvterm does not have: not told"
    " whether what stood there before comes back."
)
WRAPS = (
    "The entry says that the cursor goes to the next row as soon as the last column is written."
    " On a terminal that waits, as libvterm, xterm and nearly all of today do, the end of a row"
    " that fills the width is lost, and the row below begins wrong. Set the TERM of the terminal."
)

KNOWN = {
    ("xterm", "Alt"): (
        "xterm as it comes types `è` for Alt-H. With `XTerm*metaSendsEscape: true` in"
        " `~/.Xresources`, or Meta Sends Escape in its menu (Ctrl and the left button), the keys"
        " with Alt work. The palette (Ctrl-P) has what they do as well."
    ),
    ("xterm", "Clipboard"): (
        "xterm lets no program set the clipboard, unless `XTerm*allowWindowOps:"
        " true` is in `~/.Xresources`."
    ),
    ("xterm-16color", "Clipboard"): (
        "xterm lets no program set the clipboard, unless"
        " `XTerm*allowWindowOps: true` is in `~/.Xresources`."
    ),
    (
        "rxvt-unicode",
        "Clipboard",
    ): "rxvt-unicode, as Debian has it, takes no text for the clipboard (OSC 52).",
    (
        "pterm",
        "Keys",
    ): "PuTTY keeps Ctrl-PgUp and Ctrl-PgDn for its scrollback; `Alt-,` and `Alt-.` do the same.",
    ("pterm", "Wide"): (
        "PuTTY turns right-to-left text round itself, with all of its row, and moves the columns"
        " beside it. “Disable bidirectional text display” (Terminal, Features) stops that."
    ),
    ("pterm", "Clipboard"): "PuTTY takes no text for the clipboard (OSC 52).",
    ("kitty", "Wide"): (
        "kitty gives the vowel signs of Devanagari no columns of their own; the C library, and so"
        " the program, gives them one. What stands directly behind such a text is up to three"
        " columns further left. The columns of a table are in line."
    ),
    ("alacritty", "Mouse"): "One step of the wheel comes as two.",
    ("screen", "Exit"): "GNU screen brings back what stood there before only with `altscreen on`.",
    ("tmux", "Clipboard"): (
        "tmux 3.3 hands the text on without the name of the clipboard; xterm then"
        " sets its selection (PRIMARY), and the clipboard with `XTerm*selectToClipboard: true`."
    ),
    ("tmux in tmux", "Clipboard"): (
        "tmux 3.3 hands the text on without the name of the clipboard;"
        " xterm then sets its selection (PRIMARY), and the clipboard with"
        " `XTerm*selectToClipboard: true`."
    ),
    ("mosh", "Exit"): "mosh has no second screen: the shell goes on below what the program showed.",
    ("Linux console", "Keys"): (
        "With the kernel's own table of keys Shift-Tab is Tab, and Ctrl-PgDn is"
        " PgDn; Up, and `Alt-.`, do the same. What the entry of terminfo has for Shift-Tab"
        " (`ESC Tab`) is read."
    ),
    ("Linux console", "Alt"): (
        "With the kernel's own table of keys Alt-Up and Alt-Down are Up and"
        " Down; `[` and `]` do the same. Alt with a letter works."
    ),
    ("Linux console", "Wide"): (
        "Columns are in line. The kernel's own font has no `› – — ’ … ✗`, no letters of other"
        " scripts and no combining marks, and shows blocks for them: use `--ascii`. The Latin fonts"
        " of Debian's console-setup, by their tables, have all of ours but `▌ ▐ ✓`."
    ),
    (
        "Linux console",
        "Exit",
    ): "The console has no second screen: the shell goes on below what the program showed.",
    ("linux", "terminfo"): NO_SECOND,
    (
        "vt220",
        "terminfo",
    ): f"no colours; bold, underline and reverse are used. {NO_SECOND.capitalize()}",
    (
        "vt100",
        "terminfo",
    ): f"no colours; bold, underline and reverse are used. {NO_SECOND.capitalize()}",
    ("xterm-mono", "terminfo"): f"no colours; bold, underline and reverse are used. {MODE_47}",
    ("konsole", "terminfo"): MODE_47,
    ("gnome", "terminfo"): MODE_47,
    ("ansi", "terminfo"): WRAPS,
    ("cygwin", "terminfo"): WRAPS,
    ("cons25", "terminfo"): WRAPS,
    ("dumb", "terminfo"): "cannot place its cursor; the program says so and ends.",
}

# What is worth a word where all is well.
REMARKS = {
    ("rxvt-unicode", "Paste"): "rxvt-unicode asks before it pastes several lines; `y` does it.",
    ("pterm", "Colour"): "PuTTY darkens the background behind dim text as well.",
    ("screen, set up", "Exit"): "With `altscreen on` in `~/.screenrc`.",
}


def sentence(line, column):
    """Why a cell is not well; None where nobody has said."""
    return KNOWN.get((line, column))


def remark(line, column):
    return REMARKS.get((line, column))
