"""Scenarios of what a user meets: odd files and programs that give tokens, outputs that are full, interruptions, and words."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time

from world import World


def no_files(expect, program: str) -> None:
    """Credentials and tokens in what is no file are refused at once; standard input is read, and a wait for it ends."""
    with World(program) as world:
        pipe = world.folder / "pipe"
        os.mkfifo(pipe)
        result = world.submit("--access-token-file", "pipe", budget=20)
        expect(result.returncode == 2 and "pipe or a device" in result.stderr, "a token file", result)
        world.variables["GOOGLE_APPLICATION_CREDENTIALS"] = str(pipe)
        result = world.submit(budget=20)
        expect(result.returncode == 2 and "pipe or a device" in result.stderr, "a file of credentials", result)
        process = world.start("submit", "job.json", "--yes", "--access-token-file", "-", stdin=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        try:
            expect(process.wait(20) == 130, "standard input without an end")
        finally:
            process.kill()
        world.finish(process, 10)
        process = world.start("submit", "job.json", "--yes", "--no-wait", "--access-token-file", "-", stdin=subprocess.PIPE)
        process.stdin.write("ya29.of-standard-input\n")
        process.stdin.close()
        process.stdin = None
        result = world.finish(process, 30)
        expect(result.returncode == 0 and len(world.ours()) == 1, "standard input", result)


def gcloud(expect, program: str) -> None:
    """gcloud gives the token, is told of in its own words, and ends with the program."""
    with World(program, options=["--state-seconds", "1"]) as world:
        tool = world.folder / "tools" / "gcloud"
        tool.parent.mkdir()
        world.variables["PATH"] = f"{tool.parent}:{os.environ['PATH']}"

        def write(script: str) -> None:
            tool.write_text(f"#!/bin/sh\n{script}\n")
            tool.chmod(0o755)

        arguments = ("submit", "job.json", "--yes", "--no-wait", "--credentials", "gcloud")
        write("echo 'ERROR: (gcloud) You do not currently have an active account selected.' >&2; exit 1")
        result = world.run(*arguments)
        expect(result.returncode == 2 and "You do not currently" in result.stderr, "its words", result)
        expect("gcloud auth login" in result.stderr, "what to do", result)
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            # Whoever is started by it ends as well.
            write("echo $$ > ids; sleep 1000 & echo $! >> ids; wait")
            ids = world.folder / "ids"
            ids.unlink(missing_ok=True)
            process = world.start(*arguments)
            end = time.monotonic() + 30
            while time.monotonic() < end and (not ids.exists() or ids.read_text().count("\n") < 2):
                time.sleep(0.05)
            process.send_signal(number)
            result = world.finish(process, 20)
            expect(result.returncode == status and "this run has created no job" in result.stderr, "a signal", result)
            expect(not any(lives(int(text)) for text in ids.read_text().split()), "something is left behind")
        write("echo ya29.of-gcloud")
        result = world.run(*arguments)
        expect(result.returncode == 0 and len(world.ours()) == 1, "its token", result)
        world.variables["PATH"] = "/nowhere"
        result = world.run(*arguments, "--again")
        expect(result.returncode == 2 and "not on PATH" in result.stderr, "no gcloud", result)


def lives(process: int) -> bool:
    """Whether a process is there and has not ended; one that has ended may wait for its parent."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            with open(f"/proc/{process}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] in "ZX":
                    return False
        except OSError:
            return False
        time.sleep(0.05)
    return True


def full_output(expect, program: str) -> None:
    """An output that cannot be written is told, with status 2; one that nobody reads is no trouble."""
    with World(program) as world, open("/dev/full", "w") as full:
        expect(world.submit("--no-wait").returncode == 0, "submit")
        name = world.ours()[0]["name"]
        calls = (
            ("submit", "job.json", "--yes", "--interval", "0.1"), ("submit", "job.json", "--yes", "--dry-run"), ("status", name),
            ("list", "--project", "my-project", "--location", "us-central1"), ("cancel", name, "--format", "json"),
            ("watch", name), ("submit", "--help"),
        )  # fmt: skip
        for call in calls:
            result = world.finish(world.start(*call, stdout=full), 30)
            expect(result.returncode == 2 and "cannot be written" in result.stderr, f"{call}", result)
        # A file that is opened later must not get the number of the output.
        arguments = [world.program, "status", name, "--endpoint", world.url]
        result = subprocess.run(
            ["sh", "-c", 'exec "$@" >&-', "sh", *arguments], env=world.environment(), capture_output=True, text=True,
            timeout=30, check=False,
        )  # fmt: skip
        expect(result.returncode == 2 and "cannot be written" in result.stderr, "a closed output", result)
        reading, writing = os.pipe()
        os.close(reading)
        result = world.finish(world.start("status", name, stdout=writing), 30)
        os.close(writing)
        expect(result.returncode == 0, "an output that nobody reads", result)


