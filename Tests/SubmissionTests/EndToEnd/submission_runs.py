#!/usr/bin/env python3
"""Runs tunekit-submit against the fault server.

    submission_runs.py PROGRAM SCENARIO…        the scenarios that are named; 'list' lists them
    submission_runs.py PROGRAM random FROM TO   runs with random faults, one for each seed
    submission_runs.py PROGRAM killed FROM TO   runs that are killed at random moments
"""

from __future__ import annotations

import concurrent.futures
import fcntl
import functools
import json
import os
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time

import user_runs
from world import Broken, World

SCENARIOS = {}


def scenario(function):
    SCENARIOS[function.__name__.replace("_", "-")] = function
    return function


def expect(condition: bool, what: str, result=None) -> None:
    if not condition:
        told = "" if result is None else f"\nstatus {result.returncode}\n{result.stdout}\n{result.stderr}"
        raise Broken(what + told)


@scenario
def whole_run(program: str) -> None:
    """Uploaded, created, followed, and the sample's lines on standard output; a second run only follows."""
    with World(program) as world:
        result = world.submit()
        expect(result.returncode == 0, "the run failed", result)
        for state in ("QUEUED", "PENDING", "RUNNING", "SUCCEEDED"):
            expect(state in result.stderr, f"{state} was not told", result)
        lines = result.stdout.splitlines()
        expect("/models/" in lines[0] and "/endpoints/" in lines[1] and "/contexts/" in lines[2], "the names", result)
        expect(lines[3].startswith("Checkpoint 1:  checkpoint_id='1' epoch=1 step="), "the checkpoints", result)
        expect(all(line.startswith("Checkpoint ") for line in lines[3:]), "other lines", result)
        world.check(result)
        again = world.submit()
        expect(again.returncode == 0 and again.stdout == result.stdout, "the second run", again)
        expect(len(world.calls("create")) == 1 and len(world.calls("start")) == 1, "something was repeated")
        world.check(again)


@scenario
def other_commands(program: str) -> None:
    """--no-wait, then status, list, watch and cancel."""
    with World(program, options=["--state-seconds", "5"]) as world:
        result = world.submit("--no-wait")
        expect(result.returncode == 0, "submit", result)
        name = world.ours()[0]["name"]
        status = world.run("status", name)
        expect(status.returncode == 3 and name in status.stderr, "status of a name", status)
        status = world.run("status", "job.json")
        expect(status.returncode == 3, "status of a file", status)
        listed = world.run("list", "--project", "my-project", "--location", "us-central1")
        expect(listed.returncode == 0 and name in listed.stdout, "list", listed)
        brief = world.run("watch", name, "--timeout", "0.2", "--interval", "0.1")
        expect(brief.returncode == 3, "watch with a timeout", brief)
        cancelled = world.run("cancel", name)
        expect(cancelled.returncode == 0, "cancel", cancelled)
        watched = world.run("watch", name, "--interval", "0.1")
        expect(watched.returncode == 1 and "CANCELLED" in watched.stderr, "watch of a cancelled job", watched)
        twice = world.run("cancel", name)
        expect(twice.returncode == 0 and "has ended" in twice.stderr, "cancel of a job that has ended", twice)
        status = world.run("status", name)
        expect(status.returncode == 1, "status of a cancelled job", status)


@scenario
def cancelled_or_not(program: str) -> None:
    """A refusal is told while the job goes on; a job that cannot be read afterwards was cancelled all the same."""
    with World(program, options=["--state-seconds", "3"]) as world:
        expect(world.submit("--no-wait").returncode == 0, "submit")
        name = world.ours()[0]["name"]
        world.ask("POST", "fault", "status@cancel=400")
        refused = world.run("cancel", name)
        expect(refused.returncode == 2 and "ended" not in refused.stderr, "a refusal", refused)
        world.ask("DELETE", "fault")
        world.ask("POST", "fault", "forbidden@job-get")
        unread = world.run("cancel", name)
        expect(unread.returncode == 0 and "is being cancelled" in unread.stderr, "a job that is not read", unread)
        expect(len(world.calls("cancel")) == 2, "the cancellation", unread)


