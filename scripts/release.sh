# How a release is built: the same bytes from the same source, whichever folder it is in. Sourced by
# the scripts that pack it.
# shellcheck shell=bash
# `root` and `say` are those of the scripts that source this.
# shellcheck disable=SC2154

# version: that of the package.
version() { sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1; }

# release_epoch: the day of the newest release in seconds, which packed files have as their date.
release_epoch() {
  local day
  day=$(sed -n 's/.*<release version="[^"]*" date="\([^"]*\)".*/\1/p' \
    "$root/assets/linux/sahel-map.metainfo.xml" | head -n 1)
  date -u -d "$day" +%s
}

# build_release SOURCE TARGET: builds the program of the folder SOURCE into TARGET/release. Paths of
# this machine, which panics and C's asserts would carry, are written as what they are to everyone.
build_release() {
  local source=$1 target=$2 home=${CARGO_HOME:-$HOME/.cargo} from rust='' c=''
  for from in "$home/registry/src=crates" "$source=." "$target=target"; do
    rust+=${rust:+$'\x1f'}--remap-path-prefix=$from
    c+=" $(printf '%q' "-ffile-prefix-map=$from")"
  done
  CARGO_ENCODED_RUSTFLAGS=$rust CFLAGS=$c CC_SHELL_ESCAPED_FLAGS=1 CARGO_INCREMENTAL=0 \
    cargo build --release --locked --manifest-path "$source/Cargo.toml" --target-dir "$target" \
    --package sahel-map
}

# write_packaging: manual pages, completions, changelog, copyright and notices, in target/packaging.
write_packaging() {
  rm -rf "$root/target/packaging"
  cargo run --quiet --locked --manifest-path "$root/Cargo.toml" --target-dir "$root/target" \
    --package packaging -- "$root/target/packaging"
  gzip -9n "$root/target/packaging/crates.txt"
}
