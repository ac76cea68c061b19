"""Requests to a SPARQL server: digest and basic authentication, retries, and errors that say what to do."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError

from kg.errors import QueryError, StoreError

ATTEMPTS = 5
_AGAIN = (500, 502, 503, 504)  # a server that starts, is busy or met a deadlock; all our requests may be repeated
_PART = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]+))')
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


class Connection:
    """A pool of connections to one server; ``name`` is how error messages call it (without its password)."""

    def __init__(self, name: str, user: str | None = None, password: str | None = None, patience: float = 0.2) -> None:
        self._name, self._user, self._password = name, user, password or ""
        self._challenge: dict[str, str] | None = None
        self._count = 0
        retries = urllib3.Retry(
            ATTEMPTS,
            redirect=3,
            backoff_factor=patience,
            backoff_jitter=patience,
            status_forcelist=_AGAIN,
            allowed_methods=None,
            raise_on_status=False,
        )
        timeout = urllib3.Timeout(connect=5.0, read=float(os.environ.get("KG_SPARQL_TIMEOUT", "600")))
        self._pool = urllib3.PoolManager(maxsize=8, retries=retries, timeout=timeout)

    def request(
        self,
        method: str,
        url: str,
        *,
        fields: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        missing: bool = False,
    ) -> urllib3.BaseHTTPResponse:
        """The answer to one request; ``fields`` are sent as a form, ``missing`` allows the answer 404.

        Raises QueryError where the server calls the request wrong, StoreError for everything else.
        """
        response = self._send(method, url, fields, body, headers)
        if response.status == 401 and self._user is not None:
            self._challenge = _challenge(response.headers.get("WWW-Authenticate", ""))
            response = self._send(method, url, fields, body, headers)
        if response.status < 400 or (missing and response.status == 404):
            return response
        raise self._error(response, url)

    def _send(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str] | None,
        body: bytes | None,
        headers: Mapping[str, str] | None,
    ) -> urllib3.BaseHTTPResponse:
        sent = {"User-Agent": "kg", **(headers or {}), **self._authorization(method, url)}
        try:
            if fields is not None:
                return self._pool.request_encode_body(
                    method, url, fields=dict(fields), encode_multipart=False, headers=sent
                )
            return self._pool.request(method, url, body=body, headers=sent)
        except MaxRetryError as error:
            raise StoreError(
                f"the server {self._name} does not answer ({_cause(error)}), also not after {ATTEMPTS} more attempts; "
                "see whether it runs, and run the same command again: what is done is kept"
            ) from error
        except (HTTPError, OSError) as error:
            raise StoreError(f"the server {self._name} broke off ({error}); run the same command again") from error

    def _authorization(self, method: str, url: str) -> dict[str, str]:
        if self._user is None or self._challenge is None:
            return {}
        if self._challenge.get("scheme") == "basic":
            return dict(urllib3.make_headers(basic_auth=f"{self._user}:{self._password}"))
        self._count += 1
        return {"Authorization": digest(self._challenge, self._user, self._password, method, url, self._count)}

    def _error(self, response: urllib3.BaseHTTPResponse, url: str) -> StoreError | QueryError:
        said = " ".join(re.sub(r"<[^>]+>", " ", response.data.decode("utf-8", "replace")).split())[:500]
        if response.status == 400:
            return QueryError(f"the server {self._name} calls the SPARQL wrong: {said}")
        if response.status in (401, 403):
            who = f"as {self._user}" if self._user else "without a name"
            remedy = "give the name and password: sparql+http://NAME:PASSWORD@..."
            return StoreError(f"the server {self._name} does not let us in {who} ({response.status}); {remedy}")
        path = urlsplit(url).path
        if response.status in (404, 405):
            remedy = "name its endpoints: ...?query=/sparql&update=/update&store=/data"
            return StoreError(f"the server {self._name} has nothing for us at {path} ({response.status}); {remedy}")
        return StoreError(f"the server {self._name} failed at {path} with status {response.status}: {said}")

    def close(self) -> None:
        """Close all connections."""
        self._pool.clear()


def _cause(error: MaxRetryError) -> str:
    reason = getattr(error.reason, "__cause__", None) or error.reason
    return str(getattr(reason, "strerror", None) or reason or error).rpartition(">: ")[2]


def _challenge(header: str) -> dict[str, str]:
    """The parts of a WWW-Authenticate header, and its scheme."""
    kind, _, rest = header.partition(" ")
    parts = {match[1].lower(): match[2] if match[2] is not None else match[3] for match in _PART.finditer(rest)}
    return {"scheme": kind.lower(), **parts}


def digest(challenge: Mapping[str, str], user: str, password: str, method: str, url: str, count: int) -> str:
    """The Authorization header of RFC 7616 for one request, number ``count`` under this challenge."""
    algorithm = challenge.get("algorithm", "MD5").upper()
    make = _HASHES.get(algorithm.removesuffix("-SESS"))
    if make is None or challenge.get("scheme") != "digest":
        raise StoreError(f"the server wants an authentication that is not known here: {algorithm}; use digest or basic")

    def hashed(text: str) -> str:
        return make(text.encode()).hexdigest()

    parts = urlsplit(url)
    uri = parts.path + (f"?{parts.query}" if parts.query else "")
    realm, nonce = challenge.get("realm", ""), challenge.get("nonce", "")
    own, number = os.urandom(8).hex(), f"{count:08x}"
    secret = hashed(f"{user}:{realm}:{password}")
    if algorithm.endswith("-SESS"):
        secret = hashed(f"{secret}:{nonce}:{own}")
    wanted = hashed(f"{method}:{uri}")
    fields = {"username": user, "realm": realm, "nonce": nonce, "uri": uri}
    tail = f", algorithm={algorithm}"
    if "auth" in challenge.get("qop", "").replace(",", " ").split():
        fields |= {"cnonce": own, "response": hashed(f"{secret}:{nonce}:{number}:{own}:auth:{wanted}")}
        tail += f", qop=auth, nc={number}"
    else:
        fields["response"] = hashed(f"{secret}:{nonce}:{wanted}")
    if "opaque" in challenge:
        fields["opaque"] = challenge["opaque"]
    quoted = ", ".join(f'{name}="{value}"' for name, value in fields.items())
    return f"Digest {quoted}{tail}"
