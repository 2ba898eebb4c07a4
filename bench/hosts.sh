#!/usr/bin/env bash
# Serves a built site by the local servers that Cloudflare and Netlify hand out (wrangler, netlify-cli), and asks each with "deploy check --all": does the host give out what was built, with the
# headers of the policy, and does it read _headers, _redirects and netlify.toml as they are meant?
#
#   bench/hosts.sh PROGRAM BLOG TOOLS
#
# PROGRAM is the program (bin/Debug/net10.0/Blog), BLOG a blog's folder that is built, TOOLS a folder into which npm puts the two tools (about 700 MB). Nothing is uploaded; servers listen on
# 127.0.0.1 and are ended by their ids. A stand-in is no proof of the host itself: what each cannot show is in docs/deploy.md.
set -euo pipefail
program=$(realpath "$1"); blog=$(realpath "$2"); tools=$3
mkdir -p "$tools/wrangler" "$tools/netlify"; tools=$(realpath "$tools")
export CI=1 WRANGLER_SEND_METRICS=false NETLIFY_TELEMETRY_DISABLED=1 BLOG_VAULT="$tools/vault"
[ -d "$tools/wrangler/node_modules" ] || (cd "$tools/wrangler" && npm init -y >/dev/null && npm install wrangler@4 --no-audit --no-fund >/dev/null)
[ -d "$tools/netlify/node_modules" ] || (cd "$tools/netlify" && npm init -y >/dev/null && npm install netlify-cli@17 --ignore-scripts --no-audit --no-fund >/dev/null)

# ask NAME PORT COMMAND...: starts a server in the current folder, asks it, ends it
ask() {
  local name=$1 port=$2 server
  shift 2
  "$@" >"$tools/$name.log" 2>&1 &
  server=$!
  for _ in $(seq 60); do sleep .5; curl -s -o /dev/null "http://127.0.0.1:$port/" && break; done
  echo "== $name"
  "$program" deploy check "http://127.0.0.1:$port" --all --blog "$blog" || true
  curl -sI "http://127.0.0.1:$port/" | grep -iE '^(access-control|set-cookie|server-timing)' || true # what the policy does not know of
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}

place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
cp -r "$blog/output" "$place/output"
cd "$place"
ask cloudflare-pages 8788 node "$tools/wrangler/node_modules/wrangler/bin/wrangler.js" pages dev output --ip 127.0.0.1 --port 8788 --compatibility-date 2026-01-01

# as the step of "deploy write cloudflare-workers" does
{ echo '/ /index.html 200'; cat output/_redirects; echo '/*/ /:splat/index.html 200'; } > rules
cp rules output/_redirects
echo '{"name": "site", "compatibility_date": "2026-01-01", "assets": {"directory": "output", "html_handling": "none", "not_found_handling": "404-page"}}' > wrangler.json
ask cloudflare-workers 8790 node "$tools/wrangler/node_modules/wrangler/bin/wrangler.js" dev --ip 127.0.0.1 --port 8790

cp "$blog/output/_redirects" output/_redirects
rm wrangler.json
mkdir input; cp "$blog/input/site.yml" input/
"$program" deploy write netlify --blog "$place" >/dev/null
ask netlify 8791 node "$tools/netlify/node_modules/netlify-cli/bin/run.js" dev --offline --dir output --port 8791
