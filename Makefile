# `make demo` and `make test` need nothing but git, make and Python 3.11 or newer; both build .venv first.
# `make eval EVALS=PATH` needs the evaluation data, which is no part of the repository, in PATH/data.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint format glossary eval spellout vocabularies clean

# A folder of clean articles closes no gate; the draft has errors planted in it, so there 1 is the right exit code.
demo: $(VENV)/.installed
	@echo '$$ termkit check locales/'
	@$(BIN)/termkit check locales/ && echo 'exit code 0: the gate is open'
	@echo
	@echo '$$ termkit check tests/draft/'
	@$(BIN)/termkit check tests/draft/; code=$$?; \
	if [ $$code -ne 1 ]; then echo "exit code $$code, where the planted errors should give 1" >&2; exit 2; fi; \
	echo 'exit code 1: the gate is closed'

# pytest comes last, so that its summary is the last thing to be read.
test: lint
	$(BIN)/pytest

lint: $(VENV)/.developed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.developed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# What translators pull from here; termkit writes the other formats too. A test holds the exports to the termbase.
EXPORTS := po tbx-v2 tbx-basic omegat csv

glossary: $(VENV)/.installed
	$(BIN)/termkit glossary export $(EXPORTS:%=--format %) --output glossary/export

# Without EVALS the data is sought beside the repository; where there is none, that is said and nothing is written.
eval: $(VENV)/.installed
	$(BIN)/python benchmarks/accuracy.py $(if $(EVALS),--evals '$(EVALS)')

# The tables of number words, after a new release of CLDR's spell-out rules.
spellout: $(VENV)/.developed
	$(BIN)/python tests/languages/spellout.py

# The lists of a language's ordinary words, from SCOWL and a census: see the script.
vocabularies: $(VENV)/.developed
	$(BIN)/python -m tests.languages.vocabularies --scowl '$(SCOWL)' --census '$(CENSUS)'

clean:
	rm -rf $(VENV)

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "termkit needs Python 3.11 or newer, and $(PYTHON) is none:" \
	"say which to use, as in: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