@scenario
def dry_run(program: str) -> None:
    """Every call is shown, and nothing is written anywhere."""
    with World(program) as world:
        result = world.run("submit", "job.json", "--dry-run")
        expect(result.returncode == 0, "the run failed", result)
        written = [e for e in world.account()["requests"] if e["method"] != "GET" and e["call"] != "token"]
        expect(not written, f"something was written: {written}")
        expect("would send  POST" in result.stdout and "tuningJobs" in result.stdout, "the calls", result)
        expect(not world.states(), "a state was written")
        expect("plan of job.json" in result.stderr and "cost" in result.stderr, "the plan", result)
        expect(not (world.folder / "state").exists(), "a folder was made")
        expect(world.submit("--no-wait").returncode == 0, "a job")
        known = world.run("submit", "job.json", "--dry-run")
        expect("POST" not in known.stdout and world.ours()[0]["name"] in known.stdout, "a job that exists", known)
        again = world.run("submit", "job.json", "--dry-run", "--again")
        expect("would send  POST" in again.stdout and len(world.calls("create")) == 1, "--again", again)
    with World(program) as world:
        world.write_job(labels={"tunekit-submission": "mine"})
        result = world.run("submit", "job.json", "--dry-run")
        expect(result.returncode == 2 and "--no-marker" in result.stderr, "no room for the marker", result)


@scenario
def nobody_to_ask(program: str) -> None:
    """Without a terminal and without --yes, nothing is sent."""
    with World(program) as world:
        result = world.run("submit", "job.json")
        expect(result.returncode == 2 and "--yes" in result.stderr, "the refusal", result)
        expect(not world.account()["requests"], "something was sent")


@scenario
def addresses(program: str) -> None:
    """No token leaves this machine without encryption."""
    with World(program) as world:
        for address in ("http://169.254.169.254", "http://metadata.google.internal", "http://example.com"):
            world.url, url = address, world.url
            result = world.run("list", "--project", "my-project", "--location", "us-central1")
            world.url = url
            expect(result.returncode == 2 and "write https" in result.stderr, address, result)
        expect(not world.account()["requests"], "a token was fetched")


@scenario
def moved_files(program: str) -> None:
    """The same job with the same data continues, wherever the files lie."""
    with World(program, ["forbidden@start"]) as world:
        first = world.submit()
        expect(first.returncode == 2, "the first run", first)
        (world.folder / "data").mkdir()
        world.data.rename(world.folder / "data" / "moved.jsonl")
        world.write_job(datasets={"training": "data/moved.jsonl"})
        result = world.submit()
        expect(result.returncode == 0 and len(world.states()) == 1, "the next run", result)


@scenario
def findings(program: str) -> None:
    """A job with errors is not sent."""
    with World(program) as world:
        world.data.write_text('{"contents": []}\n')
        result = world.submit()
        expect(result.returncode == 1 and "TK302" in result.stderr, "the findings", result)
        expect(not world.account()["requests"], "something was sent")


@scenario
def continued_model(program: str) -> None:
    """A job on a tuned model: the live description is read, and the rules judge it."""
    tuned = {"tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"}
    with World(program) as world:
        world.write_job(baseModel=None, preTunedModel={**tuned, "checkpointId": "1"})
        result = world.submit()
        expect(result.returncode == 0 and len(world.calls("model-get")) == 1, "the run", result)
    with World(program) as world:
        world.write_job(baseModel=None, preTunedModel={**tuned, "checkpointId": "99"})
        result = world.submit()
        expect(result.returncode == 1 and "TK813" in result.stderr, "a checkpoint that is not there", result)
        expect(not world.calls("create"), "a job was created")


@scenario
def failed_jobs(program: str) -> None:
    """Failures in the service's words, with our rule; a model of a failed job; a job that succeeds in part."""
    with World(program, ["fails"]) as world:
        result = world.submit()
        expect(result.returncode == 1 and "TK301" in result.stderr, "a failed job", result)
    with World(program, ["fails-with-model"]) as world:
        result = world.submit()
        expect(result.returncode == 1 and "/models/" in result.stdout, "a failed job with a model", result)
    with World(program, ["partly"]) as world:
        expect(world.submit().returncode == 1, "a job that succeeded in part")
    with World(program, ["partly"]) as world:
        expect(world.submit("--allow-partial").returncode == 0, "--allow-partial")


