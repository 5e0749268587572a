#!/usr/bin/env python3
"""Who publishes the project, and as which version: declared once, written to wherever else it has to stand.

The owner is that of `Repository` in pyproject.toml, the version that of yusuan/version.py.

    python .ci/release.py                            write both to all other places; they are there already unless a
                                                     declaration was edited by hand
    python .ci/release.py --owner NAME               declare another owner first
    python .ci/release.py --version 1.2.3            declare a version, and close [Unreleased] in CHANGELOG.md
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = Path("yusuan/version.py")
NAMED_IN = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "docs/checking.md")
"""The files with addresses of the project, or its version."""


def text_of(path: str | Path) -> str:
    """What a file of the repository holds."""
    return (ROOT / path).read_text(encoding="utf-8")


def declared() -> tuple[str, str]:
    """The owner and the version."""
    repository = tomllib.loads(text_of("pyproject.toml"))["project"]["urls"]["Repository"]
    version = re.search(r'__version__ = "(.+)"', text_of(VERSION))
    assert version
    return repository.split("/")[-2], version[1]


def named(text: str, owner: str, version: str) -> str:
    """A file with the addresses of an owner and the version of a release."""
    text = re.sub(r"github\.com/[\w.-]+/yusuan\b", f"github.com/{owner}/yusuan", text)
    text = re.sub(r"[\w-]+\.github\.io/yusuan\b", f"{owner}.github.io/yusuan", text)
    text = re.sub(r"`[\w.-]+` is\n?(\s*)whoever publishes", rf"`{owner}` is\n\1whoever publishes", text)
    return re.sub(r"(yusuan@v|rev: v|^version: )\d[\w.]*", rf"\g<1>{version}", text, flags=re.MULTILINE)


def released(changes: str, owner: str, version: str, day: str) -> str:
    """The change log with what was not released as a version of its own, and the links at its end."""
    home = f"https://github.com/{owner}/yusuan"
    head, _, rest = changes.partition("## [Unreleased]\n")
    rest = rest.replace(f"[Unreleased]: {home}/commits/main\n", f"[{version}]: {home}/releases/tag/v{version}\n")
    rest = re.sub(
        r"\[Unreleased\]: \S+/compare/(v\S+)\.\.\.main\n",
        lambda link: f"[{version}]: {home}/compare/{link[1]}...v{version}\n",
        rest,
    )
    rest = re.sub(
        rf"^\[{re.escape(version)}\]: ", rf"[Unreleased]: {home}/compare/v{version}...main\n\g<0>", rest, flags=re.M
    )
    return f"{head}## [Unreleased]\n\n## [{version}] - {day}\n{rest}"


def main() -> None:
    """Declare what is given, and write it everywhere."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--owner")
    options.add_argument("--version")
    given = options.parse_args()
    owner, version = declared()
    if given.version and f"## [{given.version}]" in text_of("CHANGELOG.md"):
        sys.exit(f"found {given.version} in CHANGELOG.md; expected a version that was not released yet")
    for path in NAMED_IN:
        text = named(text_of(path), given.owner or owner, given.version or version)
        if given.version and path == "CHANGELOG.md":
            text = released(text, given.owner or owner, given.version, f"{datetime.now(UTC):%Y-%m-%d}")
        (ROOT / path).write_text(text, encoding="utf-8")
    if given.version:
        changed = text_of(VERSION).replace(f'"{version}"', f'"{given.version}"')
        (ROOT / VERSION).write_text(changed, encoding="utf-8")


if __name__ == "__main__":
    main()
