"""Forms that are unlike those of cities: codes, names, headers and columns in the ways of other publishers."""

from __future__ import annotations

from tests.unseen_forms.bodies import BODIES
from tests.unseen_forms.bodies_and_sources import SOURCES
from tests.unseen_forms.codes import CODES
from tests.unseen_forms.columns import COLUMNS
from tests.unseen_forms.counties import COUNTIES
from tests.unseen_forms.expenses import EXPENSES
from tests.unseen_forms.final_accounts import FINAL_ACCOUNTS
from tests.unseen_forms.lists import LISTS
from tests.unseen_forms.provinces import PROVINCES
from tests.unseen_forms.publishers import PUBLISHERS
from tests.unseen_forms.sides import SIDES
from tests.unseen_forms.uses_and_accounts import USES
from tests.unseen_forms.years import YEARS

UNSEEN = (
    *(
        *FINAL_ACCOUNTS,
        *BODIES,
        *SOURCES,
        *CODES,
        *SIDES,
        *LISTS,
        *COLUMNS,
        *USES,
        *YEARS,
        *EXPENSES,
        *PUBLISHERS,
        *PROVINCES,
        *COUNTIES,
    ),
)