@scenario
def refused_jobs(program: str) -> None:
    """Refusals, and what to do about them."""
    with World(program, ["invalid-argument"]) as world:
        result = world.submit()
        expect(result.returncode == 2 and "TK821" in result.stderr, "a list of fields", result)
        world.ask("DELETE", "fault")
        expect(world.submit().returncode == 0, "the next run")
        expect(len(world.ours()) == 1, "one job")
    with World(program, ["forbidden@create"]) as world:
        result = world.submit()
        expect(result.returncode == 2 and "aiplatform" in result.stderr, "no permission", result)


@scenario
def lost_answers(program: str) -> None:
    """A create whose answer is lost leaves one job, which is found."""
    faults = (
        "500-acted@create", "503-acted@create", "reset-after-body@create", "half-body@create", "body-cut@create",
        "body-html@create", "body-array@create", "close-fresh@create", "http-0.9@create", "redirect-307@create",
        "reset-after-headers@create", "name-hostile@create",
    )  # fmt: skip

    def run(fault: str) -> None:
        with World(program, [fault]) as world:
            result = world.submit()
            world.check(result)
            expect(result.returncode == 0, fault, result)
            expect(len(world.ours()) == 1, f"{fault}: {len(world.ours())} jobs", result)

    together(run, faults)


@scenario
def twins(program: str) -> None:
    """Two jobs of one request: the younger one is cancelled, and both are told."""
    with World(program, ["created-twice"], ["--state-seconds", "1"]) as world:
        result = world.submit("--no-wait")
        world.check(result)
        expect(len(world.ours()) == 2, "two jobs", result)
        expect(all(job["name"] in result.stderr for job in world.ours()), "both are told", result)
    # Killed before or after the name of the job is known, and before the second one is looked for.
    for fault, call, count in (("stall@create=1", "create", 1), ("stall@list.2=1", "list", 2)):
        with World(program, ["created-twice", fault], ["--state-seconds", "3"]) as world:
            process = world.start("submit", "job.json", "--yes")
            world.wait_for(call, count)
            process.kill()
            world.finish(process, 10)
            time.sleep(1.2)
            result = world.submit("--no-wait")
            expect(result.returncode == 0 and len(world.ours()) == 2, "two jobs", result)
            world.check(result)
            expect(all(job["name"] in result.stderr for job in world.ours()), "both are told", result)


@scenario
def full_disk(program: str) -> None:
    """A job whose name cannot be written down is told, and taken over by the next run."""
    with World(program, ["stall@create=1"]) as world:
        process = world.start("submit", "job.json", "--yes")
        world.wait_for("create")
        folder = world.folder / "state" / "tunekit" / "submissions"
        # Where the new state would be written.
        obstacle = folder / (next(folder.glob("*.json")).name + ".new")
        obstacle.mkdir()
        result = world.finish(process, 30)
        name = world.ours()[0]["name"]
        expect(result.returncode == 2 and name in result.stderr, "the name", result)
        obstacle.rmdir()
        again = world.submit()
        expect(again.returncode == 0 and len(world.ours()) == 1, "the next run", again)


def kill_in_create(world: World) -> None:
    """Kills a run while its request to create the job waits, and lets the server answer it."""
    process = world.start("submit", "job.json", "--yes")
    world.wait_for("create")
    process.kill()
    world.finish(process, 10)
    time.sleep(1.2)


@scenario
def not_waiting(program: str) -> None:
    """--no-wait follows no job, however it was found."""
    with World(program, options=["--state-seconds", "3"]) as world:
        for _ in range(2):
            result = world.submit("--no-wait")
            expect(result.returncode == 0 and not world.calls("job-get"), "it was followed", result)
    with World(program, ["stall@create=1"], ["--state-seconds", "3"]) as world:
        kill_in_create(world)
        result = world.submit("--no-wait")
        expect(result.returncode == 0 and not world.calls("job-get"), "a job that is taken over", result)


@scenario
def doubt(program: str) -> None:
    """As long as there may be a job, that is what every end says; and the job does not depend on its objects."""
    with World(program, ["500@create*9"]) as world:
        expect(world.submit("--settle", "0.5").returncode == 4, "no answer")
        for fault in ("forbidden@list*all", "forbidden@object-get*all", "invalid-grant@token*all"):
            world.ask("DELETE", "fault")
            world.ask("POST", "fault", fault)
            result = world.submit()
            expect(result.returncode == 4 and "tunekit-submission=" in result.stderr, fault, result)
    with World(program, ["stall@create=1"], ["--state-seconds", "0.5"]) as world:
        kill_in_create(world)
        world.ask("POST", "object?bucket=my-bucket&name=train.jsonl", "something else")
        result = world.submit()
        expect(result.returncode == 1 and "WARNING" in result.stderr, "other data", result)
        expect(len(world.ours()) == 1, "one job", result)


