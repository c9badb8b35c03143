#!/usr/bin/env bash
# Install the Debian packages named, where we are root; otherwise say which are missing and the command that installs them.
# Of `one|other` either will do, and the first is the better: it is installed where it can be.
set -eu
missing=() better=()
installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
for package in "$@"; do
  IFS='|' read -r first other <<<"$package"
  if installed "$first"; then continue; fi
  if [ -n "$other" ] && installed "$other"; then better+=("$first"); else missing+=("$first"); fi
done
command -v npm >/dev/null || missing+=(npm)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
[ $((${#missing[@]} + ${#better[@]})) -eq 0 ] && exit 0
install() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
if [ "$(id -u)" -eq 0 ]; then
  echo "Installing system packages: ${missing[*]} ${better[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || [ ${#missing[@]} -eq 0 ]
  [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
  [ ${#better[@]} -eq 0 ] || install "${better[@]}" || echo "It goes on without: ${better[*]}"
elif [ ${#missing[@]} -ne 0 ]; then
  echo "These system packages are needed. Install them with:" >&2
  echo "  sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
