"""A server as its command starts it, and what tests ask it."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from tests.conftest import ROOT

PDF = {"Content-Type": "application/pdf"}
_STARTS = 60.0
_READS = 120.0
ITEM = re.compile(r'<li id="e(\d+)" class="(\w+) (\w*)"(?: data-page="([^"]*)")?>(.*?)</li>', re.DOTALL)


@dataclass
class Answer:
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def told(self) -> Any:
        return json.loads(self.body)


@dataclass
class Item:
    """An entry of the list."""

    number: int
    state: str
    status: str
    page: str
    text: str


@dataclass
class Served:
    """A server under way."""

    url: str
    process: subprocess.Popen[str]
    said: list[str]

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port
        return port

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    def ask(
        self,
        place: str,
        method: str = "GET",
        body: Any = None,
        headers: dict[str, str] | None = None,
        whole: bool = False,
    ) -> Answer:
        """Ask for a place below the token, or for the path as it is if that is `whole`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, place if whole else self.path + place, body=body, headers=headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def drop(self, content: bytes, name: str = "a.pdf") -> Answer:
        return self.ask(f"documents?name={quote(name)}&size={len(content)}", "POST", content, PDF)

    def items(self) -> list[Item]:
        """The entries of the list, the newest first."""
        found = ITEM.findall(self.ask("list").text)
        return [
            Item(int(number), state, status, page, " ".join(re.sub(r"<[^>]*>", " ", text).split()))
            for number, state, status, page, text in found
        ]

    def item(self, number: int) -> Item:
        return next(item for item in self.items() if item.number == number)

    def until(self, true: Callable[[list[Item]], object], seconds: float = _READS) -> list[Item]:
        """The list, once something is true of it."""
        end = time.monotonic() + seconds
        while not true(found := self.items()):
            assert time.monotonic() < end, found
            assert self.process.poll() is None, "the server has ended"
            time.sleep(0.2)
        return found

    def done(self, number: int) -> Item:
        """An entry that is done."""
        self.until(lambda items: any(each.number == number and each.state == "done" for each in items))
        return self.item(number)

    def page(self, number: int) -> str:
        """The address of an entry's page, once it is there."""
        self.until(lambda items: any(each.number == number and each.page for each in items))
        return self.item(number).page

    def end(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([more.pop("path", ""), str(ROOT)]).strip(os.pathsep), **more}


@contextmanager
def served(*arguments: str | Path, path: str = "", lang: str = "en") -> Iterator[Served]:
    """A server that ends with the block."""
    command = [sys.executable, "-m", "yusuan", "serve", "--no-browser", "--lang", lang, *map(str, arguments)]
    process = subprocess.Popen(
        command, env=environment(path=path), stdout=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    )
    assert process.stdout
    try:
        said: list[str] = []
        while not any("dataset:" in line or "数据集" in line for line in said):
            line = process.stdout.readline()
            assert line, f"the server ended: {said}"
            said.append(line.strip())
        url = re.search(r"http://\S+", said[0])
        assert url
        yield Served(url[0], process, said)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        process.stdout.close()