@scenario
def no_job_appears(program: str) -> None:
    """Creates without an answer and without a job, three times: exit 4, and the next run looks first."""
    with World(program, ["500@create*9"]) as world:
        result = world.submit("--settle", "0.5")
        expect(result.returncode == 4 and len(world.calls("create")) == 3, "three attempts", result)
        world.ask("DELETE", "fault")
        again = world.submit("--settle", "0.5")
        expect(again.returncode == 4 and len(world.calls("create")) == 3, "no fourth one", again)
        other = world.submit("--again")
        expect(other.returncode == 0 and len(world.ours()) == 1, "--again", other)


@scenario
def killed_at_calls(program: str) -> None:
    """Killed while a call waits, then started again: one job, and nothing whole is uploaded twice."""

    def run(call: str) -> None:
        with World(program, [f"stall@{call}=1"]) as world:
            process = world.start("submit", "job.json", "--yes", "--interval", "0.1", "--settle", "3")
            world.wait_for(call)
            process.kill()
            world.check(world.finish(process, 10))
            time.sleep(1.2)
            result = world.submit("--settle", "3")
            world.check(result)
            expect(result.returncode == 0, f"killed at {call}", result)
            expect(len(world.ours()) == 1, f"killed at {call}: {len(world.ours())} jobs", result)
            expect(len(world.calls("finish")) <= 2, f"killed at {call}: uploads", result)

    together(run, ("object-get", "start", "finish", "list", "create", "job-get"))


@scenario
def markers(program: str) -> None:
    """A job that was sent with a marker, or without, is looked for as it was sent, whatever the next run says."""

    def run(options: tuple[list[str], list[str]]) -> None:
        first, second = options
        with World(program, ["stall@create=1"]) as world:
            process = world.start("submit", "job.json", "--yes", *first)
            world.wait_for("create")
            process.kill()
            world.check(world.finish(process, 10))
            time.sleep(1.2)
            result = world.submit("--settle", "3", *second)
            expect(result.returncode == 0, f"{first}, {second}", result)
            expect(len(world.account()["jobs"]) == 1, f"{first}, {second}: jobs", result)

    together(run, (([], ["--no-marker"]), (["--no-marker"], []), (["--no-marker"], ["--no-marker"])))


@scenario
def interrupted(program: str) -> None:
    """SIGINT and SIGTERM end the program within a second; the job goes on, and how to continue is told."""
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        # A machine with much to do may take its time, but not each time.
        times = []
        while not times or (min(times) >= 1.5 and len(times) < 5):
            times.append(interrupt(program, number, status))
        expect(min(times) < 1.5, f"the end took too long: {times}")


def interrupt(program: str, number: int, status: int) -> float:
    """Interrupts a run that follows its job, and gives the seconds that its end took."""
    with World(program, options=["--state-seconds", "1"]) as world:
        process = world.start("submit", "job.json", "--yes", "--interval", "0.2")
        world.wait_for("job-get")
        process.send_signal(number)
        sent = time.monotonic()
        result = world.finish(process, 10)
        seconds = time.monotonic() - sent
        expect(result.returncode == status and "tunekit watch" in result.stderr, "the end", result)
        world.check(result)
        expect(world.submit("--interval", "0.3").returncode == 0, "the next run")
        expect(len(world.ours()) == 1, "one job")
        return seconds


