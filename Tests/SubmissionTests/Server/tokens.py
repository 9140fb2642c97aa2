"""Access tokens: the token endpoint, the token exchange and impersonation."""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from datetime import datetime, timezone
from typing import Any

from errors import service_error, token_error
from faults import Strikes
from wire import Answer, Request, json_answer

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"
TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token"
SKEW = 300


class Tokens:
    """The tokens that were given out. One that was not given out here is taken as well, until `accept` forbids it."""

    def __init__(self, now: Any, lifetime: float = 3599) -> None:
        self._lock = threading.Lock()
        self._now = now
        self._lifetime = lifetime
        self._ends: dict[str, float] = {}
        self._refused: set[str] = set()
        self._only: str | None = None
        self.seen: set[str] = set()

    def issue(self, lifetime: float | None = None) -> str:
        token = "ya29.fault-server-" + secrets.token_urlsafe(24)
        with self._lock:
            self._ends[token] = time.time() + (self._lifetime if lifetime is None else lifetime)
            self.seen.add(token)
        return token

    def refuse_all(self) -> None:
        """From now on, none of the tokens seen until now is taken."""
        with self._lock:
            self._refused |= self.seen

    def accept(self, token: str) -> None:
        """From now on, only this token is taken, and those that are given out."""
        with self._lock:
            self._only = token

    def accept_all(self) -> None:
        """From now on, each token is taken, but for those that ended."""
        with self._lock:
            self._only = None
            self._refused.clear()

    def is_good(self, token: str) -> bool:
        with self._lock:
            self.seen.add(token)
            if token in self._refused or not token:
                return False
            if token in self._ends:
                return time.time() < self._ends[token]
            return self._only is None or token == self._only

    # The calls.

    def token(self, request: Request, strikes: Strikes) -> Answer:
        """POST /token"""
        form = request.form()
        if strikes.has("invalid-grant"):
            return token_error(400, "invalid_grant", "Token has been expired or revoked.")
        if strikes.has("invalid-rapt"):
            return token_error(400, "invalid_grant", "reauth related error (invalid_rapt)", "invalid_rapt")
        if strikes.has("token-error"):
            return token_error(500, strikes.value("token-error"), "Try again.")
        grant = form.get("grant_type", "")
        if grant == "refresh_token":
            refused = self._refresh_fault(form)
        elif grant == JWT_BEARER:
            refused = self._assertion_fault(form.get("assertion", ""))
        else:
            refused = token_error(400, "unsupported_grant_type", f"Invalid grant_type: {grant}")
        if refused:
            return refused
        value: dict[str, Any] = {"access_token": self.issue(), "expires_in": 3599, "token_type": "Bearer"}
        if grant == "refresh_token":
            value["scope"] = "https://www.googleapis.com/auth/cloud-platform"
        return json_answer(self.bent(value, strikes))

    def bent(self, value: dict[str, Any], strikes: Strikes) -> dict[str, Any]:
        if strikes.has("expires-in-string"):
            value["expires_in"] = str(value["expires_in"])
        if strikes.has("expires-in-zero"):
            value["expires_in"] = 0
        if strikes.has("expires-in-absent"):
            del value["expires_in"]
        if strikes.has("token-brief"):
            seconds = float(strikes.value("token-brief"))
            value["access_token"], value["expires_in"] = self.issue(seconds), int(seconds)
        if strikes.has("token-with-line-break"):
            value["access_token"] += "\r\nX-Injected: yes"
        return value

    @staticmethod
    def _refresh_fault(form: dict[str, str]) -> Answer | None:
        for name in ("client_id", "client_secret", "refresh_token"):
            if not form.get(name):
                return token_error(400, "invalid_request", f"Missing required parameter: {name}")
        if form["refresh_token"].startswith("revoked"):
            return token_error(400, "invalid_grant", "Token has been expired or revoked.")
        if form["client_secret"].startswith("wrong"):
            return token_error(401, "invalid_client", "Unauthorized")
        return None

    def _assertion_fault(self, assertion: str) -> Answer | None:
        parts = assertion.split(".")
        header, claims = (part_of_token(part) for part in (parts + ["", ""])[:2])
        if len(parts) != 3 or header is None or claims is None or not parts[2]:
            return token_error(400, "invalid_request", "Bad Request: the assertion is no JWT.")
        if header.get("alg") != "RS256":
            return token_error(400, "invalid_grant", "Invalid JWT Signature.")
        if claims.get("aud") != TOKEN_ENDPOINT:
            return token_error(400, "invalid_grant", "Invalid JWT: Failed audience check.")
        if not claims.get("scope"):
            return token_error(400, "invalid_scope", "Empty or missing scope not allowed.")
        if not claims.get("iss"):
            return token_error(400, "invalid_grant", "Invalid JWT: iss field missing.")
        issued, ends, now = claims.get("iat", 0), claims.get("exp", 0), self._now()
        if not (now - 3600 - SKEW < issued <= now + SKEW and now - SKEW < ends and 0 < ends - issued <= 3600):
            return token_error(
                400,
                "invalid_grant",
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
                "Check your iat and exp values in the JWT claim.",
            )
        return None

    def exchange(self, request: Request, strikes: Strikes) -> Answer:
        """POST /sts"""
        form = request.form()
        needed = ("audience", "subject_token", "subject_token_type", "requested_token_type", "scope")
        missing = [name for name in needed if not form.get(name)]
        if form.get("grant_type") != TOKEN_EXCHANGE:
            return token_error(400, "unsupported_grant_type", "The grant type is not supported.")
        if missing:
            return token_error(400, "invalid_request", f"Missing required parameter: {missing[0]}")
        if strikes.has("invalid-grant") or form["subject_token"].startswith("revoked"):
            return token_error(400, "invalid_grant", "ID Token issued is stale to sign-in.")
        value = {
            "access_token": self.issue(),
            "issued_token_type": ACCESS_TOKEN,
            "token_type": "Bearer",
            "expires_in": 3599,
        }
        return json_answer(self.bent(value, strikes))

    def impersonate(self, request: Request, strikes: Strikes) -> Answer:
        """POST /iam/v1/projects/-/serviceAccounts/EMAIL:generateAccessToken"""
        body = request.json()
        if not self.is_good(request.bearer):
            return service_error(401, "Request had invalid authentication credentials.")
        if not isinstance(body, dict) or not body.get("scope"):
            return service_error(400, "Request contains an invalid argument.")
        if "forbidden@" in request.path:
            return service_error(
                403, "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."
            )
        seconds = float(str(body.get("lifetime", "3600s")).rstrip("s"))
        ends = datetime.fromtimestamp(self._now() + seconds, timezone.utc)
        token = self.issue(seconds)
        return json_answer({"accessToken": token, "expireTime": ends.strftime("%Y-%m-%dT%H:%M:%SZ")})

    @staticmethod
    def subject(request: Request, strikes: Strikes) -> Answer:
        """GET /subject-token: what an external account's URL source gives, as text or as JSON."""
        token = part_text({"alg": "none"}) + "." + part_text({"sub": "somebody"}) + ".subject-token-of-url"
        if request.query.get("format") == "json":
            return json_answer({"id_token": token, "issued": True})
        return Answer(200, token.encode(), content_type="text/plain")


def part_of_token(part: str) -> dict[str, Any] | None:
    """The object that a part of a JWT is."""
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def part_text(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
