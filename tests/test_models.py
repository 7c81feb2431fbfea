import pytest

from pipeline import models
from pipeline.errors import DataError


def test_a_model_of_the_checkout_is_found():
    assert models.path("programs.bin").parent.name == "models"


def test_an_installed_package_prefers_its_own_models(tmp_path, monkeypatch):
    for folder in ("_models", "models"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "any.bin").touch()
    monkeypatch.setattr(models, "_FOLDERS", (tmp_path / "_models", tmp_path / "models"))
    assert models.path("any.bin") == tmp_path / "_models" / "any.bin"


def test_a_missing_model_is_an_error_that_names_the_remedy():
    with pytest.raises(DataError, match=r"models/none\.bin is missing.*models/none\.md says how it is made"):
        models.path("none.bin")
