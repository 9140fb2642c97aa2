import Diagnostics

/// TK007: a Git LFS pointer in place of the data.
enum GitLFSPointer: Rule {
  static let description = RuleDescription(
    "TK007", "git-lfs-pointer", severity: .error, since: "0.1.0",
    message: "the file is a Git LFS pointer instead of the data, so it has no training example",
    summary: "The file is the dataset itself, not a Git LFS pointer to it.",
    rationale: """
      A repository that stores large files with Git LFS has a pointer of three short lines for each of \
      them. A clone that was made without Git LFS, or with its downloads turned off as on many build \
      servers, has the pointers instead of the data.
      """,
    remedy: "run 'git lfs pull' in the repository to replace the pointer with the data",
    source: Source("git-lfs/git-lfs docs/spec.md", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "an example about pointers",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"How does a Git LFS pointer begin?"}]},\#
        {"role":"model","parts":[{"text":"version https://git-lfs.github.com/spec/v1"}]}]}
        """#),
      .rejects(
        "a pointer",
        """
        ↓version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345
        """,
        except: [.inapplicable(.blankLinesBefore, because: "a pointer begins with its first byte")]),
    ])
}