@scenario
def changed_data(program: str) -> None:
    """A byte that changes in the file, or in the bucket, is found before a job is created."""
    with World(program, ["503@finish"]) as world:
        # After the check and before the last byte: same size, same time.
        times = (world.data.stat().st_atime_ns, world.data.stat().st_mtime_ns)
        world.ask("DELETE", "fault")
        world.ask("POST", "fault", "stall@object-get=1")
        process = world.start("submit", "job.json", "--yes")
        world.wait_for("object-get")
        data = bytearray(world.data.read_bytes())
        data[40] ^= 1
        with world.data.open("r+b") as file:
            file.write(data)
        os.utime(world.data, ns=times)
        result = world.finish(process, 60)
        expect(result.returncode == 2 and not world.calls("create"), "a changed file", result)
        world.check(result)
    with World(program, ["objects-replaced@list"]) as world:
        result = world.submit()
        expect(result.returncode == 2 and "changed" in result.stderr, "replaced before the job is created", result)
        expect(not world.calls("create"), "a job was created", result)
        world.check(result)
    # After the last look: the job exists already, so it is told loudly, and is no success.
    for fault in ("object-replaced@object-get.2", "objects-replaced@create"):
        with World(program, [fault], ["--state-seconds", "0.5"]) as world:
            result = world.submit()
            expect(result.returncode == 1 and "WARNING" in result.stderr, fault, result)
    # The same where nobody sees the job begin, and for programs.
    with World(program, ["objects-replaced@create"]) as world:
        result = world.submit("--interval", "3", "--format", "json")
        told = [json.loads(line) for line in result.stdout.splitlines()]
        states = [event["state"] for event in told if event["event"] == "state"]
        expect("RUNNING" not in states and states[-1] == "SUCCEEDED", "seen at its end alone", result)
        expect(any(event["event"] == "replaced" for event in told), "the change", result)
        expect(result.returncode == 1 == told[-1]["exitStatus"], "the exit status", result)
    with World(program, ["forbidden@object-get.3*all"], ["--state-seconds", "0.5"]) as world:
        result = world.submit()
        expect(result.returncode == 0 and "cannot be compared" in result.stderr, "no comparison", result)
    with World(program) as world:
        world.ask("POST", "object?bucket=my-bucket&name=train.jsonl", "something else")
        result = world.submit()
        expect(result.returncode == 2 and "--replace" in result.stderr, "another object", result)
        expect(world.submit("--replace").returncode == 0, "--replace")


@scenario
def odd_answers(program: str) -> None:
    """What a service may answer while a job is followed."""
    faults = (
        "job-vanishes@job-get.2", "state-unknown@job-get.2", "state-back@job-get.3", "numbers-as-numbers@job-get*all",
        "token-expired@job-get.2", "503@job-get.2", "body-malformed@job-get.2", "waits-for-quota=0.5", "pauses=0.5",
        "list-empty-page@list", "reset-mid-answer@job-get.2", "expires-in-string@token", "expires-in-absent@token",
    )  # fmt: skip

    def run(fault: str) -> None:
        with World(program, [fault]) as world:
            result = world.submit()
            world.check(result)
            expect(result.returncode == 0, fault, result)

    together(run, faults)


@scenario
def question(program: str) -> None:
    """On a terminal the user is asked: a yes creates the job, anything else and Ctrl-C do not."""
    for answer, status in (("y", 0), ("yes", 0), ("n", 2), ("", 2), ("\x03", 130)):
        with World(program) as world:
            result = on_terminal(world, answer)
            expect(result.returncode == status, f"{answer!r}", result)
            expect("Create this job in project my-project?" in result.stderr, f"{answer!r}: the question", result)
            expect(len(world.calls("create")) == (0 if status else 1), f"{answer!r}: the job", result)
            world.check_secrets()


@scenario
def equal_jobs(program: str) -> None:
    """Where the folder of states is lost, a job that asks for the same and continues is found, and is no reason to pay twice."""
    with World(program, options=["--state-seconds", "60"]) as world:
        expect(world.submit("--no-wait").returncode == 0, "the first run")
        name = world.ours()[0]["name"]
        shutil.rmtree(world.folder / "state")
        rehearsed = world.run("submit", "job.json", "--dry-run")
        expect("--again" in rehearsed.stderr and name in rehearsed.stderr, "a rehearsal", rehearsed)
        result = world.submit("--no-wait")
        expect(result.returncode == 2 and f"watch {name} --endpoint {world.url}'" in result.stderr, "--yes", result)
        result = on_terminal(world, "n")
        expect(result.returncode == 2 and f"Create another job that asks for the same as {name}" in result.stderr, "the question", result)
        expect(len(world.calls("create")) == 1, "a second job", result)
        again = world.submit("--no-wait", "--again")
        expect(again.returncode == 0 and len(world.ours()) == 2, "--again", again)
        # Other data under the same address are another job.
        world.write_data(121)
        other = world.submit("--no-wait", "--replace")
        expect("with data that were replaced since" in other.stderr, "other data", other)


