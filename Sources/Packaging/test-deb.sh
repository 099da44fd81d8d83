#!/usr/bin/env bash
# Installs, runs, upgrades and removes the Debian package in a clean root that debootstrap makes:
#
#   sudo Sources/Packaging/test-deb.sh PACKAGE.deb NEWER.deb [SUITE]
#
# It needs root, debootstrap, lintian and the network of the Debian mirror.
set -euo pipefail
old=$(realpath "$1") new=$(realpath "$2") suite=${3:-bookworm}

lintian --fail-on error,warning --tag-display-limit 0 "$new"

root=$(mktemp -d)
cleanup() {
  umount -q "$root/proc" "$root/dev/pts" || true
  rm -rf "$root"
}
trap cleanup EXIT
debootstrap --variant=minbase "$suite" "$root" ${MIRROR:+"$MIRROR"} >"$root.log" ||
  { tail -20 "$root.log" >&2; exit 1; }
rm -f "$root.log"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/pts" && mount -t devpts devpts "$root/dev/pts"
cp "$old" "$root/old.deb" && cp "$new" "$root/new.deb"
within() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 "$@"; }
say() { printf '== %s\n' "$*"; }

say install
within dpkg --install --force-confdef /old.deb 2>&1 | tail -3 ||
  { echo "dpkg could not install it with what a minimal system has" >&2; exit 1; }
say run
within caledit --version
within caledit list --demo | head -3
within sh -c 'caledit manual caledit >/dev/null; test -s /usr/share/man/man1/caledit.1.gz'
within sh -c 'printf "quit\n" | TERM=dumb caledit --line --demo >/tmp/line.txt; test -s /tmp/line.txt'
within script -qec 'TERM=xterm caledit --demo' /dev/null </dev/null >/tmp/caledit-screen.$$ 2>&1 || true
rm -f /tmp/caledit-screen.$$
say configuration and history stay over an upgrade
within sh -c 'mkdir -p /root/.config/caledit; echo "theme = mono" >/root/.config/caledit/config'
within dpkg --install /new.deb 2>&1 | tail -2
within caledit --version
within grep -q mono /root/.config/caledit/config
say remove
within dpkg --purge caledit 2>&1 | tail -1
if within sh -c 'command -v caledit || find / -xdev -path /proc -prune -o -name "*caledit*" -print' |
  grep -v -e '^/root/' -e '^/tmp/' -e '^/old.deb' -e '/var/log'; then
  echo "something of the package is left" >&2
  exit 1
fi
say "all is well"
