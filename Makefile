# Needs git, make and Python 3.11 or newer. Everything else goes into .venv, at the versions of constraints.txt.
PYTHON ?= python3
BIN := .venv/bin
# dvc calls `taosha` by name.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help dataset test check clean

help:
	@echo "make dataset  rebuild the dataset (dvc repro) and show its scores"
	@echo "make test     run the tests, the type checker and the linter"
	@echo "make check    only the type checker and the linter"
	@echo "make clean    delete the environment and everything that was built"

dataset: .venv/installed
	$(BIN)/dvc repro
	$(BIN)/taosha evaluate --gold gold --pred outputs/dataset
	@echo "Records: outputs/dataset/records.jsonl (one line per dated fact)"
	@echo "Also:    outputs/dataset/documents.jsonl, programs.jsonl, rejected.jsonl, run.json"

test: .venv/installed check
	$(BIN)/pytest

check: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "taosha needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv outputs/dataset outputs/ingest outputs/gather outputs/clean outputs/sentences outputs/tag \
	  outputs/normalize outputs/check .mypy_cache .ruff_cache .pytest_cache .hypothesis