@scenario
def late_twins(program: str) -> None:
    """A twin that the service lists late is cancelled and told, by the next run or at the end of this one."""
    faults = ["500-acted@create", "list-lags=3"]
    with World(program, faults, ["--state-seconds", "30"]) as world:
        first = world.run("submit", "job.json", "--yes", "--settle", "1", "--no-wait")
        expect(first.returncode == 0 and len(world.ours()) == 2, "two jobs", first)
        expect("WARNING: --settle" in first.stderr, "the warning", first)
        time.sleep(4)
        second = world.submit("--no-wait")
        expect("a second job of this submission" in second.stderr, "the next run", second)
        world.check(second)
    with World(program, faults, ["--state-seconds", "2"]) as world:
        result = world.run("submit", "job.json", "--yes", "--settle", "1", "--interval", "0.2")
        expect("a second job of this submission" in result.stderr and len(world.ours()) == 2, "the same run", result)
        world.check(result)


@scenario
def again_continues(program: str) -> None:
    """--again that was interrupted looks for its job when it is run again."""
    with World(program, ["stall@create.2=2"], ["--state-seconds", "30"]) as world:
        expect(world.submit("--no-wait").returncode == 0, "the first job")
        process = world.start("submit", "job.json", "--yes", "--again", "--no-wait")
        world.wait_for("create", 2)
        process.send_signal(signal.SIGINT)
        result = world.finish(process, 10)
        expect(result.returncode == 130 and "without --again" in result.stderr, "the interruption", result)
        time.sleep(2.2)
        result = world.submit("--no-wait", "--again")
        expect(result.returncode == 0 and len(world.calls("create")) == 2, "the same again", result)
        expect(len(world.ours()) == 2, "jobs", result)
        third = world.submit("--no-wait", "--again")
        expect(third.returncode == 0 and len(world.ours()) == 3, "on purpose", third)


@scenario
def too_many(program: str) -> None:
    """429 is told while the program waits, and Ctrl-C then says that there is no job."""
    with World(program, ["429@create*all=60"]) as world:
        process = world.start("submit", "job.json", "--yes")
        world.wait_for("list", 2)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        result = world.finish(process, 10)
        expect(result.returncode == 130, "the status", result)
        expect("there is no job yet" in result.stderr and "trying again in 60 s" in result.stderr, "the pause", result)
        expect("no job was created" in result.stderr, "the end", result)


@scenario
def results_first(program: str) -> None:
    """The results of a job do not wait for the last comparison, which is tried briefly, and told if it was not made."""
    with World(program) as world:
        expect(world.submit().returncode == 0, "the first run")
        world.ask("POST", "fault", "503@object-get*all")
        process = world.start("submit", "job.json", "--yes", "--interval", "0.1")
        began = process.stdout.readline()
        expect("/models/" in began and process.poll() is None, f"the model: {began}")
        result = world.finish(process, 40)
        expect(result.returncode == 0 and "cannot be compared again" in result.stderr, "the comparison", result)


@scenario
def other_data(program: str) -> None:
    """All commands and runs agree about a job that may have other data, and say why."""
    with World(program, ["objects-replaced@create"]) as world:
        first = world.submit()
        name = world.ours()[0]["name"]
        results = [first, world.submit(), world.run("status", "job.json"), world.run("watch", name)]
        for result in results:
            expect(result.returncode == 1 and "/models/" in result.stdout, "the status", result)
            expect("exit status 1, because the job may have other data" in result.stderr, "the reason", result)


@scenario
def replacing(program: str) -> None:
    """Nothing in the bucket is replaced before the answer, and what a no leaves behind is told."""
    for options in ([], ["--replace"]):
        with World(program) as world:
            if options:
                world.ask("POST", "object?bucket=my-bucket&name=train.jsonl", "something else")
            result = on_terminal(world, "n", *options)
            told = "was not replaced" if options else "gs://my-bucket/train.jsonl stays in the bucket"
            expect(result.returncode == 2 and told in result.stderr, f"{options}", result)
            expect(len(world.calls("finish")) == (0 if options else 1), f"{options}: the upload", result)
    with World(program) as world:
        world.ask("POST", "object?bucket=my-bucket&name=train.jsonl", "something else")
        result = on_terminal(world, "y", "--replace")
        expect("Replace gs://my-bucket/train.jsonl?" in result.stderr and world.calls("finish"), "a yes", result)
    with World(program, ["content-encoding@object-get*all"]) as world:
        result = world.submit()
        expect("give the dataset another name" in result.stderr, "an encoding", result)
        expect("run the command again" not in result.stderr, "a loop", result)
    with World(program) as world:
        other = world.folder / "other.jsonl"
        other.write_text("".join(world.data.read_text().splitlines(keepends=True)[:20]))
        uri = "gs://my-bucket/train.jsonl"
        spec = {"trainingDatasetUri": uri, "validationDatasetUri": uri}
        world.write_job(datasets={"training": "train.jsonl", "validation": "other.jsonl"}, supervisedTuningSpec=spec)
        result = world.submit()
        expect(result.returncode == 2 and "both go to" in result.stderr, "one address for two files", result)
        expect(not world.account()["requests"], "something was sent")


