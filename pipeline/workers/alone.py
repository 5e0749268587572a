"""One document in a process of its own, which is kept for the next one, for a thread of a program that is not ours.

Workers of a cluster run tasks in threads, in processes that multiprocessing may not start others from; what a document
does to its process must not reach them. So the process is started as a program, and bytes go through its pipes.
"""

from __future__ import annotations

import hashlib
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import IO

from yusuan.pipeline.document.document import Document, quarantined, read_document, release
from yusuan.pipeline.document.rows import Trusted
from yusuan.pipeline.read.readers import Reader, named
from yusuan.pipeline.understand.words import Added, use, vocabulary
from yusuan.pipeline.workers.limits import Limits
from yusuan.pipeline.workers.processes import STARTS
from yusuan.pipeline.workers.worker import died, end_with_parent, outside, overdue, ready

_SIZE = 8
_GOES = 5
"""Seconds in which a process that has closed its output is gone."""
_ROOT = Path(str(files("yusuan"))).parent


class Alone:
    """Reads documents one after another in another process, each within `limits`. It is for one thread at a time."""

    def __init__(self, reader: Reader, limits: Limits) -> None:
        self._reader, self._limits = named(reader), limits
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, data: bytes, path: str, added: Added = ()) -> Document:
        """The document in `data`, read with words added to the vocabulary, with no more than the dataset needs;
        quarantined where its process did not do it.

        Where the process was killed from outside, another one tries once more.
        """
        read, killed = self._read(data, path, added)
        return self._read(data, path, added)[0] if killed else read

    def _read(self, data: bytes, path: str, added: Added) -> tuple[Document, bool]:
        """The document, and whether the process was killed by somebody else."""
        process = self._process = self._process or self._started()
        assert process.stdin and process.stdout
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._limits.seconds, end)
        timer.start()
        try:
            with suppress(OSError):  # it has died, which the end of its output tells
                _put(process.stdin, pickle.dumps((data, path, added)))
            answer = _take(process.stdout)
        finally:
            timer.cancel()
        if answer is not None:
            document: Document = Trusted.loads(answer)
            return document, False
        with suppress(subprocess.TimeoutExpired):  # else to end it might be taken for what it died of
            process.wait(_GOES)
        self.close()
        finding = overdue(self._limits.seconds) if late.is_set() else died(process.returncode)
        killed = not late.is_set() and outside(process.returncode)
        return quarantined(path, finding, hashlib.sha256(data).hexdigest()), killed

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", __name__, self._reader, str(self._limits.seconds), str(self._limits.megabytes)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT)
        assert process.stdout
        timer = threading.Timer(STARTS, process.kill)
        timer.start()
        _take(process.stdout)  # that it is ready; where it has ended, the next answer tells
        timer.cancel()
        return process


def main() -> None:
    """The other process: documents from standard input, each answered on standard output."""
    reader, seconds, megabytes = sys.argv[1:]
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    own = named(reader)
    ready(Limits(float(seconds), int(megabytes)), own)
    _put(answers, b"")
    while (task := _take(sys.stdin.buffer)) is not None:
        data, path, added = pickle.loads(task)
        if added != vocabulary().added:
            use(added)
        document = read_document(data, path, own)
        release(document)
        _put(answers, pickle.dumps(document, pickle.HIGHEST_PROTOCOL))


def _put(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(_SIZE, "big") + content)
    pipe.flush()


def _take(pipe: IO[bytes]) -> bytes | None:
    """What was put into the other end; None where it ended before."""
    size = pipe.read(_SIZE)
    if len(size) < _SIZE:
        return None
    content = pipe.read(length := int.from_bytes(size, "big"))
    return content if len(content) == length else None


if __name__ == "__main__":
    main()
