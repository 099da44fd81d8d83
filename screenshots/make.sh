#!/usr/bin/env bash
# shellcheck disable=SC2034 # keys are found by their names
# Makes the pictures of caledit: the real program with its demo calendar, in a real terminal.
#
#   screenshots/make.sh              all pictures
#   screenshots/make.sh weekly team   only these
#
# From the environment: CALEDIT is the program (.build/release/caledit), OUT the folder for the
# pictures (the one of this script), LOOK=dark or LOOK=light overrides the look of every picture.
# Everything else is private to the run and gone at its end: display, tmux server, home folder.
set -euo pipefail

# name | columns x rows | look | keys | text to wait for
#
# Keys are those of tmux (Down, Enter, C-s, F8); =text types the text, ?text waits for it (_ stands
# for a space in both), !text waits until it has gone, a * in front begins with the list, @name stands
# for the keys below, and +name for what somebody else saves meanwhile: then the program works with a
# sandbox of its own, which both reach. The picture is taken when the text of the last column is
# there. A % takes a frame before that: such a scene becomes a moving picture.
scenes='
overview | 110x40 | dark  | @edited Escape ?Tuesday Escape ?Go_there | 2 changes
weekly   | 100x26 | dark  | @week                                  | = 09:30
dates    | 100x26 | dark  | @days =12-24..31_closed                | 8 days: closed
team     | 110x24 | light | @team                                  | •1 changed
preview  | 100x26 | dark  | @hours F6 Down                         | gained lost
review   | 100x30 | dark  | @changes C-s                           | Ctrl-S saves
conflict | 100x20 | dark  | @both C-s ?Ctrl-S_saves C-s ?loaded t  | 2/3
problem  | 100x30 | dark  | @wrong                                 | not a number
saved    | 100x30 | dark  | @changes C-s ?Ctrl-S_saves C-s ?undocumented_keys l | Saved:
search   | 100x30 | dark  | C-f =slot                              | slotBufferUnit
list     | 110x30 | dark  | * =open_on_24_dec ?is_open            | 8 of 15
accounts | 100x26 | dark  | * F2 ?Prairie =all Enter ?46 =look_busy_on ?is_on M-g | by name
compare  | 100x30 | dark  | * =colour Enter ?unchanged F2 ?by_name C-u =o’conn ?1_of Enter ?unchanged C-f =slotDuration ?slotDurationUnit Enter ?How_long M-= | marks what differs
copy     | 100x26 | dark  | * =beard Enter ?unchanged C-f =openHours ?openHours Enter ?Monday M-a ?take_over Enter ?Copy_to =kids Enter | Copy these settings
saveall  | 100x26 | dark  | * =beard Enter ?unchanged @length M-x ?Bridal @length M-x ?Coaching @length M-o | Open calendars
plan     | 100x18 | dark  | * =studio ?of_15 M-a ?6_marked M-c ?What_to_change =slotBuffer=15_min;_openHours.sat=closed Enter | 6 to change
tour     | 100x28 | dark  | * @tour                                | Stored:
narrow   | 40x12  | dark  | C-f =openHours ?openHours Enter ?Mon Down =8-12,_13-17 Enter | 8-12, 13-17
'

# One member too many for recurring bookings, a changed number, a word instead of a number.
wrong='
  C-f =enableRecurring ?enableRecurring Enter ?Space_Switch Space ?exactly_one
  C-f =slotDuration ?slotDurationUnit Enter ?How_long C-u =30 Down ?one_offered C-u =ten'

# A week with changed days, one of them copied to another, and hours that are just typed.
week='
  C-f =openHours ?openHours Enter ?Monday =10-14,_15-19 Enter ?Tuesday
  Down =8-13 Enter ?Thursday C-d ?Copy_Thursday Down Down Space Enter ?Copied
  Down Down =9:30-13,_14-17'

# New hours for Tuesday to Friday.
hours='C-f =openHours ?openHours Enter ?Monday Down ?Tuesday =8-12,_13-17 Enter M-w ?Copied'

