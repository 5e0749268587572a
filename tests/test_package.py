"""What is installed, and what a checkout is without it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def without_links(tmp_path: Path) -> Path:
    """A checkout as git makes it where it may not make symbolic links: a file with the target in the place of each."""
    (tmp_path / "yusuan").mkdir()
    for folder in ("pipeline", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
        (tmp_path / "yusuan" / folder).write_text(f"../{folder}")
    for file in (ROOT / "yusuan").glob("*.py"):
        shutil.copy(file, tmp_path / "yusuan")
    return tmp_path


def build(kind: str, checkout: Path) -> subprocess.CompletedProcess[str]:
    """Build what is asked for as pip does, into dist/."""
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    (checkout / "dist").mkdir()
    program = f"import setuptools.build_meta as backend; backend.build_{kind}('dist')"
    return subprocess.run([sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, check=False)


def test_a_checkout_without_symbolic_links_can_be_used(without_links: Path) -> None:
    script = "import yusuan.pipeline.cli, yusuan.schemas as s; print(s.__file__)"
    done = subprocess.run([sys.executable, "-c", script], cwd=without_links, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == without_links / "schemas" / "__init__.py"


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_what_would_lack_its_code_is_not_built(without_links: Path, kind: str) -> None:
    """The wheel was built without the two folders, and an installation as it is ended in an error of the linker."""
    done = build(kind, without_links)
    assert done.returncode != 0
    assert "found no folder yusuan/pipeline and yusuan/schemas; expected symbolic links" in done.stderr
    assert "git config core.symlinks true" in done.stderr
    assert not list((without_links / "dist").glob("*.*"))


def test_the_folders_of_the_repository_are_no_names_of_their_own_where_it_is_installed(tmp_path: Path) -> None:
    script = "import importlib.util as u; print([bool(u.find_spec(n)) for n in ('yusuan', 'pipeline', 'schemas')])"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[True, False, False]"


def test_a_checkout_installed_in_place_is_compiled(without_links: Path) -> None:
    """Where Python writes no byte code, each start compiled four hundred modules again."""
    for folder in ("pipeline", "schemas"):
        (without_links / "yusuan" / folder).unlink()
        (without_links / "yusuan" / folder).symlink_to(f"../{folder}")
    done = build("editable", without_links)
    assert done.returncode == 0, done.stderr
    module = without_links / "yusuan" / "pipeline" / "layout" / "cells.py"
    assert Path(cache_from_source(str(module))).is_file()