@scenario
def job_files(program: str) -> None:
    """status, watch and cancel take a job file, and say what is wrong with it."""
    with World(program, options=["--state-seconds", "60"]) as world:
        early = world.run("status", "job.json")
        expect(early.returncode == 2 and "was not submitted" in early.stderr, "no submission", early)
        missing = world.run("status", "nope.json")
        expect(missing.returncode == 2 and "there is no file 'nope.json'" in missing.stderr, "no file", missing)
        expect(world.submit("--no-wait").returncode == 0, "submit")
        name = world.ours()[0]["name"]
        # The same job from another folder.
        (world.folder / "copy").mkdir()
        for file in (world.job, world.data):
            shutil.copy(file, world.folder / "copy" / file.name)
        copied = world.run("status", "copy/job.json")
        expect(copied.returncode == 3 and name in copied.stderr, "a copy", copied)
        watched = world.run("watch", "job.json", "--timeout", "0", "--interval", "0.1")
        expect(watched.returncode == 3 and f"watch {name} --endpoint {world.url}'" in watched.stderr, "watch", watched)
        cancelled = world.run("cancel", "job.json")
        expect(cancelled.returncode == 0 and len(world.calls("cancel")) == 1, "cancel", cancelled)
        expect("have changed" not in copied.stderr + cancelled.stderr, "a change that is none")
        world.write_data(3)
        changed = world.run("status", "job.json")
        expect(name in changed.stderr and "data have changed" in changed.stderr, "other data", changed)
        world.write_data(120)
        state = next((world.folder / "state" / "tunekit" / "submissions").glob("*.json"))
        state.write_text("{")
        damaged = world.run("status", "job.json")
        expect(damaged.returncode == 2 and state.name in damaged.stderr, "a damaged state", damaged)


@scenario
def rehearsals(program: str) -> None:
    """A rehearsal knows of attempts without an answer, and of buckets that are not there."""
    with World(program, ["stall@create=1"], ["--state-seconds", "30"]) as world:
        kill_in_create(world)
        result = world.run("submit", "job.json", "--dry-run")
        expect("POST" not in result.stdout and world.ours()[0]["name"] in result.stderr, "a lost answer", result)
    with World(program) as world:
        result = world.run("submit", "job.json", "--dry-run", "--format", "json")
        calls = [json.loads(line) for line in result.stdout.splitlines()]
        bodies = [call["body"] for call in calls if call.get("url", "").endswith("tuningJobs")]
        expect(len(bodies) == 1 and "trainingDatasetUri" in bodies[0], "the body of the job", result)
        expect(all(call.get("url", "http").startswith("http") for call in calls), "addresses", result)
        spec = {"trainingDatasetUri": "gs://missing-bucket/train.jsonl", "hyperParameters": {"epochCount": 3}}
        world.write_job(supervisedTuningSpec=spec)
        result = world.run("submit", "job.json", "--dry-run")
        expect(result.returncode == 2 and "bucket does not exist" in result.stderr, "a missing bucket", result)


