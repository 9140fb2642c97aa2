import ArgumentParser
import Reports

/// `tunekit completions`: what makes a shell complete commands, options, rules, models and files.
struct Completions: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "completions", abstract: "Write the completion script of a shell.",
    discussion: """
      For your own account: 'tunekit completions bash > ~/.local/share/bash-completion/completions/tunekit', \
      'tunekit completions fish > ~/.config/fish/completions/tunekit.fish', and 'tunekit completions zsh > _tunekit' in \
      a folder of fpath.
      """)

  enum Shell: String, Choice {
    case bash, zsh, fish
  }

  @Argument(help: "The shell.")
  var shell: Shell

  func perform() throws(Trouble) -> Outcome {
    let script =
      switch shell {
      case .bash: Tunekit.completionScript(for: .bash)
      case .zsh: Tunekit.completionScript(for: .zsh)
      case .fish: Tunekit.completionScript(for: .fish)
      }
    var output = OutputStream.standardOutput
    output.write(data: Array("\(script)\n".utf8))
    return Outcome(writing: output)
  }
}
