# Which Debian and Ubuntu packages a bare machine lacks, and how they get there. Sourced by `run`
# and `test`; does nothing on other systems.
# shellcheck shell=bash
# The lists are for the scripts that source this, and `root` is theirs.
# shellcheck disable=SC2034,SC2154

# A window opens its libraries at run time, so the build needs none of them.
window_packages=(
  libx11-6 libx11-xcb1 libxcb1 libxcb-xkb1 libxcursor1 libxi6 libxrender1 libxfixes3 libxext6
  libxkbcommon0 libxkbcommon-x11-0 libwayland-client0
  libegl1 libegl-mesa0 libgl1-mesa-dri libgbm1
)
vulkan_packages=(libvulkan1 mesa-vulkan-drivers)
# Rust links with the system's C compiler.
build_packages=(gcc libc6-dev)

say() { printf '%s\n' "$*" >&2; }

# need_packages PACKAGE…: installs those that are missing. Fails, and says what to do, where it
# cannot.
need_packages() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 0
  local package installed missing=()
  installed=$(dpkg-query -W -f '${Package} ${Status}\n' "$@" 2>/dev/null |
    sed -n 's/ install ok installed$//p') || true
  for package in "$@"; do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
  local as_root=()
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
      as_root=(sudo)
    else
      say "Missing: ${missing[*]}"
      say "Install them as root: apt-get install ${missing[*]}"
      return 1
    fi
  fi
  say "Installing ${missing[*]}"
  # The lists of a fresh image are empty, those of an old one out of date.
  "${as_root[@]}" "${install[@]}" "${missing[@]}" >&2 || {
    "${as_root[@]}" apt-get update -q >&2 &&
      "${as_root[@]}" "${install[@]}" "${missing[@]}" >&2
  } || {
    say "Could not install: ${missing[*]}"
    say "Look at what apt-get said above; without them the window or the tests may not start."
    return 1
  }
}

# need_rust VERSION: finds cargo, also where a fresh rustup has put it, or says how to get it.
need_rust() {
  if ! command -v cargo >/dev/null && [[ -x $HOME/.cargo/bin/cargo ]]; then
    PATH=$HOME/.cargo/bin:$PATH
  fi
  if ! command -v cargo >/dev/null; then
    say "Rust is missing. Install it from https://rustup.rs, then start this again."
    return 1
  fi
  local have
  have=$(rustc --version | cut -d ' ' -f 2)
  if [[ $(printf '%s\n%s\n' "$1" "$have" | sort -V | head -n 1) != "$1" ]]; then
    say "Rust $have is too old; $1 or newer is needed. Update it: rustup update stable"
    return 1
  fi
}

# The oldest Rust that Cargo.toml allows.
oldest_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1; }
