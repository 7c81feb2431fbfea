import pytest

from pipeline import Pipeline, flow
from pipeline.draft import Draft
from pipeline.errors import DataError, UsageError
from pipeline.schema import Rejection, Source

SOURCE = Source(path="a.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
PAGE = Draft(doc_id="d", source=SOURCE, raw_text="甲", text="甲")


def test_a_page_on_which_a_stage_fails_is_rejected_by_name_and_reason():
    def stage(draft):
        raise ZeroDivisionError(draft.text)

    result = flow.guarded(stage, "check", PAGE)
    assert isinstance(result, Rejection)
    assert (result.source, result.error) == (SOURCE, "internal")
    assert "check failed with ZeroDivisionError: 甲" in result.message


def test_a_rejected_page_goes_through_untouched():
    rejection = Rejection(source=SOURCE, error="empty", message="nothing")
    assert flow.guarded(lambda draft: draft, "check", rejection) is rejection


def test_a_missing_model_stops_the_run_rather_than_rejecting_every_page():
    def stage(_):
        raise DataError("models/x is missing")

    with pytest.raises(DataError):
        flow.guarded(stage, "clean", PAGE)


def test_a_publication_date_that_is_none_is_refused():
    with pytest.raises(UsageError, match="published 'soon' is not a date"):
        Pipeline().text("去年收入80万元。", published="soon")
