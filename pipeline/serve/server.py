"""The server itself: its socket on 127.0.0.1, the folder that it works in, its beginning and its end."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.messages.language import spoken
from yusuan.pipeline.serve.app import Desk
from yusuan.pipeline.serve.bounds import Bounds
from yusuan.pipeline.serve.entries import Entries
from yusuan.pipeline.serve.guard import Guard
from yusuan.pipeline.serve.reading import Reading
from yusuan.pipeline.serve.settings import PDFS, Settings
from yusuan.pipeline.serve.uploads import Uploads
from yusuan.pipeline.serve.watch import Watch
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_system

ADDRESS = "127.0.0.1"
"""The only address that is listened to: what lies here is for this computer alone."""
_CONNECTIONS = 200
_CLOSES = 3
"""Seconds that answers under way may take at the end."""


class NotServed(SaidError):
    """The server cannot start; `option` is the one of the command line that is to be changed."""

    def __init__(self, said: Said, option: str) -> None:
        super().__init__(said)
        self.option = option


@dataclass(frozen=True)
class Wish:
    """What is asked for. Without `out` the dataset goes with the session; port 0 is any that is free."""

    out: Path | None = None
    watch: Path | None = None
    port: int = 0
    browser: bool = True
    workers: int = 1
    seconds: float = 300.0
    megabytes: int = 2048
    bounds: Bounds = field(default_factory=Bounds)


def serve(wish: Wish, tell: Callable[[Said], None]) -> None:
    """Serve until Ctrl-C. Raises NotServed, and OSError where the folder of the dataset cannot be written."""
    with (
        listening(wish.port) as listener,
        tempfile.TemporaryDirectory(prefix="yusuan-serve-", ignore_cleanup_errors=True) as session,
    ):
        out = (wish.out or Path(session) / "dataset").absolute()
        pages = Path(session) / "pages"
        pages.mkdir()
        out.mkdir(parents=True, exist_ok=True)
        if wish.watch:
            _check_watched(wish.watch, out)
        with _alone(out):
            settings = Settings(str(out), str(pages), spoken(), wish.workers, wish.seconds, wish.megabytes)
            guard = _guarded(wish, settings, listener)
            tell(say.STARTED.of(url=guard.url))
            tell(say.ONLY_HERE.of())
            tell((say.KEPT if wish.out else say.PASSING).of(out=out))
            if wish.watch:
                tell(say.WATCHING.of(folder=wish.watch))
            _run(guard, listener, wish.browser)
            tell(say.ENDED.of())


def _guarded(wish: Wish, settings: Settings, listener: socket.socket) -> Guard:
    out, entries = Path(settings.out), Entries(wish.bounds.listed)
    reading = Reading(settings, entries)
    uploads = Uploads(out / PDFS, settings.label / PDFS, entries, wish.bounds)
    uploads.clear()
    watch = Watch(wish.watch.absolute(), out, entries, wish.bounds) if wish.watch else None
    return Guard(Desk(entries, reading, uploads, wish.bounds, watch).app(), listener.getsockname()[1])


def _run(guard: Guard, listener: socket.socket, browser: bool) -> None:
    config = uvicorn.Config(
        guard,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_CLOSES,
    )
    server = uvicorn.Server(config)

    async def run() -> None:
        if browser:
            asyncio.get_running_loop().run_in_executor(None, _open, guard.once)
        await server.serve(sockets=[listener])

    with suppress(KeyboardInterrupt):  # which uvicorn raises once more when all is ended
        asyncio.run(run())


def _open(url: str) -> None:
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)


@contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """A socket that listens on a port of this computer alone. Raises NotServed where it cannot be had."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)  # on Windows another program could listen there too
        listener.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
            listener.listen()
        except (OSError, OverflowError) as error:
            said = of_system(error) if isinstance(error, OSError) else error
            raise NotServed(say.PORT_TAKEN.of(port=port, error=said), "--port") from None
        yield listener


def _check_watched(folder: Path, out: Path) -> None:
    if not folder.is_dir():
        raise NotServed(say.NO_WATCHED.of(folder=folder), "--watch")
    if folder.resolve().is_relative_to(out.resolve()):
        raise NotServed(say.WATCHED_OWN.of(folder=folder), "--watch")


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder of a dataset, which two servers would make two reports in. Raises NotServed."""
    own = out / ".yusuan"
    own.mkdir(exist_ok=True)
    number = os.open(own / "serve.lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    try:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise NotServed(say.OUT_TAKEN.of(out=out), "--out") from None
            except OSError:
                pass  # a file system without locks
        yield
    finally:
        os.close(number)
