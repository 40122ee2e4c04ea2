# Everything starts here: `make run` and `make test` set up all they need.
# PYTHON is any Python 3.11 or newer; its own venv and pip fetch uv, and uv installs what uv.lock names.
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
unexport PYTHONDONTWRITEBYTECODE
unexport VIRTUAL_ENV
export UV_COMPILE_BYTECODE := 1
export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON_PREFERENCE := only-system
# Behind a proxy that signs for itself only the system knows whom to trust; a machine without a store of its own has uv's.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem),)
export UV_SYSTEM_CERTS ?= 1
endif

.PHONY: help setup run up test lint bench bench-html bench-extract bench-confidence bench-copies bench-templates clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 16

.uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Parkwatch needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12 …" >&2; exit 2; }
	@echo "Fetching uv $(UV_VERSION) …"
	@$(PYTHON) -m venv --clear .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.ready: uv.lock pyproject.toml | .uv/bin/uv
	@echo "Installing what uv.lock names …"
	@.uv/bin/uv sync --frozen --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')"
	@touch $@

setup: .venv/.ready ## the set-up alone: .venv/ with parkwatch in its bin/

run: .venv/.ready ## the nightly run against the seed portal, through Airflow, then a summary
	@$(BIN)/parkwatch run --seed

up: .venv/.ready ## Airflow with scheduler and page on 127.0.0.1, the nightly schedule on; Ctrl-C ends it
	@$(BIN)/parkwatch up

test: .venv/.ready ## all tests
	@$(BIN)/python -m pytest -n 2 --dist loadscope

lint: .venv/.ready ## ruff, mypy strict, the one-way flow between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

.venv/.bench: .venv/.ready
	@.uv/bin/uv sync --frozen --group bench
	@touch $@

bench: bench-extract bench-confidence bench-copies bench-templates bench-html ## the benchmarks

bench-extract: .venv/.bench ## the extractor beside jionlp and Recognizers-Text; ARTICLES=folder of labelled articles
	@$(BIN)/python -m bench.extract $(or $(ARTICLES),tests/articles)

bench-confidence: .venv/.ready ## whether a confidence is the share that is right; ARTICLES=folder of labelled articles
	@$(BIN)/python -m bench.confidence $(or $(ARTICLES),tests/articles)

bench-copies: .venv/.ready ## a night's 500 articles find their reports among 1,000, 10,000 and 100,000 stored ones
	@$(BIN)/python -m bench.copies

bench-templates: .venv/.ready ## made-up pages of five portals read straight, carefully and by trafilatura
	@$(BIN)/python -m bench.templates

bench-html: .venv/.bench ## the article reader beside its peers; PAGES=folder of pages and their labels
	@$(if $(PAGES),$(BIN)/python -m bench.html $(PAGES),echo "bench-html: no PAGES=folder was given; nothing to measure on")

clean: ## remove the environment and everything that runs left
	@if [ -x $(BIN)/parkwatch ]; then $(BIN)/parkwatch down; fi
	@rm -rf .venv .uv .parkwatch .mypy_cache .ruff_cache .pytest_cache .hypothesis
