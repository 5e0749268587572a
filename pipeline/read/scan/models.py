"""The models that recognise text, which the extra `scans` brings: from rapidocr's own files, nothing is downloaded."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.scan.which import model

Scores = npt.NDArray[np.float32]
"""Steps along a line × signs: probabilities, of no sign first."""


class Recogniser:
    """Pictures of lines of text → the scores of each sign, step by step."""

    def __init__(self) -> None:
        # Else it tells its makers of each use, and keeps a number for this machine in the home folder.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # Documents are read side by side in processes of their own.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Each line has another width: a plan for one does not fit the next.
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(model()), options, providers=["CPUExecutionProvider"])
        self._input: str = self._session.get_inputs()[0].name
        signs = self._session.get_modelmeta().custom_metadata_map["character"].split("\n")
        self.signs: tuple[str, ...] = ("", *(sign.rstrip("\r") for sign in signs), " ")

    def scores(self, line: npt.NDArray[np.float32]) -> Scores:
        """The scores of one line, 48 rows high, of grey levels from -1 (black) to 1."""
        batch = np.broadcast_to(line[None, None], (1, 3, *line.shape))
        found: Scores = self._session.run(None, {self._input: np.ascontiguousarray(batch)})[0][0]
        return found


@cache
def recogniser() -> Recogniser:
    """The one of this process."""
    return Recogniser()
