"""Tasks done by several processes at once, of which each may hang or die and costs its own task only."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from yusuan.pipeline.workers.start import LOST, started, unheard
from yusuan.pipeline.workers.worker import died, outside, overdue

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from yusuan.pipeline.messages.findings import Finding

Task = TypeVar("Task")
Result = TypeVar("Result")
_GOES = 5
"""Seconds in which a process that has closed its pipe is gone."""
STARTS = 120.0
"""Seconds in which a process is ready, which no document can help."""


@dataclass
class _Worker(Generic[Task]):
    process: BaseProcess
    tasks: Connection
    number: int = 0
    task: Task | None = None
    deadline: float = 0.0
    ready: bool = False


class Processes(Generic[Task, Result]):
    """Gives tasks to processes that run `target` with their end of a pipe and `arguments`.

    `target` sends None when it is ready, takes one task after another from the pipe, sends back a result for each, and
    ends at None. A task that takes more than `seconds` from then on, or whose process dies, has the result that `lost`
    makes of it and the reason; another process takes its place. A task whose process was killed from outside is given
    out once more. Tasks are taken as they are given out, so that only those under way are held.
    """

    def __init__(
        self,
        target: Callable[..., object],
        arguments: tuple[Any, ...],
        most: int,
        seconds: float,
        lost: Callable[[Task, Finding], Result],
    ) -> None:
        self._target, self._arguments = target, arguments
        self._most, self._seconds, self._lost = max(1, most), seconds, lost
        self._workers: list[_Worker[Task]] = []
        self._again: deque[tuple[int, Task]] = deque()
        self._tried: set[int] = set()

    def each(self, tasks: Iterable[Task]) -> Iterator[tuple[int, Result]]:
        """The number of each task, from 0, and its result, in the order in which they are done; no task is None."""
        todo = enumerate(tasks)
        with started() as context:
            try:
                while True:
                    self._hand_out(todo, context)
                    if not self._busy:
                        return
                    for worker in self._ready():
                        if result := self._result(worker):
                            yield worker.number, result[0]
            finally:
                self._stop()

    @property
    def _busy(self) -> list[_Worker[Task]]:
        return [worker for worker in self._workers if worker.task is not None]

    def _hand_out(self, todo: Iterator[tuple[int, Task]], context: BaseContext) -> None:
        while len(self._busy) < self._most and (
            following := self._again.popleft() if self._again else next(todo, None)
        ):
            worker = next((worker for worker in self._workers if worker.task is None), None) or self._started(context)
            worker.number, worker.task = following
            worker.deadline = time.monotonic() + (self._seconds if worker.ready else max(STARTS, self._seconds))
            with suppress(OSError):  # it has died, which its end of the pipe tells
                worker.tasks.send(worker.task)

    def _started(self, context: BaseContext) -> _Worker[Task]:
        ours, theirs = context.Pipe()
        process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=self._target, args=(theirs, *self._arguments), daemon=True
        )
        with unheard(context):
            process.start()
        theirs.close()
        worker: _Worker[Task] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _ready(self) -> list[_Worker[Task]]:
        """The workers that have sent something, have died, or have had all the time there is."""
        busy = self._busy
        soonest = min(worker.deadline for worker in busy)
        told = wait([worker.tasks for worker in busy], timeout=max(0.0, soonest - time.monotonic()))
        now = time.monotonic()
        return [worker for worker in busy if worker.tasks in told or worker.deadline <= now]

    def _result(self, worker: _Worker[Task]) -> tuple[Result] | None:
        """The result of a worker's task; None where it has only begun, or is given out once more."""
        task, worker.task = worker.task, None
        assert task is not None
        if not worker.tasks.poll():
            self._end(worker)
            return (self._lost(task, overdue(self._seconds)),)
        try:
            result = worker.tasks.recv()
            if result is not None:
                return (result,)
            worker.task, worker.ready, worker.deadline = task, True, time.monotonic() + self._seconds
            return None
        except (EOFError, OSError):
            worker.process.join(timeout=_GOES)  # else to end it might be taken for what it died of
            self._end(worker)
        code = worker.process.exitcode
        if (outside(code) or code == LOST) and worker.number not in self._tried:
            self._tried.add(worker.number)
            self._again.append((worker.number, task))
            return None
        return (self._lost(task, died(code)),)

    def _end(self, worker: _Worker[Task]) -> None:
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join()
        worker.tasks.close()
        self._workers.remove(worker)

    def _stop(self) -> None:
        for worker in list(self._workers):
            if worker.task is None:
                with suppress(OSError):
                    worker.tasks.send(None)
                    worker.process.join(timeout=1)
            self._end(worker)
