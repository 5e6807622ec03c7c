#!/bin/sh
# Finds a Python, makes .uv/ with uv in it, and .venv/ from the lock file. A second run takes milliseconds.
set -eu
cd "$(dirname "$0")/.."
UV_VERSION=0.13.9

fits() { "$@" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

find_python() {
    # Tried by running it: a pyenv shim is found by name and may still have no such version behind it.
    pyenv="${PYENV_ROOT:-$HOME/.pyenv}/versions"
    for version in 3.13 3.14 3.12 3; do
        for candidate in "python$version" "$pyenv/$version".*/bin/python; do
            if fits "$candidate"; then command -v "$candidate"; return; fi
        done
    done
    if fits python; then command -v python; return; fi
    echo "Passerelle needs Python 3.12 or newer with venv (on Debian: apt-get install python3 python3-venv)." >&2
    exit 1
}

stamp="$(cat pyproject.toml uv.lock scripts/setup.sh | cksum)"
if [ -x .venv/bin/python ] && [ "$(cat .venv/.stamp 2>/dev/null)" = "$stamp" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi

python="$(find_python)"
if ! [ -x .uv/bin/uv ] || [ "$(.uv/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$UV_VERSION" ]; then
    echo "Setting up uv $UV_VERSION with $python"
    rm -rf .uv
    "$python" -m venv .uv
    .uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"
fi
echo "Installing what uv.lock pins"
.uv/bin/uv sync --quiet --frozen --python "$python"
echo "$stamp" > .venv/.stamp
