#!/usr/bin/env bash
# Install code-server (the real VS Code workbench and extension host, served to
# a browser) from the npm registry into PREFIX, without its download step.
#
#   install-code-server.sh PREFIX
#
# Result: PREFIX/bin/vscode-server (the VS Code server inside code-server, without
# its login and proxy layer; takes VS Code's own options, such as
# --enable-smoke-test-driver), PREFIX/VERSIONS. Running it again is a no-op unless
# a version below changed or the previous run did not finish.
#
# Needs: npm, a C++ toolchain, make, python3 (for node-gyp). The node major that
# this code-server wants is taken from the npm registry if it is not the running
# one. Needs not: root, libsecret, libx11, libxkbfile, libkrb5, any other site.
#
# Why not a plain `npm install code-server`: its postinstall runs every
# dependency's install script; some fetch binaries from GitHub or headers from
# elsewhere and fail without them. Here all install scripts stay off, ripgrep
# comes from its own npm package, and only the native modules that the server
# loads are compiled. Kerberos (proxy authentication) is left unbuilt.
set -euo pipefail

PREFIX=$(realpath -m "${1:?usage: install-code-server.sh PREFIX}")
CODE_SERVER_VERSION=${CODE_SERVER_VERSION:-4.99.4}      # is VS Code 1.99.3
RIPGREP_VERSION=${RIPGREP_VERSION:-1.18.0}              # @vscode/ripgrep-<platform>
# native modules that the server loads (those that this version has are built)
NATIVE_MODULES=(@parcel/watcher @vscode/deviceid @vscode/spdlog @vscode/fs-copyfile
                native-watchdog @vscode/native-watchdog node-pty)

want="code-server $CODE_SERVER_VERSION ripgrep $RIPGREP_VERSION"
if [[ -f $PREFIX/VERSIONS && $(head -n1 "$PREFIX/VERSIONS") == "$want" ]]; then
  echo "up to date: $want"
  exit 0
fi
for tool in npm node make c++ python3; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }
done
case $(uname -m) in
  x86_64) cpu=x64 ;;
  aarch64) cpu=arm64 ;;
  *) echo "unsupported machine: $(uname -m)" >&2; exit 1 ;;
esac

# PREFIX is replaced as a whole: only ever remove one that this script made
if [[ -d $PREFIX && -n $(ls -A "$PREFIX") && ! -f $PREFIX/.made-by-install-code-server ]]; then
  echo "$PREFIX is not empty and not made by this script" >&2
  exit 1
fi
rm -rf "$PREFIX"
mkdir -p "$PREFIX/bin"
touch "$PREFIX/.made-by-install-code-server"
# the script runs npm's own node-gyp, wherever this npm keeps it
echo '{"private": true, "scripts": {"gyp": "cd \"$MODULE\" && node-gyp rebuild"}}' > "$PREFIX/package.json"
npm_install() { npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error "$@"; }
# unpack one npm package: NAME@VERSION DIRECTORY
npm_unpack() {
  local tmp; tmp=$(mktemp -d)
  mkdir -p "$2"
  (cd "$tmp" && npm pack --silent "$1" > /dev/null)
  tar -xzf "$tmp"/*.tgz -C "$2" --strip-components=1
  rm -rf "$tmp"
}

# 1. node of the major that this version was made for, with its C headers (else
#    node-gyp would fetch them): the running one, or one from the npm registry
node_root() { dirname "$(dirname "$(readlink -f "$(command -v node)")")"; }
major=$(npm view "code-server@$CODE_SERVER_VERSION" engines.node 2>/dev/null)
if [[ $(node -p 'process.versions.node.split(".")[0]') != "$major" \
      || ! -f $(node_root)/include/node/node_api.h ]]; then
  npm_unpack "node-linux-$cpu@$major" "$PREFIX/node"
  export PATH=$PREFIX/node/bin:$PATH
fi
node_bin=$(command -v node)
npm_config_nodedir=$(node_root)
export npm_config_nodedir

# 2. the packages: code-server's dependencies, then those of the VS Code server
#    and of its built-in extensions, from the lock files that they ship
npm_install --prefix "$PREFIX" "code-server@$CODE_SERVER_VERSION"
vscode=$PREFIX/node_modules/code-server/lib/vscode
(cd "$vscode" && npm_install)
(cd "$vscode/extensions" && npm_install)

# 3. native modules
build() {
  [[ -f $1/binding.gyp ]] || return 0
  echo "building ${1##*/node_modules/}"
  if ! MODULE=$1 npm --prefix "$PREFIX" run gyp > "$PREFIX/build.log" 2>&1; then
    tail -n 30 "$PREFIX/build.log" >&2
    return 1
  fi
}
for module in "${NATIVE_MODULES[@]}"; do build "$vscode/node_modules/$module"; done

# 4. ripgrep, for versions whose @vscode/ripgrep would download it
if [[ -d $vscode/node_modules/@vscode/ripgrep && ! -d $vscode/node_modules/@vscode/ripgrep-linux-$cpu ]]; then
  npm_unpack "@vscode/ripgrep-linux-$cpu@$RIPGREP_VERSION" "$PREFIX/ripgrep"
  mkdir -p "$vscode/node_modules/@vscode/ripgrep/bin"
  ln -sfn "$PREFIX/ripgrep/bin/rg" "$vscode/node_modules/@vscode/ripgrep/bin/rg"
fi

# 5. what the skipped postinstall.sh does besides
ln -sfn node_modules "$vscode/node_modules.asar"
ln -sfn code-linux.sh "$vscode/bin/remote-cli/code-server"
ln -sfn browser-linux.sh "$vscode/bin/helpers/browser.sh"

# 6. the entry point
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$node_bin" "$vscode/out/server-main.js" > "$PREFIX/bin/vscode-server"
chmod +x "$PREFIX/bin/vscode-server"
version=$("$PREFIX/bin/vscode-server" --version)
# shellcheck disable=SC2086  # one word for each line of it
printf '%s\n' "$want" $version "node $(node --version)" > "$PREFIX/VERSIONS"
rm -f "$PREFIX/build.log"
cat "$PREFIX/VERSIONS"