def before_the_job(expect, program: str) -> None:
    """Interrupted before there is a job, the program says so."""
    for number, status in ((signal.SIGINT, 130), (signal.SIGQUIT, 130), (signal.SIGHUP, 143)):
        with World(program, ["stall@finish=5"]) as world:
            process = world.start("submit", "job.json", "--yes")
            world.wait_for("finish")
            process.send_signal(number)
            result = world.finish(process, 10)
            expect(result.returncode == status and "this run has created no job" in result.stderr, f"signal {number}", result)


def missing_jobs(expect, program: str) -> None:
    """A job that does not exist is told at once, and does not continue; a job that vanishes is told."""
    with World(program) as world:
        name = "projects/123456789012/locations/europe-west9/tuningJobs/123"
        result = world.run("watch", name, budget=40)
        expect(result.returncode == 2 and "does not find" in result.stderr, "watch", result)
        expect("continues" not in result.stderr and "tunekit list" in result.stderr, "what to do", result)
    with World(program, ["job-vanishes@job-get.2"]) as world:
        result = world.submit()
        expect(result.returncode == 0 and "does not find" in result.stderr, "a job that vanishes", result)


def advice(expect, program: str) -> None:
    """What to do is said for the account that was refused, and only where it helps."""
    for fault in ("forbidden@object-get", "forbidden@start"):
        with World(program, [fault]) as world:
            result = world.submit()
            expect(result.returncode == 2 and "roles/storage.objectUser" in result.stderr, fault, result)
            expect("service agent" not in result.stderr, "advice about another account", result)
    with World(program, ["forbidden@object-get"]) as world:
        result = world.run("submit", "job.json", "--dry-run")
        expect("roles/storage.objectUser" in result.stderr, "a rehearsal", result)
    for bucket, words in (("missing-bucket", "make the bucket"), ("payer-bucket", "GOOGLE_CLOUD_QUOTA_PROJECT")):
        with World(program) as world:
            world.write_job(supervisedTuningSpec={"trainingDatasetUri": f"gs://{bucket}/train.jsonl"})
            result = world.submit()
            expect(result.returncode == 2 and words in result.stderr, bucket, result)
    with World(program, ["fails"]) as world:
        result = world.submit()
        expect("found nothing in this job" in result.stderr, "a rule that found nothing", result)
    with World(program, ["503@object-get"]) as world:
        result = world.submit()
        expect("trying again" in result.stderr and "(with the token" not in result.stderr, "a pause", result)
    with World(program) as world:
        credentials = json.loads(world.credentials.read_text())
        world.credentials.write_text(json.dumps({**credentials, "token_uri": "http://127.0.0.1:1/token"}))
        result = world.submit()
        expect(result.stderr.count("there is no token") == 1 and "check the network" in result.stderr, "no token", result)


def words(expect, program: str) -> None:
    """Wrong options and files are named as they are, before anything is sent."""
    with World(program) as world:
        (world.folder / "empty.pem").write_text("")
        for arguments, part in (
            (("submit", "job.json", "--yes", "--interval", "-1"), "--interval takes a number of seconds from 0"),
            (("submit", "job.json", "--yes", "--settle", "1e300"), "--settle takes a number of seconds from 0"),
            (("submit", "job.json", "--format", "json"), "--format json needs --yes"),
            (("submit", "nothing.json"), "'nothing.json' does not exist"), (("submit", ""), "the path is empty"),
            (("submit", "job.json", "--yes", "--ca-file", "nofile"), "'nofile' does not exist"),
            (("submit", "job.json", "--yes", "--ca-file", "empty.pem"), "no certificate in PEM"),
            (("submit", "job.json", "--no-such"), ". See 'tunekit submit --help'"),
            (("list", "--limit", "0"), "--limit takes a number from 1 on"),
        ):  # fmt: skip
            result = world.run(*arguments)
            expect(result.returncode == 2 and part in result.stderr, f"{arguments}", result)
        world.variables["STORAGE_EMULATOR_HOST"] = "nothing"
        result = world.finish(subprocess.Popen(
            [world.program, "submit", "job.json", "--yes", "--endpoint", world.url], env=world.environment(),
            cwd=world.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ), 30)  # fmt: skip
        expect("such as https://storage.googleapis.com" in result.stderr, "an address of storage", result)
        expect(not world.account()["requests"], "something was sent")
        world.write_job(datasets=None)
        result = world.submit()
        expect(result.returncode == 1 and "uploads the local file" in result.stderr, "no local file", result)


