"""All lines, in the order of the table."""

from direct import Direct
from lines import ALACRITTY, ALLOWED, KITTY, PTERM, URXVT, XTERM, Graphical, in_screen, in_tmux
from remote import through
from wayland import Foot

META = ["-xrm", "*metaSendsEscape: true"]


class Rxvt(Graphical):
    confirms = True


def inside(name, package, wrap, needs, note=""):
    """What runs inside of an xterm that sends Alt as Esc and lets the clipboard be set."""
    return Graphical(name, package, "XTerm", [*XTERM, *META, *ALLOWED, "-e"], wrap, note, needs)


GRAPHICAL = [
    Graphical("xterm", "xterm", "XTerm", [*XTERM, "-e"], note="as Debian has it"),
    Graphical(
        "xterm, set up",
        "xterm",
        "XTerm",
        [*XTERM, *META, *ALLOWED, "-e"],
        note="`metaSendsEscape: true`, `disallowedWindowOps` without `SetSelection`",
    ),
    Graphical(
        "xterm-16color",
        "xterm",
        "XTerm",
        [*XTERM, "-tn", "xterm-16color", "-e"],
        note="`TERM=xterm-16color`",
    ),
    Rxvt("rxvt-unicode", "rxvt-unicode", "URxvt", [*URXVT, "-e"]),
    Graphical("pterm", "pterm", "pterm", [*PTERM, "-e"]),
    Graphical("kitty", "kitty", "kitty", [*KITTY]),
    Graphical("alacritty", "alacritty", "Alacritty", [*ALACRITTY, "-e"]),
    Foot(),
    inside("screen", "screen", in_screen("screen"), ["screen"]),
    inside(
        "screen, set up",
        "screen",
        in_screen("screen.xterm-256color", "altscreen on"),
        ["screen"],
        "`term screen.xterm-256color`, `altscreen on`",
    ),
    inside("tmux", "tmux", in_tmux("tmux-256color"), ["tmux"], "`set-clipboard on`"),
    inside("tmux in tmux", "tmux", in_tmux("tmux-256color", 2), ["tmux"], "`set-clipboard on`"),
    inside("ssh", "openssh-client", through("ssh"), ["ssh", "/usr/sbin/sshd"]),
    inside("mosh", "mosh", through("mosh"), ["mosh", "/usr/sbin/sshd"]),
    inside("plink", "putty-tools", through("plink"), ["plink", "/usr/sbin/sshd"]),
]

# Their entries say that the cursor wraps at once.
WRAPPING = ("ansi", "cygwin", "cons25")
TERMINFO = [
    Direct(name, spare=1 if name in WRAPPING else 0)
    for name in (
        "xterm-kitty",
        "alacritty",
        "foot",
        "putty",
        "putty-256color",
        "rxvt-unicode-256color",
        "screen",
        "screen.xterm-256color",
        "tmux-256color",
        "linux",
        "vt220",
        "vt100",
        "xterm",
        "xterm-16color",
        "xterm-mono",
        "ansi",
        "cygwin",
        "cons25",
        "st-256color",
        "konsole",
        "gnome",
        "mintty",
        "iterm2",
        "ms-terminal",
        "dumb",
    )
]
