"""Runs a script that uses the Gen AI SDK against a server of its own, and says as JSON what came of it.

    SDKRecorder.py SCRIPT STATE...

The server answers the creation of a job with the first state and each look at it with the next one; a state that is a
number is the status of a reply without a job. The script is not told: it finds the server by the environment variable that
the SDK knows, a token where it looks for one, and a clock that does not wait.
"""

import contextlib
import http.server
import io
import json
import os
import runpy
import sys
import threading
import time
import traceback

import google.auth
import google.oauth2.credentials

script, states = sys.argv[1], sys.argv[2:]
requests, sleeps = [], []

PARENT = "projects/123456789012/locations/us-central1"
NAME = PARENT + "/tuningJobs/444"
MADE = {
    "experiment": PARENT + "/metadataStores/default/contexts/555",
    "tunedModel": {
        "model": PARENT + "/models/1234567890@2",
        "endpoint": PARENT + "/endpoints/777",
        "checkpoints": [
            {"checkpointId": "1", "epoch": "1", "step": "10", "endpoint": PARENT + "/endpoints/776"},
            {"checkpointId": "2", "epoch": "2", "step": "20", "endpoint": PARENT + "/endpoints/777"},
        ],
    },
}


class Server(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.note(json.loads(self.rfile.read(length)))
        self.answer()

    def do_GET(self):
        self.note(None)
        self.answer()

    def note(self, body):
        requests.append(
            {
                "method": self.command,
                "path": self.path,
                "authorization": self.headers.get("Authorization"),
                "contentType": self.headers.get("Content-Type"),
                "body": body,
            }
        )

    def answer(self):
        state = states.pop(0) if states else "410"
        if state.isdigit():
            return self.reply(int(state), {"error": {"code": int(state), "message": "no job here"}})
        job = {"name": NAME, "state": state}
        if state.endswith("SUCCEEDED"):
            job.update(MADE)
        if state == "JOB_STATE_FAILED":
            job["error"] = {"code": 3, "message": "Row: 0. Missing required `contents` field."}
        if state == "JOB_STATE_CANCELLED":
            job["error"] = {"code": 1}
        self.reply(200, job)

    def reply(self, status, value):
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


def run():
    """The exit status of the script."""
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
for name in ["GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENAI_API_VERSION"]:
    os.environ.pop(name, None)
os.environ["GOOGLE_VERTEX_BASE_URL"] = f"http://127.0.0.1:{server.server_port}"
os.environ["NO_PROXY"] = "127.0.0.1"
google.auth.default = lambda *_, **__: (google.oauth2.credentials.Credentials("a-token"), None)
time.sleep = sleeps.append

output, errors = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
    status = run()
json.dump(
    {
        "status": status,
        "output": output.getvalue(),
        "errors": errors.getvalue(),
        "sleeps": sleeps,
        "requests": requests,
    },
    sys.stdout,
)