days='C-f =availabilities ?availabilities Enter Down M-Right M-Right =10-14 Enter'
team='C-f =teamMembers ?teamMembers Enter Down Down >'
edited='
  C-f =openHours ?openHours Enter ?Monday =10-14,_15-19 Enter ?Tuesday
  C-f =allowBookingFor ?allowBookingForUnit Enter ?months_ahead C-u =0 ?at_least_1'

# The first five minutes: a day that is open, its week, a length, what bookers get, the save.
tour='
  % =open_on_24_dec ?is_open % C-u ?by_name =beard ?1_of_15 Enter ?How_long %
  =openHours ?openHours Enter ?Type_hours % =9-13 ?09:00–13:00 % M-w ?Copied %
  C-f ?Search =dur ?slotDuration % Enter ?How_long =50 ?2_changed % F6 ?gained Down % Escape !Assumptions
  C-s ?Ctrl-S_saves % C-s'

length='C-f =slotDuration ?slotDurationUnit Enter ?How_long =50 ?50'

# Changes in several sections.
changes='
  C-f =eventColor ?eventColor Enter ?eventColor_· C-u =#2a9d8f
  C-f =teamMembers ?teamMembers Enter ?Who_takes Down Down > ?high
  C-f =openHours ?openHours Enter ?Monday =10-14,_15-19 Enter ?Tuesday
  C-f =availabilities ?availabilities Enter ?Type_hours M-Right -
  C-f =slotDuration ?slotDurationUnit Enter ?How_long C-u =1_h
  C-f =allowCancellation ?allowCancellation Enter ?Space_Switch Space ?no
'

# The same three places, changed here and by somebody else.
both='
  C-f =slotDuration ?slotDurationUnit Enter ?How_long C-u =50
  C-f =slotInterval ?slotIntervalUnit Enter ?one_offered C-u =20
  C-f =openHours ?openHours Enter ?Monday Down ?Tuesday =8-13 Enter ?Wednesday +theirs'
theirs='{"slotDuration":60,"slotInterval":30,"openHours":[
  {"daysOfTheWeek":[2,3],"hours":[{"openHour":10,"openMinute":0,"closeHour":18,"closeMinute":0}]},
  {"daysOfTheWeek":[4,5],"hours":[
    {"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":30},
    {"openHour":13,"openMinute":30,"closeHour":20,"closeMinute":0}]},
  {"daysOfTheWeek":[6],"hours":[{"openHour":10,"openMinute":0,"closeHour":16,"closeMinute":0}]}]}'

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
caledit=${CALEDIT:-$root/.build/release/caledit}
out=${OUT:-$root/screenshots}
most=$((60 * 1024)) # bytes in a picture, and in each frame of a moving one

fail() {
  printf 'make.sh: %s\n' "$*" >&2
  exit 1
}

need() { # command, Debian package
  command -v "$1" >/dev/null || missing+=("$2")
}

missing=()
need Xvfb xvfb
need xterm xterm
need tmux tmux
need import imagemagick
need fc-list fontconfig
need curl curl
if [[ -z $(fc-list 'DejaVu Sans Mono' file 2>/dev/null || true) ]]; then
  missing+=(fonts-dejavu-core)
