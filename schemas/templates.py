"""All declared templates, and the identities that may hold between tables of any publisher."""

from __future__ import annotations

from schemas import final_accounts, jiangsu, national, shanghai
from schemas.declaration import Equality, Stage, Template

TEMPLATES: tuple[Template, ...] = (shanghai.BUDGET, jiangsu.BUDGET, national.BUDGET, final_accounts.FINAL_ACCOUNT)


def evidence(stage: Stage) -> tuple[Equality, ...]:
    """The identities that any publisher of a kind of document declares, each once."""
    found = {
        (equality.rule, equality.left, equality.right): equality
        for template in TEMPLATES
        if template.stage == stage
        for equality in template.equalities
    }
    return tuple(found.values())
