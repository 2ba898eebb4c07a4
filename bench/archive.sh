#!/usr/bin/env bash
# Times the whole way of an archive: import, release, build, and a second build that changes nothing.
#   bench/archive.sh [S] [M] [L] [XL]       default: S M
# Archives are made once under bench/data by the generator in ../shared/bench; results go to stdout as a Markdown table.
# CPU = user + system of the whole process, peak = its largest memory. The machine's speed drifts: compare rows of one run.
set -euo pipefail
cd "$(dirname "$0")/.."
kit=../shared/bench
[ -f "$kit/make_archive.py" ] || { echo "The generator is missing: $kit/make_archive.py" >&2; exit 2; }

dotnet publish Blog.csproj -c Release -v quiet --tl:off -o bench/out/program >&2
program=$PWD/bench/out/program/Blog
data=${BENCH_DATA:-bench/data}

# measure LABEL COMMAND...: one row
measure() {
  local label=$1 out cpu wall peak
  shift
  out=$(python3 "$kit/measure.py" -n 1 --warmup 0 -- "$@" 2>"$work/stderr") || { cat "$work/stderr" >&2; exit 1; }
  codes=$(printf '%s' "$out" | sed -n 's/.*exit codes \[\(.*\)\]/\1/p')
  if [ "$codes" != 0 ]; then
    tail -n 5 "$work/stderr" >&2
    echo "$label ended with $codes" >&2
    exit 1
  fi
  wall=$(printf '%s\n' "$out" | awk '/A wall s/ {print $5}')
  cpu=$(printf '%s\n' "$out" | awk '/A cpu s/ {print $5}')
  peak=$(printf '%s\n' "$out" | awk '/A peak MiB/ {print $5}')
  printf '| %s | %s | %.1f | %.1f | %.0f |\n' "$size" "$label" "$cpu" "$wall" "$peak"
}

echo '| size | step | CPU s | wall s | peak MiB |'
echo '|---|---|---:|---:|---:|'
for size in "${@:-S}"; do
  case $size in
    S) posts=500 comments=10000 ;;
    M) posts=2000 comments=40000 ;;
    L) posts=5000 comments=100000 ;;
    XL) posts=20000 comments=400000 ;;
    *) echo "no such size: $size" >&2; exit 2 ;;
  esac
  if [ ! -f "$data/$size/export/feed.atom" ]; then
    python3 "$kit/make_archive.py" --posts $posts --comments $comments --seed 1 --only export,docs --out "$data/$size" >&2
  fi
  work=$(mktemp -d "${BENCH_WORK:-${TMPDIR:-/tmp}}/subrosa-bench.XXXXXX")
  chmod 700 "$work"
  export BLOG_VAULT=$work/vault
  "$program" init "$work/blog" --title Archive --address https://archive.example --no-git >/dev/null 2>&1
  measure import "$program" import "$data/$size/export/feed.atom" --blog "$work/blog"
  measure 'import again' "$program" import "$data/$size/export/feed.atom" --blog "$work/blog"
  measure release "$program" release --as-it-was --yes --blog "$work/blog"
  measure build "$program" build --blog "$work/blog" --as-of 2026-11-21
  measure 'build again' "$program" build --blog "$work/blog" --as-of 2026-11-21
  printf '| %s | input | | | %s files, %s MB |\n' "$size" "$(find "$work/blog/input" -type f | wc -l)" "$(du -sb "$work/blog/input" | awk '{printf "%.1f", $1/1e6}')"
  printf '| %s | output | | | %s files, %s MB |\n' "$size" "$(find "$work/blog/output" -type f | wc -l)" "$(du -sb --apparent-size "$work/blog/output" | awk '{printf "%.1f", $1/1e6}')"
  if [ -n "${BENCH_KEEP:-}" ]; then
    echo "kept: $work" >&2
  else
    rm -rf "$work"
  fi
done