def told_to_programs(expect, program: str) -> None:
    """With --format json, findings have their places and words, and the plan has its numbers."""
    with World(program) as world:
        world.write_data(2)
        with world.data.open("a") as file:
            file.write('{"contents": []}\n')
        result = world.submit("--format", "json")
        events = [json.loads(line) for line in result.stdout.splitlines()]
        found = next(event for event in events if event["event"] == "finding" and event["rule"] == "TK302")
        expect(found["line"] == 3 and found["severity"] == "error", "the place", result)
        expect(found["message"] and found["remedy"] and found["file"].endswith("train.jsonl"), "the words", result)
    with World(program) as world:
        result = world.submit("--format", "json")
        events = [json.loads(line) for line in result.stdout.splitlines()]
        plan = next(event for event in events if event["event"] == "plan")
        expect(plan["epochs"] == 3 and plan["tokensPerEpoch"] > 0, "the plan", result)
        article = os.path.join(os.path.dirname(__file__), "../../../Sources/Submission/Submission.docc/Events.md")
        with open(article) as file:
            text = file.read()
        for event in events:
            row = next(line for line in text.splitlines() if line.startswith(f"| `{event['event']}` |"))
            unknown = [member for member in event if member != "event" and f"`{member}`" not in row]
            expect(not unknown, f"members of {event['event']} that the article does not name: {unknown}")


def unreached(expect, program: str) -> None:
    """Who waits for an answer is told within a minute, and at once where waiting does not help; a proxy is named."""
    place = ("list", "--project", "my-project", "--location", "us-central1")
    with World(program) as world:
        world.url, url = "http://127.0.0.1:1", world.url
        world.variables["CLOUDSDK_AUTH_ACCESS_TOKEN"] = "ya29.x"
        result = world.run(*place, budget=60)
        expect(result.returncode == 2 and "no connection" in result.stderr, "nobody there", result)
        world.variables["https_proxy"] = "garbage:::"
        for proxy, is_tried_again in (("garbage:::", False), ("http://127.0.0.1:1", True)):
            world.variables["https_proxy"] = proxy
            world.url = "https://tunekit.invalid"
            result = world.run(*place, budget=60)
            expect(result.returncode == 2 and "proxy" in result.stderr, proxy, result)
            expect(("trying again" in result.stderr) == is_tried_again, f"{proxy}: again", result)
        world.url = url


def listed(expect, program: str) -> None:
    """A list has a header, and the names by which people know jobs; it can be limited."""
    place = ("list", "--project", "my-project", "--location", "us-central1")
    with World(program, options=["--state-seconds", "0.1"]) as world:
        world.write_job(tunedModelDisplayName="spring")
        expect(world.submit().returncode == 0, "the first job")
        expect(world.submit("--again").returncode == 0, "the second job")
        result = world.run(*place)
        lines = result.stdout.splitlines()
        expect(len(lines) == 3 and lines[0].startswith("NAME "), "the header", result)
        expect(all("spring" in line and "gemini-2.5-flash" in line for line in lines[1:]), "the names", result)
        expect(len({line.index("STATE" if line is lines[0] else "SUCCEEDED") for line in lines}) == 1, "columns", result)
        expect(len(world.run(*place, "--limit", "1").stdout.splitlines()) == 2, "--limit")
        expect(not world.run(*place, "--active").stdout, "--active")


SCENARIOS = (
    no_files, gcloud, full_output, before_the_job, missing_jobs, advice, words, told_to_programs, unreached, listed,
)  # fmt: skip
