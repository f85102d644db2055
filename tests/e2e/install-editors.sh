#!/usr/bin/env bash
# Install a current Neovim and rust-analyzer from a newer Debian suite into
# PREFIX, beside (not into) the system.
#
#   install-editors.sh PREFIX
#
# Result: PREFIX/bin/nvim, PREFIX/bin/rust-analyzer, PREFIX/VERSIONS and, with
# WITH_RUST_SRC=1, PREFIX/rust-src/library (the standard library's sources, for
# rust-analyzer's cargo.sysrootSrc). No root needed; the system's apt state,
# libc and packages stay as they are. A second run is a no-op.
#
# More from the same suite: EXTRA_PACKAGES="hx neovim-plenary" unpacks them too,
# EXTRA_PROGRAMS=hx also binds and links that program (its data is under
# PREFIX/tree; Helix wants HELIX_RUNTIME=PREFIX/tree/usr/lib/hx/runtime).
#
# How: a private apt state (empty dpkg status, so the packages' whole closure
# with its own libc is resolved and signature-checked by apt), `dpkg -x` into
# PREFIX/tree, then patchelf so that the two programs use that closure's loader
# and libraries. Programs that they start (cargo, rustc, servers) are not
# affected: nothing is put into LD_LIBRARY_PATH.
#
# patchelf, not a wrapper around `ld.so --library-path`: under such a wrapper
# /proc/self/exe is the loader, so Neovim's v:progpath (used for `--embed` and
# for jobs that start it again) and rust-analyzer's current_exe are wrong.
# patchelf writes PREFIX into the two programs: do not move PREFIX afterwards.
set -euo pipefail

PREFIX=$(realpath -m "${1:?usage: install-editors.sh PREFIX}")
SUITE=${SUITE:-testing}                   # neovim 0.11 and later are in no release yet
WITH_RUST_SRC=${WITH_RUST_SRC:-0}
# shellcheck disable=SC2206  # word splitting is wanted
PACKAGES=(neovim rust-analyzer patchelf ${EXTRA_PACKAGES:-})
[[ $WITH_RUST_SRC == 1 ]] && PACKAGES+=(rust-src)

# shellcheck disable=SC2206
PROGRAMS=(nvim rust-analyzer ${EXTRA_PROGRAMS:-})

want="$SUITE ${PACKAGES[*]} / ${PROGRAMS[*]}"
if [[ -f $PREFIX/VERSIONS && $(head -n1 "$PREFIX/VERSIONS") == "$want" ]]; then
  echo "up to date: $want"
  exit 0
fi
for tool in apt-get dpkg; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }
done

arch=$(dpkg --print-architecture)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirror is the one that this machine's apt uses for its own release.
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' \
  'Identifier: Packages' "Codename: $codename" | head -n1)}
[[ -n $mirror ]] || { echo "no apt source for $codename found" >&2; exit 1; }

# PREFIX is replaced as a whole: only ever remove one that this script made
if [[ -d $PREFIX && -n $(ls -A "$PREFIX") && ! -f $PREFIX/.made-by-install-editors ]]; then
  echo "$PREFIX is not empty and not made by this script" >&2
  exit 1
fi
rm -rf "$PREFIX"
mkdir -p "$PREFIX"
touch "$PREFIX/.made-by-install-editors"

# 1. private apt state
apt=$PREFIX/apt
mkdir -p "$apt"/{lists/partial,cache/archives/partial,empty}
: > "$apt/status"
echo "deb [arch=$arch signed-by=$keyring] $mirror $SUITE main" > "$apt/sources.list"
cat > "$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "$apt/empty";
Dir::Etc::preferences "$apt/none";
Dir::Etc::preferencesparts "$apt/empty";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
APT::Architectures { "$arch"; };
APT::Install-Recommends "0";
APT::Sandbox::User "";
Acquire::Retries "3";
CONF
export APT_CONFIG=$apt/apt.conf
apt-get -q update
apt-get -q -y --download-only install "${PACKAGES[@]}"

# 2. unpack
root=$PREFIX/tree
mkdir -p "$root"
for deb in "$apt"/cache/archives/*.deb; do
  # of rust-src only the standard library: the vendored crates are 370 MB
  case ${deb##*/} in
    rust-src_*)
      mkdir -p "$PREFIX/rust-src"
      dpkg --fsys-tarfile "$deb" | tar -x -C "$PREFIX/rust-src" \
        --strip-components=4 --wildcards --no-wildcards-match-slash './usr/src/rustc-*/library' ;;
    *) dpkg -x "$deb" "$root" ;;
  esac
done
{
  echo "$want"
  for deb in "$apt"/cache/archives/*.deb; do dpkg-deb -W --showformat '${Package} ${Version}\n' "$deb"; done
} > "$PREFIX/VERSIONS.new"
unset APT_CONFIG

# 3. bind the programs to the unpacked loader and libraries
loader=$(find "$root/usr/lib" -maxdepth 2 -type f -name 'ld-linux*.so.*' | head -n1)
lib=${loader%/*}
patchelf() { "$loader" --library-path "$lib" "$root/usr/bin/patchelf" "$@"; }
for so in "$lib"/*.so*; do
  # a library with its own search path would ignore the program's
  [[ -L $so ]] || [[ -z $(patchelf --print-rpath "$so" 2>/dev/null) ]] || patchelf --remove-rpath "$so"
done
mkdir -p "$PREFIX/bin"
for program in "${PROGRAMS[@]}"; do
  patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$lib" "$root/usr/bin/$program"
  ln -sfn "../tree/usr/bin/$program" "$PREFIX/bin/$program"
done

# 4. Neovim's entry point: its runtime files are not where it was built to look
rm -f "$PREFIX/bin/nvim"
cat > "$PREFIX/bin/nvim" <<'WRAPPER'
#!/bin/sh
root=$(dirname "$(readlink -f "$0")")/../tree
VIMRUNTIME=$(cd "$root/usr/share/nvim/runtime" && pwd) export VIMRUNTIME
exec "$root/usr/bin/nvim" "$@"
WRAPPER
chmod +x "$PREFIX/bin/nvim"

# 5. prove that both start, then drop what is not needed any more
"$PREFIX/bin/nvim" --version | head -n1
"$PREFIX/bin/nvim" --headless --clean -c 'lua assert(vim.lsp.config and vim.lsp.enable)' -c 'qall!'
"$PREFIX/bin/rust-analyzer" --version
[[ ${KEEP_DEBS:-0} == 1 ]] || rm -rf "$apt"
mv "$PREFIX/VERSIONS.new" "$PREFIX/VERSIONS"
