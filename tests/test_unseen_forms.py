"""Forms in other ways than those of cities: each printed amount is what its form declares, and none is lost."""

from __future__ import annotations

import pytest

from tests.forms_of_cities import Form, body, pages, truth
from tests.sheets import counted, printed, read
from tests.test_forms_of_cities import said
from tests.unseen_forms import UNSEEN


@pytest.mark.parametrize("form", UNSEEN, ids=lambda form: form.name)
def test_each_amount_is_what_its_form_declares_and_none_is_lost(form: Form) -> None:
    found = read(*pages(form))
    assert said(found, form.unit) == truth(form)
    assert not printed(body(form)) - counted(found)
    assert not found.unread


@pytest.mark.parametrize("form", UNSEEN, ids=lambda form: form.name)
def test_what_is_not_read_is_in_no_wrong_place_and_not_lost_in_silence(form: Form) -> None:
    found = read(*pages(form))
    assert not said(found, form.unit) - truth(form)
    assert found.findings or not printed(body(form)) - counted(found)
    assert {item["status"] for item in found.items} <= {"proved", "unproved"}
