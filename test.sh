#!/usr/bin/env bash
# Installs what the tests need and runs every test: unit, property, browser, accessibility.
# The last line is "N passed, N failed"; the exit code is 0 only when none failed and some ran.
#   ./test.sh                 everything
#   ./test.sh --filter NAME   tests whose full name contains NAME
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

filter=()
if [ "${1:-}" = "--filter" ] && [ -n "${2:-}" ]; then
  filter=(--filter "FullyQualifiedName~$2")
elif [ $# -gt 0 ]; then
  echo "usage: ./test.sh [--filter NAME]" >&2
  exit 2
fi

find_browser() {
  local name
  for name in "${BLOG_BROWSER:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

echo "== Building" >&2
if [ ${#filter[@]} -eq 0 ]; then
  dotnet build Blog.csproj --no-incremental -v quiet --tl:off -p:RunAnalyzers=true # the one place where all rules hold; a warning is an error
fi
dotnet build tests/Blog.Tests.csproj -v quiet --tl:off
dotnet build bench/Blog.Bench.csproj -v quiet --tl:off

# Hundreds of tests start the program as a process of its own, which is over before the compiler at run time has paid: the program is
# compiled ahead for them, as a published one is. Without that compiler (a package of NuGet) or on another system they are only slower.
compile_ahead() {
  local built=tests/bin/Debug/net10.0 rid packages compiler references name
  case "$(uname -sm)" in
    "Linux x86_64") rid=linux-x64 ;;
    "Linux aarch64") rid=linux-arm64 ;;
    *) return 1 ;;
  esac
  packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
  find_compiler() { find "$packages/microsoft.netcore.app.crossgen2.$rid" -path '*/tools/crossgen2' -type f 2>/dev/null | sort -V | tail -n 1; }
  [ -n "$(find_compiler)" ] || dotnet restore Blog.csproj -p:RuntimeIdentifier=$rid -v quiet --tl:off >/dev/null || return 1
  compiler=$(find_compiler)
  [ -n "$compiler" ] || return 1
  mapfile -t references < <(dotnet --list-runtimes | sed -nE 's|^Microsoft\.(NETCore\|AspNetCore)\.App (10\.[^ ]*) \[(.*)\]$|--reference=\3/\2/|p')
  for name in Blog AngleSharp Markdig Microsoft.Data.Sqlite NodaTime System.CommandLine YamlDotNet; do
    "$compiler" "$built/$name.dll" --out "$built/$name.ahead" "${references[@]}" --reference="$built/" --targetos linux --targetarch "${rid#linux-}" --optimize >/dev/null &&
      mv "$built/$name.ahead" "$built/$name.dll" || return 1
  done
}
if [ ${#filter[@]} -eq 0 ]; then
  compile_ahead || echo "== The program could not be compiled ahead: tests take longer" >&2
fi

# Installs packages of Debian, where this user may; a failure shows later, by what is missing.
install() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    as_root=(sudo -n)
  fi
  if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || true
  fi
}

# What encrypted messages are compared with: Debian's jose command, and the jose package of npm at the version of its lock file.
# Without them their tests are skipped and say so.
command -v jose >/dev/null 2>&1 || install jose
command -v npm >/dev/null 2>&1 || install nodejs npm
if ! (cd tests/tools/jose && npm ci --ignore-scripts --no-audit --no-fund >/dev/null 2>&1); then
  echo "== The jose package could not be installed: its tests will be skipped" >&2
fi
# What is asked whether anything is left to remove from the texts of a built site.
if ! (cd tests/tools/dompurify && npm ci --ignore-scripts --omit=optional --no-audit --no-fund >/dev/null 2>&1); then
  echo "== DOMPurify could not be installed: the browser tests do without its opinion" >&2
fi

# What is asked whether the pages of the sample are valid HTML (needs Java).
if ! (cd tests/tools/nu && npm ci --ignore-scripts --no-audit --no-fund >/dev/null 2>&1); then
  echo "== The Nu HTML checker could not be installed: its test will be skipped" >&2
fi

# Serves the sample with the configuration that "deploy nginx" writes, on free ports and by itself; the service of the package is not used.
if ! [ -x /usr/sbin/nginx ] && ! [ -x /usr/bin/nginx ]; then
  install nginx-light libnginx-mod-http-brotli-static
  [ -x /usr/sbin/nginx ] || echo "== nginx could not be installed: its test will be skipped" >&2
fi

if ! browser=$(find_browser); then
  echo "== No browser found: installing one" >&2
  install chromium
  if ! browser=$(find_browser); then
    # Playwright's own browser, through the driver that its package brings along
    driver=tests/bin/Debug/net10.0/.playwright
    node=$(find "$driver/node" -type f -name 'node*' | head -n 1)
    "$node" "$driver/package/cli.js" install chromium >&2
    browser=playwright
  fi
fi
export BLOG_BROWSER="$browser"
echo "== Browser: $browser" >&2

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
echo "== Testing" >&2
status=0
dotnet test tests/Blog.Tests.csproj --no-build --nologo -v quiet \
  --logger "console;verbosity=minimal" --logger "trx;LogFileName=tests.trx" --results-directory "$results" "${filter[@]}" >&2 || status=$?

counters=$(grep -o '<Counters [^>]*>' "$results"/tests.trx 2>/dev/null | head -n 1 || true)
number() { printf '%s' "$counters" | grep -o " $1=\"[0-9]*\"" | head -n 1 | tr -dc '0-9' || true; }
total=$(number total); executed=$(number executed); passed=$(number passed); failed=$(number failed)
total=${total:-0}; executed=${executed:-0}; passed=${passed:-0}; failed=${failed:-0}
failed=$((failed + (executed - passed - failed)))
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  failed=1 # the run itself broke
fi
if [ "$passed" -eq 0 ]; then
  status=1
fi
if [ "$((total - executed))" -gt 0 ]; then
  echo "$((total - executed)) skipped: they need the shared material beside the project, or a tool this machine does not have (see README, Tests)."
fi
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]
