#!/usr/bin/env bash
# Cuts the demo catalogue out of the shared data. For maintainers only: what it makes is committed.
# Needs unzip, zip, awk and gzip. Run it again at any time; the same data gives the same bytes.
#   demo/make.sh [FOLDER_OF_SHARED_DATA]
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC

here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:-$here/../../shared/data}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Storybooks: the stories that say [CC-BY] or CC BY, of both archives.
for archive in african-storybook global-storybooks; do
  mkdir "$work/$archive"
  unzip -q "$data/storybooks/$archive.zip" -d "$work/$archive"
  (
    cd "$work/$archive"
    find . -name '*.md' -exec grep -lE '^\* License: (\[CC-BY\]|CC BY)$' {} + | sed 's|^\./||' | sort > "$work/$archive.list"
    # A zip keeps times; one and the same time keeps its bytes the same.
    xargs -d '\n' touch -d '2025-11-28 00:00:00' < "$work/$archive.list"
    rm -f "$here/$archive.zip"
    zip -q -X -9 "$here/$archive.zip" -@ < "$work/$archive.list"
  )
done

# PhET: every title, as it is.
gzip -dc "$data/phet-simulation-titles/titles.jsonl.gz" | gzip -9n > "$here/titles.jsonl.gz"

# Open Textbook Library and OpenStax: as they are.
cp --no-preserve=mode "$data/open-textbook-lists/open_textbook_library.tsv" "$data/open-textbook-lists/openstax.tsv" "$here/"

# OER Commons: the rows under CC BY, CC BY-SA or in the public domain; a row of this file is a line.
awk 'NR == 1 || /;(cc-by|cc-by-sa|public-domain);/' "$data/oer-commons-csv/oer_commons_clean.csv" | gzip -9n > "$here/oer_commons_open.csv.gz"

# free-programming-books: the lists in eight languages.
for language in kk ru ar zh fr es de sv; do
  for list in "books/free-programming-books-$language.md" "courses/free-courses-$language.md"; do
    if [ -f "$data/free-programming-books/$list" ]; then
      cp --no-preserve=mode "$data/free-programming-books/$list" "$here/"
    fi
  done
done

du -sb "$here"
