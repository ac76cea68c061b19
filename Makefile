# The two commands of the README are `make demo` and `make test`; every other target is a part of one of them
# or makes something that is kept in the repository.
.POSIX:
.PHONY: demo test lint types check-tests web docs bench lock env env-dev clean

PY = .venv/bin/python
JOBS = 2

demo: env
	$(PY) scripts/demo.py

test: lint types check-tests

lint: env-dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: env-dev
	.venv/bin/mypy

check-tests: env-dev web
	$(PY) -m pytest -n $(JOBS)

# The page of `kg export --to html`, bundled from web/ into kg/export/assets (needs Node).
web:
	scripts/web

docs: env-dev
	$(PY) scripts/make_docs.py

bench: env-dev
	$(PY) benchmarks/score.py seeds tests/gold/seeds
	$(PY) benchmarks/speed.py seeds

lock:
	scripts/lock

env:
	scripts/env run

env-dev:
	scripts/env dev

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis graph
