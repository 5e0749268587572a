"""The server's side of the process that reads: what is handed in goes to it, what it answers becomes what is shown."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from yusuan.pipeline.serve.entries import Entries, Entry
from yusuan.pipeline.serve.settings import REPORT, Asked, Settings
from yusuan.schemas.sentences import serve as say
from yusuan.schemas.sentences.files import EXIT_STATUS, SIGNAL
from yusuan.schemas.sentences.said import NOTHING, Said
from yusuan.schemas.sentences.system import of_system

_ROOT = Path(str(files("yusuan"))).parent
COMMAND = (sys.executable, "-P", "-m", "yusuan.pipeline.serve.reader")
"""What starts the process; without the working folder on its path, where anything may lie."""
_LINE = 64 * 1024 * 1024
"""Bytes of the longest answer."""
_TRIES = 2
_STARTS = 3
"""How often in a row the process may end before it is ready, until what waits is given up."""
_PAUSE = 1.0
_ENDS = 10.0
"""Seconds in which the process ends when it is told to."""


class Reading:
    """Keeps a process that reads, starts another where it ended, and gives up a document over which two have ended."""

    def __init__(self, settings: Settings, entries: Entries, command: Sequence[str] = COMMAND) -> None:
        self._settings, self._entries, self._command = settings, entries, command
        self._process: asyncio.subprocess.Process | None = None
        self._wanted = asyncio.Event()
        self._sent: set[int] = set()
        self._fresh: list[str] = []
        self._failures = 0
        self.documents = 0
        """How many the dataset has."""
        self.whole = 0
        """How many of them the whole report has; 0 before it is there."""
        self.trouble: Said = NOTHING

    def wanted(self) -> None:
        """Tell that something waits."""
        self._wanted.set()

    def page_file(self, name: str) -> Path | None:
        """The file of a page or picture of the report, new ones first; None where there is none (yet)."""
        own = [Path(self._settings.pages) / each for each in reversed(self._fresh)] if _of_document(name) else []
        for folder in (*own, *([Path(self._settings.out) / REPORT] if self.whole else [])):
            file = folder / name
            with suppress(OSError, ValueError):
                if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
                    return file
        return None

    async def run(self) -> None:
        """Read, until the task is cancelled."""
        try:
            while True:
                try:
                    self._lost(await self._one_process())
                except OSError as error:  # no process can be had, at this moment
                    self._lost(of_system(error))
                await asyncio.sleep(_PAUSE)
        finally:
            await self._stop()

    async def _one_process(self) -> Said:
        """Keep a process until it ends; how it ended."""
        before = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        process = self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": before},
            limit=_LINE,
            start_new_session=True,  # Ctrl-C is for the server, which ends it
        )
        assert process.stdin and process.stdout
        self._sent.clear()
        feeding = asyncio.create_task(self._feed(process.stdin))
        try:
            while line := await process.stdout.readline():
                self._take(json.loads(line))
        except (ValueError, LookupError, TypeError, AttributeError):  # it says what it may not say
            process.kill()
        finally:
            feeding.cancel()
        code = await process.wait()
        return SIGNAL.of(number=-code) if code < 0 else EXIT_STATUS.of(code=code)

    async def _feed(self, pipe: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            pipe.write(f"{self._settings.line()}\n".encode())
            while True:
                for entry in self._next():
                    self._sent.add(entry.number)
                    asked = Asked(entry.number, str(entry.path), anew=entry.origin == "watched")
                    pipe.write(f"{asked.line()}\n".encode())
                    await pipe.drain()
                self._wanted.clear()
                await self._wanted.wait()

    def _next(self) -> list[Entry]:
        """What is to be handed over; what a process has ended over goes alone."""
        todo = [entry for entry in self._entries.waiting() if entry.number not in self._sent]
        if again := [entry for entry in todo if entry.tries]:
            return again[:1] if not self._sent else []
        return todo

    def _take(self, said: Mapping[str, Any]) -> None:
        if "ready" in said:
            self._failures, self.trouble = 0, NOTHING
        if entry := self._entries.get(said.get("begun", 0)):
            entry.turn("reading")
        if entry := self._entries.get(said.get("read", 0)):
            entry.turn("writing")
        if entry := self._done(said.get("failed", 0)):
            entry.refuse(Said(*said["said"]))
        if entry := self._done(said.get("changed", 0)):
            self._entries.drop(entry)  # it is handed in again when it is at rest
        if "placed" in said:
            self._placed(said)
        if "pages" in said:
            self._fresh.append(said["pages"])
        if "whole" in said:
            self.documents = self.whole = said["whole"]
            self._fresh.clear()
            self.trouble = NOTHING
        if "trouble" in said:
            self.trouble = Said(*said["trouble"])

    def _placed(self, said: Mapping[str, Any]) -> None:
        self.documents = said["documents"]
        for number, row in said["placed"].items():
            if not (entry := self._done(int(number))):
                continue
            if row is None:
                entry.refuse(say.NOT_IN_DATASET.of())
                continue
            entry.row, entry.status = row, row["status"]
            entry.reason = Said(row["reason"] or "", row["reason_zh"] or row["reason"] or "")
            entry.page = f"d/{row['document_id']}.html"
            entry.turn("done")

    def _done(self, number: int) -> Entry | None:
        self._sent.discard(number)
        self.wanted()
        return self._entries.get(number)

    def _lost(self, how: Said) -> None:
        """The process has ended: what it was at is tried again, but not for ever."""
        self._failures += 1
        for entry in self._entries.under_way():
            if self._failures > _STARTS:
                entry.refuse(say.NOT_READING.of(how=how))
            elif entry.number in self._sent and entry.state != "waiting":
                entry.tries += 1
                entry.turn("waiting")
                if entry.tries >= _TRIES:
                    entry.refuse(say.LOST.of(how=how))
        self._sent.clear()

    async def _stop(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), _ENDS)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _of_document(name: str) -> bool:
    return name.startswith(("d/", "pages/", "tables/"))
