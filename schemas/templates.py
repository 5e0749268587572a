"""All declared templates. A new publisher or kind of document is one more entry here."""

from __future__ import annotations

from schemas import final_accounts, jiangsu, national, shanghai
from schemas.declaration import Template

TEMPLATES: tuple[Template, ...] = (shanghai.BUDGET, jiangsu.BUDGET, national.BUDGET, final_accounts.FINAL_ACCOUNT)