fi
if ((${#missing[@]})); then fail "first: apt-get install ${missing[*]}"; fi
[[ $caledit == */* ]] && caledit=$(realpath -m -- "$caledit")
[[ -x $caledit ]] || fail "no program at $caledit: swift build -c release, or set CALEDIT"
mkdir -p "$out"

temp=$(mktemp -d "${TMPDIR:-/tmp}/caledit-shots.XXXXXX")
display_server=
sandbox=
terminal=

tmux_() { tmux -S "$temp/tmux" "$@"; }

close_terminal() {
  tmux_ kill-server 2>/dev/null || true
  if [[ -n $terminal ]]; then
    kill "$terminal" 2>/dev/null || true
    wait "$terminal" 2>/dev/null || true
  fi
  terminal=
  if [[ -n $sandbox ]]; then
    kill "$sandbox" 2>/dev/null || true
    wait "$sandbox" 2>/dev/null || true
  fi
  sandbox=
}

clean_up() {
  close_terminal
  if [[ -n $display_server ]]; then
    kill "$display_server" 2>/dev/null || true
    wait "$display_server" 2>/dev/null || true
  fi
  rm -rf -- "$temp"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs the rest of the arguments until they succeed, for ten seconds.
await() {
  local left
  for ((left = 200; left > 0; left--)); do
    if "$@"; then return; fi
    sleep 0.05
  done
  return 1
}

open_display() {
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$temp/display" \
    >"$temp/xvfb.log" 2>&1 &
  display_server=$!
  await test -s "$temp/display" || fail "Xvfb does not start: $(tail -n 1 "$temp/xvfb.log")"
  DISPLAY=:$(tr -d '[:space:]' <"$temp/display")
  export DISPLAY
}

# The colours of a look as xterm resources: background, foreground, the sixteen.
colours() {
  local -a list
  local index
  case $1 in
    dark)
      list=('#1d2127' '#d5d9e0'
        '#1d2127' '#f0717b' '#93c763' '#e5c07b' '#6cb0f5' '#cf8ee0' '#5cc3d0' '#d5d9e0'
        '#7b8594' '#ff8b94' '#a9dc7a' '#f2d08c' '#8bc4ff' '#e0a8ee' '#7fdbe6' '#ffffff')
      ;;
    light)
      list=('#fcfcfa' '#24292f'
        '#24292f' '#c4232f' '#1c7a35' '#8f6300' '#0b5cc0' '#8338b8' '#0b7285' '#6e7781'
        '#57606a' '#a40e26' '#116329' '#633c01' '#218bff' '#a475f9' '#3192aa' '#8c959f')
      ;;
    *) fail "no such look: $1" ;;
  esac
  printf '*VT100.background: %s\n*VT100.foreground: %s\n' "${list[0]}" "${list[1]}"
  printf '*VT100.cursorColor: %s\n' "${list[1]}"
  for ((index = 0; index < 16; index++)); do
    printf '*VT100.color%d: %s\n' "$index" "${list[index + 2]}"
  done
}

calendar=ocQHyuzHvysMo5N5VsXc # the one of the demo

open_sandbox() {
  "$caledit" sandbox --port 0 >"$temp/sandbox" 2>&1 &
  sandbox=$!
  await grep -q Calendars: "$temp/sandbox" || fail "no sandbox: $(tail -n 1 "$temp/sandbox")"
  service=$(grep -o -m 1 'http://[0-9.:]*' "$temp/sandbox")
}

save_elsewhere() { # body
  curl -sf -o "$temp/answer" -X PUT "$service/calendars/$calendar" -d "$1" \
    -H 'Authorization: Bearer other' -H 'Version: 2021-04-15' -H 'Content-Type: application/json' ||
    fail "$name: the sandbox does not take the change of somebody else"
}

# A terminal of columns x rows that shows the program in tmux, by which it is driven and read.
open_terminal() { # size, look, arguments of the program
  rm -f "$temp/window"
  mkdir -p "$temp/home"
  printf '%s\n' 'set -g status off' 'set -g default-terminal tmux-256color' \
    'set -s escape-time 0' >"$temp/tmux.conf"
  colours "$2" >"$temp/resources"
  cat >>"$temp/resources" <<'END'
*VT100.faceName: DejaVu Sans Mono:pixelsize=14:antialias=true:rgba=none
*VT100.internalBorder: 10
*VT100.borderWidth: 0
*borderWidth: 0
*VT100.scrollBar: false
*VT100.boldColors: false
*VT100.alwaysHighlight: true
*VT100.cursorBlink: false
*VT100.utf8: 2
*VT100.forceBoxChars: true
END
  # The program gets nothing of the account that runs this.
  # shellcheck disable=SC2016
  env -i PATH="$PATH" HOME="$temp/home" DISPLAY="$DISPLAY" LC_ALL=C.UTF-8 \
    XENVIRONMENT="$temp/resources" HIGHLEVEL_TOKEN=any \
    xterm -geometry "$1+0+0" -e sh -c \
    'temp=$1; echo "$WINDOWID" >"$temp/window"; shift
    exec tmux -S "$temp/tmux" -f "$temp/tmux.conf" new-session -- "$@"' \
    sh "$temp" "$caledit" "${@:3}" >"$temp/xterm.log" 2>&1 &
  terminal=$!
  await test -s "$temp/window" || fail "xterm does not start: $(tail -n 1 "$temp/xterm.log")"
}

shown() { [[ $(tmux_ capture-pane -p 2>/dev/null || true) == *"$1"* ]]; }

see() { # text
  await shown "$1" && return
  tmux_ capture-pane -p >&2 || true
  fail "$name: \"$1\" does not appear"
}

missing() { ! shown "$1"; }

frame() {
  frames+=("$temp/$(printf 'frame%02d' "${#frames[@]}").png")
  take "${frames[-1]}"
}

press() { # keys
  local key
  for key in "$@"; do
    case $key in
      +*) key=${key#?} && save_elsewhere "${!key}" ;;
      %) frame ;;
      !*) key=${key#?} && await missing "${key//_/ }" || fail "$name: \"$key\" stays" ;;
      \?*) key=${key#?} && see "${key//_/ }" ;;
      =*) key=${key#?} && tmux_ send-keys -l -- "${key//_/ }" ;;
      *) tmux_ send-keys -- "$key" ;;
    esac
  done
}

press_all() { # keys in one string
  local -a keys
  read -r -d '' -a keys <<<"$1" || true
  press "${keys[@]}"
}

# Takes the window once it has stopped changing.
take() { # file
  local window before='' after
  window=$(<"$temp/window")
  for _ in {1..50}; do
    after=$(import -silent -window "$window" rgb:- | cksum)
    [[ $after == "$before" ]] && break
    before=$after
    sleep 0.15
  done
  import -silent -window "$window" +dither -colors 64 -strip \
    -define png:compression-level=9 -define png:exclude-chunk=date,time "PNG8:$1"
}

make() { # name, size, look, keys, text
  local size file keys=$4 first=unchanged
  frames=()
  while [[ $keys =~ @([a-z]+) ]]; do keys=${keys//@${BASH_REMATCH[1]}/${!BASH_REMATCH[1]}}; done
  if [[ $keys == \** ]]; then
    open_terminal "$2" "$3" --demo
    keys=${keys#\*}
    first="by name"
  elif [[ $keys == *" +"* ]]; then
    open_sandbox
    open_terminal "$2" "$3" "$calendar" --base-url "$service"
  else
    open_terminal "$2" "$3" --demo "$calendar"
  fi
  see "$first"
  press_all "$keys"
  see "$5"
  frame
  close_terminal
  if ((${#frames[@]} > 1)); then
    file=$1.gif
    convert -delay 250 -loop 0 "${frames[@]}" -layers OptimizeTransparency "$temp/$file"
  else
    file=$1.png
    mv -- "${frames[0]}" "$temp/$file"
  fi
  size=$(stat -c %s "$temp/$file")
  ((size <= most * ${#frames[@]})) || fail "$file has $size bytes"
  mv -- "$temp/$file" "$out/$file"
  printf '%-12s %s %6d bytes\n' "$file" "$2" "$size"
}

trim() {
  local text=$1
  text=${text#"${text%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

open_display
wanted=" $* "
made=0
while IFS='|' read -r name size look keys text; do
  name=$(trim "$name")
  [[ -n $name ]] || continue
  [[ $# -eq 0 || $wanted == *" $name "* ]] || continue
  size=$(trim "$size")
  look=${LOOK:-$(trim "$look")}
  make "$name" "$size" "$look" "$(trim "$keys")" "$(trim "$text")" </dev/null
  made=$((made + 1))
done <<<"$scenes"
((made > 0)) || fail "no such picture: $*"
