#!/usr/bin/env python3
"""Records which calls Google's own library for credentials makes for each kind of them.

Without an argument it writes `google-auth-calls.json` anew. Keys are made here; keys, tokens and times do not stand in the record.
"""

from __future__ import annotations

import base64
import copy
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import google.auth
import google.auth.compute_engine
import google.auth.transport.requests
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from google.auth import identity_pool
from google.auth.compute_engine import _metadata

from running import Running

RECORD = Path(__file__).with_name("google-auth-calls.json")
SCOPE = "https://www.googleapis.com/auth/cloud-platform"
IMPERSONATION = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/tuner@my-project.iam.gserviceaccount.com:generateAccessToken"
USER = {
    "type": "authorized_user",
    "client_id": "764086051850-user.apps.googleusercontent.com",
    "client_secret": "planted-client-secret",
    "refresh_token": "1//planted-refresh-token",
    "token_uri": "<base>/token",
    "quota_project_id": "quota-project",
}
SERVICE = {
    "type": "service_account",
    "project_id": "my-project",
    "private_key_id": "0123456789abcdef0123456789abcdef01234567",
    "private_key": "<private key>",
    "client_email": "robot@my-project.iam.gserviceaccount.com",
    "client_id": "123456789012345678901",
    "token_uri": "<base>/token",
}
EXTERNAL = {
    "type": "external_account",
    "audience": "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/pool/providers/one",
    "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
    "token_url": "<base>/sts",
}
FILE_SOURCE = {"file": "<folder>/subject-token"}
# The credentials of each recording; placeholders are put in when they are used.
KINDS: dict[str, dict[str, Any] | None] = {
    "authorized-user": USER,
    "service-account": SERVICE,
    "metadata-server": None,
    "impersonated-by-user": {
        "type": "impersonated_service_account",
        "service_account_impersonation_url": IMPERSONATION,
        "delegates": [],
        "source_credentials": USER,
    },
    "impersonated-through-delegate": {
        "type": "impersonated_service_account",
        "service_account_impersonation_url": IMPERSONATION,
        "delegates": ["between@my-project.iam.gserviceaccount.com"],
        "quota_project_id": "quota-project",
        "source_credentials": SERVICE,
    },
    "external-file-text": {**EXTERNAL, "credential_source": FILE_SOURCE},
    "external-file-json": {
        **EXTERNAL,
        "credential_source": {
            "file": "<folder>/subject-token.json",
            "format": {"type": "json", "subject_token_field_name": "access_token"},
        },
    },
    "external-url-text": {
        **EXTERNAL,
        "credential_source": {"url": "<base>/subject-token", "headers": {"X-Planted": "planted-header"}},
    },
    "external-url-json": {
        **EXTERNAL,
        "credential_source": {
            "url": "<base>/subject-token?format=json",
            "format": {"type": "json", "subject_token_field_name": "id_token"},
        },
    },
    "external-impersonated": {
        **EXTERNAL,
        "credential_source": FILE_SOURCE,
        "service_account_impersonation_url": IMPERSONATION,
        "service_account_impersonation": {"token_lifetime_seconds": 2800},
    },
    "external-workforce": {
        **EXTERNAL,
        "audience": "//iam.googleapis.com/locations/global/workforcePools/pool/providers/one",
        "workforce_pool_user_project": "987654321",
        "credential_source": FILE_SOURCE,
    },
}
SUBJECT_TOKEN = "planted-subject-token"
HEADERS = ("authorization", "content-type", "metadata-flavor", "x-goog-user-project", "x-planted")


class Session(requests.Session):
    """Sends what is meant for Google's hosts to the server.

    The library takes the token endpoint of a user's credentials and the host of impersonation from nowhere else.
    """

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.trust_env = False

    def request(self, method: Any, url: Any, *arguments: Any, **options: Any) -> requests.Response:
        url = re.sub(r"^https://iamcredentials\.googleapis\.com", self.base + "/iam", str(url))
        url = re.sub(r"^https://oauth2\.googleapis\.com", self.base, url)
        url = re.sub(r"^http://(metadata\.google\.internal|169\.254\.169\.254)", self.base, url)
        return super().request(method, url, *arguments, **options)


