import Testing
import TestSupport

/// The hook `tunekit-system` in the real framework; `Tests/pre-commit-swift.sh` does the same for `tunekit`,
/// which takes minutes to build.
@Suite(
  "pre-commit", .enabled(if: Tool.has("pre-commit"), "pre-commit is not installed: pip install pre-commit"))
struct PreCommitTests {
  /// A repository `hooks` with the project's hooks, and a repository `project` that uses one, in which scripts
  /// go on.
  private static let setUp = """
    set -e
    cp '\(Project.root)/.pre-commit-hooks.yaml' .
    export PRE_COMMIT_HOME="$PWD/cache" PRE_COMMIT_COLOR=never
    export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@localhost
    export GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@localhost
    git init -q hooks
    mv .pre-commit-hooks.yaml hooks
    git -C hooks add .
    git -C hooks commit -q -m 'Offer hooks'
    git init -q project
    cat > project/.pre-commit-config.yaml <<END
    repos:
      - repo: $PWD/hooks
        rev: $(git -C hooks rev-parse HEAD)
        hooks:
          - id: tunekit-system
    END
    cd project
    pre-commit install > /dev/null
    set +e

    """

  private func run(_ script: String) throws -> Output { try Scratch().run(Self.setUp + script) }

  @Test("The framework takes the list of hooks for a good one")
  func manifest() throws {
    let output = try Scratch().run("pre-commit validate-manifest '\(Project.root)/.pre-commit-hooks.yaml'")
    #expect(output.status == 0, "\(output)")
  }

  @Test(
    "A bad file blocks the commit",
    arguments: [("faults/syntax.jsonl", "TK201"), ("faults/truncated.jsonl.gz", "TK002")])
  func badFile(path: String, code: String) throws {
    let output = try run(
      """
      cp ../\(path) .
      git add .
      git commit -m 'Add data' && exit 9
      git rev-parse --verify -q HEAD && exit 8
      exit 7
      """)
    #expect(output.status == 7, "\(output)")
    #expect((output.text + output.errors).contains("error[\(code)]"))
  }

  @Test("Good files pass, all checked in one run")
  func goodFiles() throws {
    let output = try run(
      """
      cp ../support-train.jsonl ../support-validation.jsonl.gz .
      cp ../support-train.jsonl 'with space.ndjson'
      git add .
      git commit -m 'Add data' || exit 9
      git ls-files | wc -l
      pre-commit run --all-files --verbose
      """)
    #expect(output.status == 0, "\(output)")
    #expect(output.text.contains("Passed"))
    #expect(output.text.contains("checked 3 files: "))
  }

  @Test("Other files are not looked at")
  func otherFiles() throws {
    let output = try run(
      """
      for name in notes.txt data.json data.jsonl.bak jsonl; do cp ../faults/syntax.jsonl $name; done
      ln -s /nowhere link.jsonl
      git add .
      git commit -m 'Add notes'
      """)
    #expect(output.status == 0, "\(output)")
    #expect((output.text + output.errors).contains("(no files to check)"))
  }

  @Test("Only what is committed is looked at")
  func otherCommits() throws {
    let output = try run(
      """
      cp ../faults/syntax.jsonl bad.jsonl
      cp ../support-train.jsonl good.jsonl
      git add good.jsonl .pre-commit-config.yaml
      git commit -m 'Add good data'
      """)
    #expect(output.status == 0, "\(output)")
  }
}
