"""The server's pages: the one to drop PDFs on, its list, and those of the report."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from yusuan.pipeline.messages.language import spoken, tell
from yusuan.pipeline.report import pages
from yusuan.pipeline.serve import report_pages
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries
from yusuan.pipeline.serve.reading import Reading
from yusuan.pipeline.serve.uploads import NotTaken, Uploads
from yusuan.pipeline.serve.watch import Watch
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TAKEN_ALONG = (".csv", ".xlsx")
_OF_PDFS = "frame-ancestors 'none'"
"""The policy of a PDF, which viewers of browsers show by styles of their own."""
_OWN = ("serve.css", "serve.js")
_NAME = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9][A-Za-z0-9_-]*\.(?:html|css|js|png|svg|csv|xlsx)")
"""The names of a report's files."""
_PDF_NAME = re.compile(r"pdfs/([0-9a-f]{12})\.pdf")
_PDF = ("application/pdf", "application/octet-stream")


class Desk:
    """What the pages show and take."""

    def __init__(
        self, entries: Entries, reading: Reading, uploads: Uploads, bounds: Bounds, watch: Watch | None
    ) -> None:
        self._entries, self._reading, self._uploads, self._bounds = entries, reading, uploads, bounds
        self._watch = watch
        self._assets = pages.assets() | {
            f"assets/{name}": (files("yusuan.pipeline.serve") / "templates" / name).read_bytes() for name in _OWN
        }

    def app(self) -> Starlette:
        """The routes."""

        @asynccontextmanager
        async def at_work(app: Starlette) -> AsyncIterator[None]:
            tasks = [asyncio.create_task(self._reading.run())]
            if self._watch:
                tasks.append(asyncio.create_task(self._watch.run(self._reading.wanted)))
            yield
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task

        return Starlette(
            routes=[
                Route("/", self._start),
                Route("/list", self._list),
                Route("/documents", self._document, methods=["POST"]),
                Route("/report/{name:path}", self._report),
                Route("/{name:path}", self._asset),
            ],
            lifespan=at_work,
            exception_handlers={HTTPException: _not_done},
        )

    async def _start(self, request: Request) -> Response:
        return _page("serve.html", **self._shown())

    async def _list(self, request: Request) -> Response:
        return _page("serve_list.html", **self._shown())

    def _shown(self) -> dict[str, Any]:
        reading = self._reading
        ready = {entry.number for entry in self._entries if entry.page and reading.page_file(entry.page)}
        waits = reading.documents != reading.whole and not reading.trouble
        return {
            "entries": list(reversed(list(self._entries))),
            "busy": bool(self._entries.under_way()) or waits,
            "documents": reading.documents,
            "whole": reading.whole,
            "megabytes": self._bounds.megabytes,
            "troubles": [said for said in (reading.trouble, self._watch.trouble if self._watch else None) if said],
            "watched": self._watch.shown if self._watch else "",
            "ready": ready,
            "making": {entry.number for entry in self._entries if entry.page and waits} - ready,
        }

    async def _document(self, request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in _PDF:
            return _reason(415, say.WRONG_TYPE.of())
        try:
            size = _size(request)
            entry, again = await self._uploads.take(request.query_params.get("name", ""), size, _pieces(request))
        except NotTaken as refused:
            return _reason(refused.status, refused.said)
        self._reading.wanted()
        return JSONResponse({"number": entry.number, "again": again}, 200 if again else 201)

    async def _report(self, request: Request) -> Response:
        name = request.path_params["name"] or "index.html"
        if name in self._assets:
            return _file(name, self._assets[name])
        if found := _PDF_NAME.fullmatch(name):
            return await self._pdf(name, found[1])
        file = self._reading.page_file(name) if _NAME.fullmatch(name) else None
        if file is None:
            raise HTTPException(404)
        try:
            content = await asyncio.to_thread(file.read_bytes)
        except OSError:
            raise HTTPException(404) from None
        return _file(name, report_pages.shown(name, content) if name.endswith(".html") else content)

    async def _pdf(self, name: str, document_id: str) -> Response:
        page = self._reading.page_file(f"d/{document_id}.html")
        content = await asyncio.to_thread(report_pages.pdf_of, page, document_id) if page else None
        if content is None:
            raise HTTPException(404)
        return _file(name, content, {"Content-Security-Policy": _OF_PDFS})

    async def _asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._assets:
            raise HTTPException(404)
        return _file(name, self._assets[name])


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    try:
        async for piece in request.stream():
            if piece:
                yield piece
    except ClientDisconnect:
        raise NotTaken(400, say.CUT.of()) from None


def _size(request: Request) -> int | None:
    """What a request says of its size, be it of a file that is not sent because it is too large."""
    sizes = [request.query_params.get("size", ""), request.headers.get("content-length", "")]
    return max((int(each) for each in sizes if re.fullmatch(r"\d{1,18}", each)), default=None)


def _page(template: str, **values: Any) -> Response:
    return Response(pages.page(template, spoken(), root="", **values), media_type=_TYPES[".html"])


def _file(name: str, content: bytes, headers: dict[str, str] | None = None) -> Response:
    ending = name[name.rindex(".") :]
    if ending in _TAKEN_ALONG:
        headers = {"Content-Disposition": "attachment"}
    return Response(content, media_type=_TYPES[ending], headers=headers)


def _reason(status: int, said: Said) -> Response:
    return JSONResponse({"reason": tell(said)}, status, {"Connection": "close"})


async def _not_done(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = say.WRONG_METHOD.of(method=request.method) if error.status_code == 405 else say.NOT_FOUND.of()
    return PlainTextResponse(f"{tell(said)}\n", error.status_code, error.headers)
