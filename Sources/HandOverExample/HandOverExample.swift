import ByteStreams
import ModelCatalog
import Reports
import TuningJobs

/// How another program takes a job over from tunekit, in ten lines: it prints what it would send.
///
///     swift run HandOverExample job.json
@main
enum HandOverExample {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "job.json"
    let today = ModelCatalog.builtIn.asOf
    var planning = JobPlanning(JobValidation(catalog: .builtIn, today: today))
    planning.receiptVersion = "hand-over example"

    let plan = planning.run(try ByteStream.contents(ofFileAt: path).bytes, path: path) { _ in }
    let job = try ValidatedTuningJob(plan)

    print(job.request.method, job.request.url)
    print(job.request.body)
    // What a file says is made visible before a terminal gets it; the names and the JSON above are so already.
    for dataset in job.receipt.datasets { print(VisibleText(dataset.uri), dataset.digest.sha256) }
  }
}
