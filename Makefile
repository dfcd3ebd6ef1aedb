# make story            sets up, builds the example story, shows what is in it
# make story PAGES=dir  the same with your own saved pages, in a story named after the folder (dir.db); or STORY=FILE
# make test             sets up and runs the tests
# make check            lint, types, docs, patterns
# make patterns         regular expressions that take long on long texts; those that were searched before are known
# make samples          writes the README's samples anew, as the commands print them
# make weights          trains the language weights anew (needs the training data)

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
EXAMPLE := examples/northbridge/pages
PAGES ?= $(EXAMPLE)
# Pages of your own never go into the example's story: theirs is named after the folder.
ifeq ($(abspath $(PAGES)),$(abspath $(EXAMPLE)))
STORY ?= story.db
MANIFEST := --manifest examples/northbridge/manifest.csv --title "The Velmara training mission" --description "An invented story: how an alliance came to train an army, what was promised, and what came of it."
else
STORY ?= $(patsubst story.db,story-pages.db,$(subst *,_,$(or $(notdir $(abspath $(PAGES))),pages)).db)
endif

.PHONY: story serve test check docs patterns samples lint types weights lock clean

story: $(VENV)/.ready
	@$(BIN)/onrecord build "$(PAGES)" -o "$(STORY)" $(MANIFEST)
	@echo
	@echo "Look at it:   $(BIN)/onrecord serve '$(STORY)'     then open http://127.0.0.1:8000/"
	@echo "Or ask it:    $(BIN)/onrecord quotes '$(STORY)'    (also: figures times events timeline promises undertakings comments who search why verify decide decisions show export brief)"

serve: $(VENV)/.ready
	$(BIN)/onrecord serve "$(STORY)"

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

check: lint types docs patterns

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

docs: $(VENV)/.ready-dev
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html

patterns: $(VENV)/.ready-dev
	$(BIN)/python -m bench.patterns

samples: $(VENV)/.ready-dev
	$(BIN)/python docs/samples.py

weights: $(VENV)/.ready-dev
	$(BIN)/python -m training.event_classifiers
	$(BIN)/python -m training

lock:
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --extra accurate --extra web --extra feed --extra pdf -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --extra accurate --extra web --extra feed --extra pdf --extra docs --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

$(VENV)/.ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once; a few minutes) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Setting up what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) $(STORY) docs/_build
