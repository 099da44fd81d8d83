#!/usr/bin/env bash
# Builds caledit, and a Debian package of it for this machine's architecture:
#
#   Sources/Packaging/make-deb.sh [FOLDER]
#
# The package goes into FOLDER, by default .build/deb. CALEDIT_DEB_VERSION overrides its version, as a
# test of an upgrade does.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
folder=${1:-.build/deb}

# A manifest from the cache would say the commit that it was read at first.
swift build -c release --product caledit --manifest-cache none
binary=$(swift build -c release --show-bin-path)/caledit
version=${CALEDIT_DEB_VERSION:-$("$binary" --version | cut -d' ' -f1)}
architecture=$(dpkg --print-architecture)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
doc=$root/usr/share/doc/caledit
install -d "$root/DEBIAN" "$root/usr/share/man" "$doc/examples"

install -Dm755 "$binary" "$root/usr/bin/caledit"

# Everything that is read is printed by the program itself, from its own tables.
"$binary" manual --roff "$root/usr/share/man"
find "$root/usr/share/man" -type f -exec gzip -9n {} +
complete() {
  install -d "$root/usr/share/$(dirname "$2")"
  "$binary" completions "$1" | sed '1{/^#!/d}' >"$root/usr/share/$2"
}
complete bash bash-completion/completions/caledit
complete zsh zsh/vendor-completions/_caledit
complete fish fish/vendor_completions.d/caledit.fish
"$binary" config example >"$doc/examples/config"
install -m644 README.md "$here/terminals.md" "$doc"
gzip -9n "$doc/README.md"
install -m644 "$here/copyright" "$doc/copyright"
install -Dm644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/caledit"
date=$(git log -1 --format=%aD 2>/dev/null || date -R)
printf 'caledit (%s) unstable; urgency=medium\n\n  * %s\n\n -- %s  %s\n' "$version" \
  "Release $version." "$(sed -n 's/^Maintainer: //p' "$here/control")" "$date" |
  gzip -9n >"$doc/changelog.gz"
chmod -R u=rwX,go=rX "$root"

# Which glibc it needs is read from the symbols that the program asks for.
mkdir -p "$work/debian"
printf 'Source: caledit\n\nPackage: caledit\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/caledit 2>/dev/null)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" \
  -e "s/@DEPENDS@/${depends#shlibs:Depends=}/" \
  -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" \
  "$here/control" >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

mkdir -p "$folder"
dpkg-deb --root-owner-group -Zxz --build "$root" "$folder/caledit_${version}_$architecture.deb"
printf '%s\n' "$binary" "$folder/caledit_${version}_$architecture.deb"
