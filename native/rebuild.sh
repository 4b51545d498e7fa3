#!/bin/sh
# What prebuildify runs in place of node-gyp.
set -eu
cd "$(dirname "$0")/.."
exec node_modules/.bin/cmake-js rebuild --log-level warn
