#!/usr/bin/env bash
# Builds, checks the format and runs every test, with PostgreSQL beside SQLite. The last line says what came of it.
# EGOV_POSTGRES names a server to use instead of a private one; EGOV_SQLSERVER adds SQL Server; EGOV_KILLS=200 kills the host so often while it sends.
set -euo pipefail
cd "$(dirname "$0")/.."

work="$(mktemp -d)"
results="$work/results"
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop() {
  if [ -n "${cluster:-}" ] && [ -f "$cluster/postmaster.pid" ]; then
    as_postgres "$bin/pg_ctl" -D "$cluster" -m fast -w stop > /dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1; }

# What Debian's packages must provide and does not yet: browser packages come through npm, pages are tested in Chromium, in Chinese.
install_missing() {
  local packages=()
  # The browser without a desktop costs half of the whole one; releases without it have the other.
  [ -x /usr/bin/chromium-headless-shell ] || apt_install chromium-headless-shell || true
  [ -n "$(find_postgres)" ] || [ -n "${EGOV_POSTGRES:-}" ] || packages+=(postgresql)
  command -v node > /dev/null || packages+=(nodejs npm)
  [ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || packages+=(chromium)
  [ -x /usr/sbin/clamd ] || packages+=(clamav-daemon)
  # Only the programs: tests start their own in a folder of their own.
  [ -x /usr/sbin/bearerbox ] && [ -x /usr/lib/kannel/test/fakesmsc ] || packages+=(kannel kannel-extras)
  ls /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc > /dev/null 2>&1 || packages+=(fonts-noto-cjk)
  [ "${#packages[@]}" = 0 ] || apt_install "${packages[@]}"
}

apt_install() {
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  # Nothing starts by itself because it was installed here.
  local policy=/usr/sbin/policy-rc.d ours=""
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" > /dev/null; $sudo chmod +x "$policy"; ours=yes; }
  $sudo apt-get update -qq
  local done=0
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null || done=$?
  [ -z "$ours" ] || $sudo rm -f "$policy"
  return "$done"
}

start_postgres() {
  bin="$(find_postgres)"
  cluster="$work/cluster"
  mkdir "$cluster"
  [ "$(id -u)" != 0 ] || { chown postgres "$cluster"; chmod 711 "$work"; }
  as_postgres "$bin/initdb" -D "$cluster" -A trust -U postgres -E UTF8 --locale=C.UTF-8 > /dev/null
  local port
  for port in $(shuf -i 20000-60000 -n 5); do
    if as_postgres "$bin/pg_ctl" -D "$cluster" -l "$cluster/log" -w start > /dev/null \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c max_connections=300"; then
      export EGOV_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
      return
    fi
  done
  cat "$cluster/log" >&2
  return 1
}

install_missing
[ -n "${EGOV_POSTGRES:-}" ] || start_postgres

# The build refuses what style and analyzers refuse; only white space is left to the formatter.
dotnet build -c Release
dotnet format whitespace --no-restore --verify-no-changes

status=0
for project in tests/*.Tests; do
  dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" || status=1
done

count() { { grep -ho "<Counters [^>]*" "$results"/*.trx 2> /dev/null || true; } | { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed="$(count passed)"
failed="$(count failed)"
skipped="$(($(count total) - $(count executed)))"
[ "$failed" = 0 ] || status=1
[ "$passed" != 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
