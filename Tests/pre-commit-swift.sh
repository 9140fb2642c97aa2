#!/bin/sh
# Tries the hook `tunekit` as pre-commit's users have it: the framework clones the project's last commit, builds the
# release with Swift, and checks what is about to be committed. Takes minutes, so `swift test` leaves it to .ci/run.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@localhost
export GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@localhost
export PRE_COMMIT_HOME="$folder/cache" PRE_COMMIT_COLOR=never

fail() {
  echo "pre-commit-swift: $1" >&2
  exit 1
}

git clone -q "$root" "$folder/tunekit"
git init -q "$folder/project"
cd "$folder/project"
cat > .pre-commit-config.yaml << END
repos:
  - repo: $folder/tunekit
    rev: $(git -C "$folder/tunekit" rev-parse HEAD)
    hooks:
      - id: tunekit
END
pre-commit install > /dev/null
pre-commit install-hooks

cp "$root/Fixtures/README.md" "$root/Fixtures/support-train.jsonl" "$root/Fixtures/support-validation.jsonl.gz" .
git add .
git commit -q -m 'Add good data' || fail 'good data were refused'

cp "$root/Fixtures/faults/syntax.jsonl" bad.jsonl
git add .
if git commit -q -m 'Add bad data' > ../log 2>&1; then fail 'bad data were let through'; fi
grep -q 'error\[TK201\]' ../log || fail "the finding is not shown: $(cat ../log)"

git mv bad.jsonl bad.txt
git commit -q -m 'Add bad text' || fail 'a file that is no dataset was looked at'
echo 'pre-commit-swift: good data pass, bad data do not'
