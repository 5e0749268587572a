"""Who may ask the server: a page of its own, or somebody who was given its address, on this computer.

The address has a token, which no other page knows. Besides, the name that the server is asked by must be its own, so
that a name of somebody else which leads here (DNS rebinding) opens nothing; and a request that a browser makes for
another page is refused, whatever it is for.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from yusuan.pipeline.messages.language import tell
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_OPEN = "open"
_OPENS = 60.0
"""Seconds in which the browser that is started asks for the address."""


class Guard:
    """Lets requests through to `app`, with the path after the token, and gives every answer its headers."""

    def __init__(self, app: App, port: int) -> None:
        self._app = app
        names = ("127.0.0.1", "localhost")
        self._hosts = tuple(f"{name}:{port}" for name in names) + (names if port == 80 else ())
        self._token = secrets.token_urlsafe(24)
        self._ticket, self._until = secrets.token_urlsafe(24), time.monotonic() + _OPENS
        self.url = f"http://{self._hosts[0]}/{self._token}/"
        """The address for a person; whoever has it may ask."""
        self.once = f"http://{self._hosts[0]}/{_OPEN}/{self._ticket}"
        """An address that leads to the other one once, soon: every user of this computer may see what a browser is
        started with."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refused(Headers(scope=scope)) or self._led(scope)
        await (answer or self._app)(scope, receive, with_headers)

    def _refused(self, headers: Headers) -> Response | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return _no(421, say.WRONG_HOST.of(hosts=self._hosts[0]))
        origins = [origin for origin in headers.getlist("origin") if origin.lower() != f"http://{hosts[0].lower()}"]
        sites = [site for site in headers.getlist("sec-fetch-site") if site not in ("same-origin", "none")]
        return _no(403, say.OTHER_ORIGIN.of()) if origins or sites else None

    def _led(self, scope: Scope) -> Response | None:
        """Another answer than the app's; else the scope has the path after the token."""
        if scope["path"] == "/favicon.ico":  # which browsers ask for by themselves
            return Response(status_code=204)
        token, slash, rest = scope["path"].removeprefix("/").partition("/")
        if token == _OPEN and self._once(rest):
            return RedirectResponse(f"/{self._token}/", status_code=303)
        if not hmac.compare_digest(token.encode(errors="replace"), self._token.encode()):
            return _no(403, say.NO_TOKEN.of())
        if not slash:
            return RedirectResponse(f"/{self._token}/")
        scope["path"], scope["raw_path"] = f"/{rest}", b""
        return None

    def _once(self, ticket: str) -> bool:
        right = bool(self._ticket) and hmac.compare_digest(ticket.encode(errors="replace"), self._ticket.encode())
        in_time = time.monotonic() < self._until
        if right:
            self._ticket = ""
        return right and in_time


def _no(status: int, said: Said) -> Response:
    # What is refused is not read to its end.
    return PlainTextResponse(f"{tell(said)}\n", status_code=status, headers={"Connection": "close"})
