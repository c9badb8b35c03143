# Entitle: `make demo` to see it, `make test` to trust it. Every target makes what it needs.
VENV := .venv
PEERS := .venv-peers
PYTHON := $(VENV)/bin/python
ENTITLE := $(VENV)/bin/entitle
APT_PACKAGES := 'chromium-headless-shell|chromium' libmagic1 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
                fonts-liberation poppler-utils sip-tester espeak-ng pgbouncer iproute2
# Every test that starts a program starts it from bytecode: twice as quick as compiling it each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test check run bench bench-payments intakes transfers offline replay chaos steering pictures lock

help:           ## what each target does
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/ -/'

setup: $(VENV)/ready ## make .venv from the lock, and install the system packages it needs (as root)

$(VENV)/ready: requirements/test.txt requirements/steering.txt requirements/banks.txt package-lock.json pyproject.toml
	@./setup/system_packages.sh $(APT_PACKAGES)
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/uv.txt
	$(VENV)/bin/uv pip sync --quiet --python $(PYTHON) --require-hashes requirements/test.txt
	$(VENV)/bin/uv pip install --quiet --python $(PYTHON) --no-deps --require-hashes -r requirements/steering.txt -r requirements/banks.txt
	$(VENV)/bin/uv pip install --quiet --python $(PYTHON) --no-deps --no-build-isolation -e .
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(PYTHON) -m entitle.pages.vendor_assets
	@touch $@

demo: setup     ## build a cast and 2,000 customers, live a fortnight at the agency, and serve it on http://127.0.0.1:8000
	ENTITLE_DEMO=1 $(ENTITLE) demo

run: setup      ## serve the application and its worker on what `make demo` left
	ENTITLE_DEMO=1 $(ENTITLE) demo --keep

test: setup check ## everything: checks, unit tests, oracles, journeys in a browser
	$(PYTHON) -m pytest -n 3 --maxschedchunk=8 --every-page --ignore=tests/architecture

check: setup    ## style, types, the import fence and the architecture tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy -p entitle
	$(PYTHON) -m pytest tests/architecture

bench: setup    ## the measured ratios, beside other systems where they can be installed
	@$(MAKE) --no-print-directory $(PEERS)/ready || echo "The peers could not be installed: their figures are not measured."
	$(PYTHON) -m bench

bench-payments: setup ## a payday of ten thousand to three million awards, beside a raw COPY of the same rows
	$(PYTHON) bench/payday.py 10000 100000 1000000 3000000
	$(PYTHON) bench/bank_results.py

$(PEERS)/ready: requirements/peers.txt
	@test -x $(PEERS)/bin/python || python3 -m venv --without-pip $(PEERS)
	$(VENV)/bin/uv pip sync --quiet --python $(PEERS)/bin/python --require-hashes requirements/peers.txt
	@touch $@

steering: setup ## teach steering again from every utterance, and publish how well it does
	OPENBLAS_NUM_THREADS=$$(nproc) $(ENTITLE) steer --train

intakes: setup  ## a thousand claims sent on with every trap of spelling, the worker killed in the middle
	$(PYTHON) -m bench.intakes

transfers: setup ## a thousand claims handed to an older system on a bad day, it and the worker killed in the middle
	$(PYTHON) -m bench.transfers

offline: setup  ## 200 claims taken with the server stopped and the browser killed half-way; all arrive once
	$(PYTHON) -m pytest -n 0 -s tests/journeys/two_hundred_offline.py

replay: setup   ## the day that broke the old system: three callers for each that staff can answer, three kills, all accounted for
	$(PYTHON) -m bench.replay rates
	$(PYTHON) -m bench.replay sockets
	$(PYTHON) -m bench.replay procedures

chaos: setup    ## a hundred kills through paydays, everyone paid exactly once
	$(PYTHON) -m bench.chaos
	$(PYTHON) -m bench.chaos.primary
	$(PYTHON) -m bench.chaos.hosts

pictures: setup ## draw the lives and the rules; with DOORS=http://127.0.0.1:8000, photograph the demonstration there too
	ENTITLE_DEMO=1 $(ENTITLE) pictures $(if $(DOORS),--doors $(DOORS))

lock:           ## compile requirements/*.in into hashed locks
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/run.in -o requirements/run.txt
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/run.in requirements/test.in -o requirements/test.txt
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/uv.in -o requirements/uv.txt
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/peers.in -o requirements/peers.txt
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-deps --no-emit-index-url --no-header --python-version 3.11 requirements/steering.in -o requirements/steering.txt
	$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-deps --no-emit-index-url --no-header --python-version 3.11 requirements/banks.in -o requirements/banks.txt
