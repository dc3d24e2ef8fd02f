#!/bin/sh
# try.sh BUILD DIR WORDS…: the built program, with the example force among its plugins, in DIR.
set -e
build=$(realpath "$1"); place=$2; shift 2
mkdir -p "$place/bin" "$place/lib/boardpack/plugins"
cp "$build/bin/boardpack" "$place/bin/"
cp "$build"/lib/boardpack/plugins/*.so "$build"/example_force/plugins/*.so "$place/lib/boardpack/plugins/" 2>/dev/null || true
ln -sfn "$build/share" "$place/share"
ln -sf "$build"/lib/libboardpack_sdk.so.* "$place/lib/"
ln -sf "$(realpath "$build/lib/boardpack/libduckdb.so")" "$place/lib/boardpack/libduckdb.so"
exec "$place/bin/boardpack" "$@"