def on_terminal(world: World, answer: str, *more: str) -> subprocess.CompletedProcess:
    """Submits at a terminal, and answers the question; what the terminal shows takes the place of standard error."""
    ours, theirs = pty.openpty()

    def take_terminal() -> None:
        os.setsid()
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    arguments = ["submit", "job.json", "--interval", "0.1", "--endpoint", world.url, "--storage-endpoint", world.url, *more]
    process = subprocess.Popen(
        [world.program, *arguments], env=world.environment(), cwd=world.folder, stdin=theirs, stderr=theirs,
        stdout=subprocess.DEVNULL, preexec_fn=take_terminal,
    )  # fmt: skip
    os.close(theirs)
    shown, end, is_asked = b"", time.monotonic() + 30, False
    while time.monotonic() < end:
        if not select.select([ours], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(ours, 1 << 16)
        except OSError:  # Linux says so when the other side is closed.
            break
        shown += piece
        if not piece:
            break
        if b"[y/N]" in shown and not is_asked:
            is_asked = True
            os.write(ours, (answer + ("" if answer == "\x03" else "\n")).encode())
    os.close(ours)
    text = shown.decode(errors="replace")
    world.outputs.append(text)
    return subprocess.CompletedProcess(process.args, process.wait(10), "", text)


@scenario
def hand_over(program: str) -> None:
    """tunekit becomes tunekit-submit, which lies beside it or on PATH, and says so where there is none."""
    offline = os.path.join(os.path.dirname(program), "tunekit")
    with World(program) as world:
        world.program = offline
        expect(world.submit().returncode == 0, "beside it")
        with tempfile.TemporaryDirectory() as folder:
            alone = os.path.join(folder, "tunekit")
            shutil.copy(offline, alone)
            for path, status in ((os.path.dirname(program), 0), ("/nowhere", 2)):
                result = subprocess.run(
                    [alone, "submit", "--help"], env={"PATH": path}, capture_output=True, text=True, check=False
                )
                expect(result.returncode == status, f"PATH={path}", result)
                expect(status == 0 or result.stderr.count("\n") == 1, "one line", result)


for _function in user_runs.SCENARIOS:
    SCENARIOS[_function.__name__.replace("_", "-")] = functools.partial(_function, expect)


def together(run, values) -> None:
    """Runs with several values at once: most of the time is waiting."""
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for future in [pool.submit(run, value) for value in values]:
            future.result()


# Runs at random.


def random_run(program: str, seed: int) -> str:
    """A run with random faults, then one without: one job at most, and every end has its reason."""
    count = 1 + seed % 4
    with World(program, [f"random={count}"], ["--seed", str(seed)], examples=20 + seed % 50) as world:
        first = world.submit(budget=400)
        world.check(first)
        world.ask("DELETE", "fault")
        existed = [job["name"] for job in world.ours()]
        second = world.submit(budget=200)
        world.check(second)
        if existed and len(world.ours()) > len(existed):
            raise Broken(f"a second job was created\n{first.stderr}\n{second.stderr}")
        if second.returncode not in (0, 1, 2, 4):
            raise Broken(f"the second run ended with {second.returncode}\n{second.stderr}")
        return f"{first.returncode} {second.returncode}"


def killed_run(program: str, seed: int) -> str:
    """A run that is killed at random moments, again and again, and then left alone."""
    chance = random.Random(seed)
    with World(program, examples=200) as world:
        for _ in range(chance.randrange(1, 4)):
            process = world.start("submit", "job.json", "--yes", "--interval", "0.1", "--settle", "1.5")
            time.sleep(chance.random() * 1.2)
            process.kill()
            world.check(world.finish(process, 10))
        result = world.submit(budget=120)
        world.check(result)
        expect(result.returncode in (0, 4), "the last run", result)
        expect(len(world.ours()) == 1, f"{len(world.ours())} jobs", result)
        expect(len(world.states()[-1]["datasets"]) == 1, "the state")
        return str(result.returncode)


def many(program: str, run, first: int, last: int) -> int:
    broken = 0
    ends: dict[str, int] = {}
    with concurrent.futures.ThreadPoolExecutor(max(2, 2 * (os.cpu_count() or 1))) as pool:
        waiting = {pool.submit(run, program, seed): seed for seed in range(first, last + 1)}
        for future in concurrent.futures.as_completed(waiting):
            try:
                end = future.result()
                ends[end] = ends.get(end, 0) + 1
            except Exception as error:  # noqa: BLE001
                broken += 1
                print(f"seed {waiting[future]}: {error!r}\n{error}", flush=True)
    print(f"{last - first + 1} runs, {broken} broken; ends: {ends}")
    return broken


def main() -> int:
    program, *words = sys.argv[1:]
    if words[0] == "list":
        print("\n".join(SCENARIOS))
        return 0
    if words[0] in ("random", "killed"):
        return 1 if many(program, random_run if words[0] == "random" else killed_run, int(words[1]), int(words[2])) else 0
    for name in words:
        try:
            SCENARIOS[name](program)
        except (Broken, OSError, ValueError) as error:
            print(f"{name}: {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
