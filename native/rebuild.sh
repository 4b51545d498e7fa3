#!/bin/sh
# What prebuildify runs in place of node-gyp where Node's headers are not installed.
set -eu
cd "$(dirname "$0")/.."
exec node_modules/.bin/cmake-js rebuild --log-level warn
