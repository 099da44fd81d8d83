"""Why something is not as it should be: a sentence for the manual, by line and column.

A finding without a sentence is printed as it was found.
"""

NO_SECOND = "no second screen: the shell goes on below what the program showed."
MODE_47 = (
    "The second screen is the one of old (mode 47), which libvterm does not have: not told"
    " whether what stood there before comes back."
)
FREE = (
    "The entry says that the cursor goes to the next row as soon as the last column is written,"
    " where nearly all terminals of today wait. The program leaves the last column free, and needs"
    " 41 columns."
)
CLIPBOARD = (
    "xterm lets no program set the clipboard. Of what it forbids by default (`disallowedWindowOps`,"
    " while `allowWindowOps` is false) leave out `SetSelection`, in `~/.Xresources`:"
    " `XTerm*disallowedWindowOps:"
    " 1,2,3,4,5,6,7,8,9,11,13,14,18,19,20,21,GetSelection,SetWinLines,SetXprop`."
    " `XTerm*allowWindowOps: true` lets programs read the clipboard as well, and more."
)

KNOWN = {
    ("xterm", "Clipboard"): CLIPBOARD,
    ("xterm-16color", "Clipboard"): CLIPBOARD,
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
    **{
        (name, "terminfo"): f"{FREE} {NO_SECOND.capitalize()}"
        for name in ("ansi", "cygwin")
    },
    ("cons25", "terminfo"): (
        f"{FREE} {NO_SECOND.capitalize()} Its Del is the byte that is Backspace elsewhere, and acts"
        " like that. Its faint text is grey, also with `NO_COLOR`."
    ),
    ("dumb", "terminfo"): "cannot place its cursor; the program says so and starts in line mode.",
}

# What is worth a word where all is well.
REMARKS = {
    ("xterm", "Alt"): (
        "The program asks xterm to send Alt as Esc (`ESC [ ? 1036 h`), and at its end puts back what"
        " was set. Inside of screen, tmux and mosh xterm has to be told so itself:"
        " `XTerm*metaSendsEscape: true` in `~/.Xresources`."
    ),
    ("rxvt-unicode", "Paste"): "rxvt-unicode asks before it pastes several lines; `y` does it.",
    ("pterm", "Colour"): "PuTTY darkens the background behind dim text as well.",
    ("Linux console", "Wide"): (
        "Columns are in line. What the font may lack is drawn as something that nearly every font of"
        " a console has: `»` for `›`, `-` for `–`, `~` for `…`, `!` for `✗`, and plain quotation"
        " marks. On a console of the machine itself the kernel says what the font has. Letters of"
        " other scripts and combining marks are blocks."
    ),
    ("screen, set up", "Exit"): "With `altscreen on` in `~/.screenrc`.",
}


def sentence(line, column):
    """Why a cell is not well; None where nobody has said."""
    return KNOWN.get((line, column))


def remark(line, column):
    return REMARKS.get((line, column))
