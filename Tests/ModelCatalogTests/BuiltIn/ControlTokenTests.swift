import Diagnostics
import Testing

@testable import ModelCatalog

struct ControlTokenTests {
  @Test func everyTokenBeginsWithALessThanSign() {
    for model in ModelCatalog.builtIn.models {
      let tokens = model.controlTokens.value
      #expect(
        tokens.allSatisfy { $0.hasPrefix("<") && $0.hasSuffix(">") && $0.utf8.count > 2 }, "\(model.id)")
      #expect(Set(tokens).count == tokens.count, "\(model.id)")
      #expect(model.controlTokens.confidence == .guess, "\(model.id)")
    }
  }

  @Test func everyTunableModelHasTheTokensOfItsTokenizer() {
    for model in ModelCatalog.builtIn.tunableModels {
      let turn = model.generation.major < 3 ? ["<start_of_turn>", "<end_of_turn>"] : ["<|turn>", "<turn|>"]
      #expect(Set(turn).isSubset(of: model.controlTokens.value), "\(model.id)")
    }
  }

  /// Texts that hold things like control tokens and mean no command: none may set off a warning.
  @Test(arguments: [
    "The model ends with <eos>, begins with <bos>, fills up with <pad>; <unk> and <mask> stand for words.",
    "<table><tr><td><b>bold</b></td></tr></table> <br/> <audio controls> <video src='a'> <image/> <code>",
    "List<Turn>, Map<String, Image>, vector<audio>, Optional<tool>, a<turn|b> c",
    "let f = g <| \"x\" |> h; (<|>) <$> p <|> q; f <|\"|>\" g",
    "<|im_start|>user <|im_end|> <|endoftext|> [INST] <<SYS>> <s> </s> <|user|> <think>",
    "usage: tool <image|video> [--turn <n>] <|>",
  ])
  func ordinaryTextHoldsNone(_ text: String) {
    for model in ModelCatalog.builtIn.models {
      for token in model.controlTokens.value {
        #expect(!text.contains(token), "\(token)")
      }
    }
  }
}