def record(folder: Path) -> dict[str, Any]:
    """The calls of all kinds, each against a server of its own."""
    key = new_key()
    (folder / "subject-token").write_text(SUBJECT_TOKEN)
    (folder / "subject-token.json").write_text(json.dumps({"access_token": SUBJECT_TOKEN}))
    made = {}
    for name, credentials in KINDS.items():
        with Running(folder / name) as server:
            calls = _calls(server, credentials, key, folder)
        made[name] = {"credentials": credentials, "calls": calls}
    return {
        "library": "google-auth",
        "scope": SCOPE,
        "subjectToken": SUBJECT_TOKEN,
        "kinds": made,
    }


def _calls(
    server: Running, credentials: dict[str, Any] | None, key: rsa.RSAPrivateKey, folder: Path
) -> list[dict[str, Any]]:
    transport = google.auth.transport.requests.Request(Session(server.url))
    if credentials is None:
        assert _metadata.ping(transport)
        assert _metadata.get_project_id(transport) == "my-project"
        found: Any = google.auth.compute_engine.Credentials(scopes=[SCOPE])
        found.refresh(transport)
    else:
        words = {"<base>": server.url, "<folder>": str(folder), "<private key>": pem(key)}
        filled = filled_in(credentials, words)
        if filled["type"] == "external_account":
            # What loads any kind would look for the project's name on the network first.
            found = identity_pool.Credentials.from_info(filled, scopes=[SCOPE])
        else:
            found, _ = google.auth.load_credentials_from_dict(filled, scopes=[SCOPE])
        found.refresh(transport)
    assert str(found.token).startswith("ya29.fault-server-")
    issued: list[str] = []
    calls = []
    for entry in server.requests():
        assert entry["status"] == 200, entry
        calls.append(_told(entry, key, issued))
    return calls


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(key: rsa.RSAPrivateKey) -> str:
    form, none = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, none).decode()


def filled_in(value: Any, words: dict[str, str]) -> Any:
    """A value with its placeholders replaced."""
    if isinstance(value, dict):
        return {name: filled_in(inner, words) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled_in(inner, words) for inner in value]
    for mark, text in words.items():
        value = value.replace(mark, text) if isinstance(value, str) else value
    return value


def _told(entry: dict[str, Any], key: rsa.RSAPrivateKey, issued: list[str]) -> dict[str, Any]:
    """What of a call matters."""
    headers = {name: value for name, value in entry["headers"].items() if name in HEADERS}
    if "authorization" in headers:
        token = headers["authorization"].removeprefix("Bearer ")
        headers["authorization"] = "Bearer <token>" if token.startswith("ya29.") else headers["authorization"]
    call: dict[str, Any] = {
        "call": entry["call"],
        "method": entry["method"],
        "path": entry["path"],
        "query": entry["query"],
        "headers": headers,
    }
    form = copy.deepcopy(entry.get("form"))
    if form and "assertion" in form:
        call["assertion"] = _assertion(form["assertion"], key)
        form["assertion"] = "<assertion>"
    if form and form.get("subject_token", "").startswith("ey"):
        form["subject_token"] = "<subject token>"
    if form is not None:
        call["form"] = form
    if "body" in entry:
        call["body"] = entry["body"]
    return call


def _assertion(text: str, key: rsa.RSAPrivateKey) -> dict[str, Any]:
    """The header and the claims of a signed assertion, whose signature is checked, with times relative to iat."""
    header, claims, signature = (base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in text.split("."))
    key.public_key().verify(signature, text.rpartition(".")[0].encode(), padding.PKCS1v15(), SHA256())
    told = json.loads(claims)
    told["exp"] = f"iat+{told['exp'] - told['iat']}"
    told["iat"] = "now"
    return {"header": json.loads(header), "claims": told}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        RECORD.write_text(json.dumps(record(Path(made)), indent=2, sort_keys=True) + "\n")
    print(f"wrote {RECORD}", file=sys.stderr)
