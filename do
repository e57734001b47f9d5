#!/usr/bin/env bash
# One script for everybody: run, test, check, fmt, bench, demo. `./do help` says what each does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '%s\n' "$*" >&2; }

help() {
    cat <<'TEXT'
./do run [OPTIONS]   build if needed, start on http://127.0.0.1:5080 with the demo catalogue (options go to `dala serve`)
./do test [FILTER]   install what tests need where that is allowed, run all tests (or those whose full name contains FILTER)
./do check           what the gate asks: format, build with warnings as errors, texts complete, docs true
./do fmt             format the code
./do bench NAME      measure: import, search, relevance, licences (prints figures; never part of the tests)
./do demo large DIR  add the Gutenberg catalogue from DIR (metadata.csv.gz, subjects.csv.gz) to the data folder
TEXT
}

program() { dotnet run --project src/Dala --configuration Release --no-launch-profile -- "$@"; }

# packages WHAT WHOSE NAME…: installs what the distribution has, or says which tests will not run.
packages() {
    local what=$1 whose=$2
    shift 2
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "Installing $what for the tests."
        { apt-get update -qq && apt-get install -y -qq "$@"; } >/dev/null 2>&1 ||
            say "$what could not be installed; $whose will show as skipped."
    else
        say "$what is not here and cannot be installed by this user; $whose will show as skipped."
    fi
}

# Installs only what is missing, and only where it may; what cannot be had makes its tests say so.
install() {
    [ -n "${DALA_NO_INSTALL:-}" ] && return 0
    if ! command -v chromium >/dev/null && [ ! -x /usr/bin/chromium ]; then
        packages "Chromium and fonts" "browser tests" chromium fonts-noto-core fonts-noto-cjk
    fi
    if [ ! -f /usr/share/java/epubcheck.jar ]; then
        packages "EPUBCheck" "its tests of EPUB" --no-install-recommends epubcheck
    fi
    if ! command -v soffice >/dev/null && ! command -v libreoffice >/dev/null; then
        packages "LibreOffice Writer" "its tests of Word documents" --no-install-recommends libreoffice-writer-nogui
    fi
    if [ ! -d tests/tools/node_modules ]; then
        if command -v npm >/dev/null; then
            npm ci --prefix tests/tools --no-audit --no-fund --silent >/dev/null 2>&1 ||
                say "The HTML validator could not be installed; its tests will show as skipped."
        else
            say "npm is not here; tests of the HTML validator will show as skipped."
        fi
    fi
}

run() { program serve --demo demo "$@"; }

test() {
    install
    rm -rf artifacts/tests
    local filter=()
    [ $# -gt 0 ] && filter=(--filter "FullyQualifiedName~$1")
    dotnet test Dala.slnx --configuration Release --logger trx --results-directory artifacts/tests "${filter[@]}"
}

check() {
    dotnet tool restore >/dev/null
    dotnet csharpier check .
    dotnet build Dala.slnx --configuration Release
    # Texts, the reference table, settings and the OpenAPI document are compared by tests of their own.
    dotnet test tests/Dala.Tests --configuration Release --no-build --filter "Kind=Docs"
}

fmt() { dotnet tool restore >/dev/null && dotnet csharpier format .; }

bench() { dotnet run --project tests/Dala.Bench --configuration Release -- "$@"; }

demo() {
    [ "${1:-}" = large ] && [ -n "${2:-}" ] || { help >&2; exit 64; }
    program import "$2/metadata.csv.gz" "$2/subjects.csv.gz" --source gutenberg --mapping gutenberg-catalogue
}

command=${1:-help}
case "$command" in
    run | test | check | fmt | bench | demo | help) shift || true; "$command" "$@" ;;
    *) help >&2; exit 64 ;;
esac
