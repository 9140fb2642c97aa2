"""The metadata server of Compute Engine."""

from __future__ import annotations

from faults import Strikes
from tokens import Tokens
from wire import Answer, Request, json_answer

EMAIL = "fault-server@my-project.iam.gserviceaccount.com"
PROJECT, PROJECT_NUMBER = "my-project", "123456789012"
SCOPES = ["https://www.googleapis.com/auth/cloud-platform"]
FLAVOR = ("Metadata-Flavor", "Google")


def text(value: str, status: int = 200) -> Answer:
    return Answer(status, value.encode(), [FLAVOR], content_type="application/text")


class Metadata:
    """What a machine of Google's can ask for itself."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def answer(self, request: Request, strikes: Strikes) -> Answer:
        answer = self._answer(request, strikes)
        if strikes.has("metadata-without-flavor"):
            answer.headers = [header for header in answer.headers if header != FLAVOR]
        return answer

    def _answer(self, request: Request, strikes: Strikes) -> Answer:
        request.body.drain()
        path = request.path.rstrip("/")
        if path in ("", "/computeMetadata", "/computeMetadata/v1"):
            # The ping of google-auth: the header of the answer is what it looks at.
            return text("computeMetadata/\n" if not path else "instance/\nproject/\n")
        if request.header("metadata-flavor") != "Google":
            return text("Missing Metadata-Flavor:Google header.\n", 403)
        if request.header("x-forwarded-for"):
            return text("Forbidden.\n", 403)
        path = path.removeprefix("/computeMetadata/v1/")
        if path in ("project/project-id", "project/numeric-project-id"):
            return text(PROJECT if path.endswith("/project-id") else PROJECT_NUMBER)
        if path == "universe/universe-domain":
            return text("googleapis.com")
        account = path.removeprefix("instance/service-accounts")
        if account == path:
            return text("Not found.\n", 404)
        _, _, rest = account.removeprefix("/").partition("/")
        details = {"aliases": ["default"], "email": EMAIL, "scopes": SCOPES}
        if not account:
            return json_answer({"default": details, EMAIL: details}, headers=[FLAVOR])
        if rest == "":
            return json_answer(details, headers=[FLAVOR])
        if rest == "email":
            return text(EMAIL)
        if rest == "scopes":
            return text("\n".join(SCOPES) + "\n")
        if rest == "token":
            return json_answer(self._token(strikes), headers=[FLAVOR])
        return text("Not found.\n", 404)

    def _token(self, strikes: Strikes) -> dict[str, object]:
        return self._tokens.bent(
            {"access_token": self._tokens.issue(), "expires_in": 3599, "token_type": "Bearer"}, strikes
        )
