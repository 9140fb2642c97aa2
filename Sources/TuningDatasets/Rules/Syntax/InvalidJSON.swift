import Diagnostics

/// TK201: a line that is not JSON, for a reason without its own rule.
enum InvalidJSON: Rule {
  static let description = RuleDescription(
    "TK201", "invalid-json", severity: .error, since: "0.1.0",
    message: "expected {0} but found {1}, so the line is not valid JSON",
    summary: "Every line is valid JSON (RFC 8259).",
    rationale: """
      A line that is not valid JSON cannot be read as a training example, and Google's parser refuses it. \
      The finding points to the first byte that does not fit. The mistake may be a little earlier, such as \
      a quotation mark that was not escaped. Common mistakes have their own rules, which say more. A download \
      or an export that was interrupted leaves a last line that is cut off.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      fix this place, or write the data with a JSON library instead of joining strings; write each \
      example on one line
      """,
    source: Source("RFC 8259 section 2", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "white space between tokens, and every escape that JSON has",
        #"""
        { "contents" : [ {"role":"user", "parts":[ {"text":"a\/b \"c\" \\ \b\f\n\r\t \u00e9"} ] },\#
        \#t{"role":"model", "parts":[ {"text":"Hello!"} ] } ] }
        """#),
      .rejects(
        "a quote that is not escaped",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is "↓love"?"}]},\#
        {"role":"model","parts":[{"text":"Baby don't hurt me"}]}]}
        """#),
      .rejects(
        "no comma between two turns",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]}↓{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a key without a value",
        #"""
        {"contents":[{"role":"user","parts":[{"text":↓}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an escape that JSON does not have",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"A regex for digits?"}]},\#
        {"role":"model","parts":[{"text":"Use ↓\d+"}]}]}
        """#),
      .rejects(
        "a number with a leading zero",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Dial 007"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"dial","args":{"number":0↓07}}}]}]}
        """#),
      .rejects(
        "the markers of a merge conflict that was not resolved",
        #"""
        ↓<<<<<<< HEAD
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓=======
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hey!"}]}]}
        ↓>>>>>>> friendlier
        """#),
      .rejects(
        "a line break inside a string",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!↓
        ↓How are you?"}]}]}
        """#,
        except: [endsEarly]),
      .rejects(
        "a last line cut between two tokens",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]}↓
        """#,
        except: [endsEarly]),
      .rejects(
        "a last line cut inside a string",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Good ev↓
        """#,
        except: [endsEarly]),
    ])

  private static let endsEarly = RuleExample.Exception.inapplicable(
    .carriageReturns, because: "the fault is the end of the line, which would be another byte")
}
