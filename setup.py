"""What pyproject.toml cannot say: the README as an index of packages shows it, its links leading to the repository;
that nothing is built from a checkout that lacks the links to its code; and that a checkout installed in place is
compiled then, as installers compile what they copy.
"""

from __future__ import annotations

import compileall
import re
import sys
import tomllib
from pathlib import Path

from setuptools import setup

HERE = Path(__file__).parent
LINKS = ("pipeline", "schemas")
PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"(!?)(\[[^\]]*\])\((?!https?://|#)([^)\s]+)\)")


def absolute(text: str, repository: str) -> str:
    """A page whose relative links lead to the files of a repository, and its pictures to what these hold."""

    def led(link: re.Match[str]) -> str:
        kind = "raw" if link[1] else "blob"
        return f"{link[1]}{link[2]}({repository}/{kind}/main/{link[3]})"

    return LINK.sub(led, text)


def refuse_without_links(commands: list[str]) -> None:
    """End where what is built would lack the folders that `yusuan` has by symbolic links."""
    lacking = [f"yusuan/{name}" for name in LINKS if not (HERE / "yusuan" / name).is_dir()]
    if lacking and {"bdist_wheel", "editable_wheel", "sdist"} & set(commands):
        raise SystemExit(
            f"found no folder {' and '.join(lacking)}; expected symbolic links to the code of the package. "
            "Git makes them after: git config core.symlinks true && git checkout -f yusuan"
        )


def compile_in_place(commands: list[str]) -> None:
    """Compile the modules of a checkout whose code is run where it stands.

    Where Python is told to write no byte code (PYTHONDONTWRITEBYTECODE, as in many containers), each start would
    otherwise compile hundreds of modules again. What is edited later is compiled anew by Python as ever.
    """
    if "editable_wheel" in commands:
        for name in LINKS:
            compileall.compile_dir(HERE / "yusuan" / name, quiet=2)


if __name__ == "__main__":
    refuse_without_links(sys.argv)
    compile_in_place(sys.argv)
    setup(
        long_description=absolute((HERE / "README.md").read_text(encoding="utf-8"), PROJECT["urls"]["Repository"]),
        long_description_content_type="text/markdown",
    )
