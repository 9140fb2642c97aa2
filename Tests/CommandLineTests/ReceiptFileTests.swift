import Foundation
import TestSupport
import Testing

/// Where receipts lie, and what lies there already.
@Suite("Files of receipts")
struct ReceiptFileTests {
  private static let plan = "tunekit plan --today 2026-11-22 --receipt"

  @Test(
    "A receipt of another job stays as it is, whether the job is good or faulty", arguments: [true, false])
  func otherJob(isGood: Bool) throws {
    let scratch = try Scratch()
    #expect(try scratch.run("\(Self.plan) receipt.json Jobs/continuous.json > /dev/null").status == 0)
    let earlier = try scratch.read("receipt.json")
    if isGood {
      try scratch.write(try scratch.read("Jobs/continuous.json"), as: "Jobs/other.json")
    } else {
      try scratch.write("{", as: "Jobs/other.json")
    }
    let output = try scratch.run("\(Self.plan) receipt.json Jobs/other.json")
    #expect(
      output
        == Output(
          status: 2, text: "",
          errors: "tunekit: receipt.json is the receipt of another job, Jobs/continuous.json: "
            + "choose another file, or remove it\n"))
    #expect(try scratch.read("receipt.json") == earlier)
  }

  @Test("A receipt whose job is gone is that of another job")
  func jobGone() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      cp Jobs/continuous.json Jobs/renamed.json
      \(Self.plan) receipt.json Jobs/renamed.json > /dev/null && mv Jobs/renamed.json Jobs/new.json
      \(Self.plan) receipt.json Jobs/new.json
      """)
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(try scratch.read("receipt.json").contains("renamed.json"))
  }

  @Test("An outdated receipt that cannot be removed is told, and so are the findings")
  func folderThatCannotBeWritten() throws {
    let scratch = try Scratch()
    // Root may write everywhere.
    let output = try scratch.run(
      """
      mkdir kept && \(Self.plan) kept/receipt.json Jobs/continuous.json > /dev/null
      echo "no JSON" >> support-train.jsonl
      chmod 555 kept
      user=; [ "$(id -u)" != 0 ] || user="setpriv --reuid=65534 --regid=65534 --clear-groups"
      $user tunekit plan --today 2026-11-22 --receipt kept/receipt.json Jobs/continuous.json
      status=$?; chmod 755 kept; exit $status
      """)
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(
      output.errors.contains("kept/receipt.json is outdated and cannot be removed (Permission denied)"))
    #expect(output.text.contains("error[TK201]"))
  }

  @Test("A link that leads nowhere yet stays, and the receipt comes to be where it leads")
  func danglingLink() throws {
    let scratch = try Scratch()
    let output = try scratch.run(
      """
      mkdir -p elsewhere/deep && ln -s elsewhere/second first && ln -s deep/receipt.json elsewhere/second
      \(Self.plan) first Jobs/continuous.json > /dev/null && test -L first && test -L elsewhere/second
      test -f elsewhere/deep/receipt.json && tunekit receipt verify first && tunekit receipt verify elsewhere/deep/receipt.json
      """)
    #expect(output.status == 0)
    #expect(output.errors.isEmpty)
  }

  @Test("Links in a circle are told in one line")
  func circle() throws {
    let commands = ["\(Self.plan) a Jobs/continuous.json", "tunekit receipt verify a"]
    for command in commands {
      let output = try Scratch().run("ln -s a b; ln -s b a; \(command)")
      expectManners(of: output)
      #expect(output.status == 2)
    }
  }

  @Test(
    "What is no regular file is not read as a receipt",
    arguments: ["/dev/zero", "/dev/null", "pipe", "Jobs", "Jobs/", "-", "<(cat receipt.json)", "/dev/stdin"])
  func noReceipt(path: String) throws {
    let output = try Scratch().run(
      """
      mkfifo pipe; \(Self.plan) receipt.json Jobs/continuous.json > /dev/null
      cat receipt.json | timeout 20 tunekit receipt verify \(path)
      """)
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.text.isEmpty)
  }

  @Test(
    "What is no regular file is not read as a receipt's job file",
    arguments: ["/dev/zero", "/dev/tty", "pipe"])
  func noJobFile(path: String) throws {
    let output = try Scratch().run(
      """
      mkfifo pipe; \(Self.plan) receipt.json Jobs/continuous.json > /dev/null
      sed -i 's|"Jobs/continuous.json"|"\(path)"|' receipt.json
      timeout 20 tunekit receipt verify receipt.json
      """)
    expectManners(of: output)
    #expect(output.status == 2)
    #expect(output.text.split(separator: "\n").count == 1)
  }

  @Test("A receipt that is verified with the options of its plan leaves no project unverified")
  func options() throws {
    let scratch = try Scratch()
    let options = "--project another-project --model-info Jobs/models/recent.json"
    #expect(
      try scratch.run("\(Self.plan) receipt.json \(options) Jobs/continuous.json > /dev/null").status == 0)
    let same = try scratch.run("tunekit receipt verify \(options) receipt.json")
    #expect(same.status == 0)
    #expect(!same.text.contains("was made with a model description"))
    let without = try scratch.run("tunekit receipt verify receipt.json")
    #expect(without.status == 1)
    #expect(
      without.text == "Jobs/continuous.json has 'acme-tuner' as its project, not 'another-project'\n")
    let withoutModel = try scratch.run("tunekit receipt verify --project another-project receipt.json")
    #expect(withoutModel.status == 0)
    #expect(withoutModel.text.contains("was made with a model description, and none is given now"))
  }
}
