#!/usr/bin/env bash
# Installs, runs, upgrades and removes the Debian package in a clean root that debootstrap makes:
#
#   sudo Sources/Packaging/test-deb.sh PACKAGE.deb NEWER.deb [SUITE]
#
# It needs root, debootstrap, lintian and a mirror of Debian: that of MIRROR, or the first one of this
# system. The exit status is 75 where this machine cannot make such a root.
set -euo pipefail
old=$(realpath "$1") new=$(realpath "$2") suite=${3:-bookworm}
mirror=${MIRROR:-$(grep -hv '^#' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ' || true)}

say() { printf '== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2 && exit 1; }

say lintian
lintian --fail-on error,warning --tag-display-limit 0 "$new"

work=$(mktemp -d)
root=$work/root
cleanup() {
  umount -q "$root/proc" "$root/dev/pts" || true
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT
say "a clean $suite"
debootstrap --variant=minbase --include=man-db,bash-completion "$suite" "$root" ${mirror:+"$mirror"} \
  >"$work/log" 2>&1 || { tail -20 "$work/log" >&2 && exit 75; }
mount -t proc proc "$root/proc" || exit 75
mkdir -p "$root/dev/pts" && mount -t devpts -o ptmxmode=666 devpts "$root/dev/pts" || exit 75
[ -c "$root/dev/ptmx" ] || ln -sf pts/ptmx "$root/dev/ptmx"
cp "$old" "$work/root/tmp/old.deb" && cp "$new" "$work/root/tmp/new.deb"
within() {
  chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 TERM=xterm "$@"
}
# What a package may leave behind: the records of dpkg, logs, caches and what belongs to the user.
files() {
  within find / -xdev \( -path /var/lib/dpkg -o -path /var/log -o -path /var/cache -o -path /root \
    -o -path /tmp -o -path /proc -o -path /dev \) -prune -o -print | sort
}
files >"$work/before"

say install
within dpkg --install /tmp/old.deb >"$work/log" 2>&1 || fail "$(cat "$work/log")"
within dpkg --verify caledit
within ldd /usr/bin/caledit

say run
within caledit --version
within caledit list --demo --filter 'group Studio' | sed -n 1,3p
# A session in a terminal of 24 lines: Ctrl-Q ends it.
{ sleep 3 && printf '\021' && sleep 2; } | within script -qec \
  'stty rows 24 cols 80; caledit --demo' /dev/null \
  >"$work/screen" || fail "the editor did not end well"
grep -q 'Beard Trim' "$work/screen" || fail "the editor did not show its list"
printf 'sections\nquit\n' | within env TERM=dumb caledit ocQHyuzHvysMo5N5VsXc --demo --line \
  >"$work/lines"
grep -q 'Slots and limits' "$work/lines" || fail "line mode did not say the sections"

say manual and completion
for page in caledit caledit-set caledit-config; do
  within man -P cat "$page" 2>"$work/log" | grep SYNOPSIS >/dev/null || fail "no page $page"
done
within man -P cat 5 caledit-config | grep 'esc-delay' >/dev/null || fail "no page of the configuration"
[ ! -s "$work/log" ] || fail "$(cat "$work/log")"
within bash -ic '. /usr/share/bash-completion/bash_completion; _comp_load caledit 2>/dev/null ||
  __load_completion caledit; complete -p caledit'

say "upgrade: configuration and history stay"
within sh -c 'mkdir -p ~/.config/caledit && caledit config example >~/.config/caledit/config'
within sh -c 'echo "theme = mono" >>~/.config/caledit/config'
within dpkg --install /tmp/new.deb >"$work/log" 2>&1 || fail "$(cat "$work/log")"
within caledit --version
within dpkg-query -W -f '${Version}\n' caledit
within sh -c 'grep -qx "theme = mono" ~/.config/caledit/config' || fail "the configuration has gone"

say purge
within dpkg --purge caledit >"$work/log" 2>&1 || fail "$(cat "$work/log")"
files >"$work/after"
diff "$work/before" "$work/after" || fail "something of the package is left, or has gone with it"
say "all is well"
