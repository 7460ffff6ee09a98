# The hub's commands. Each one sets up what it needs in .venv, from the hashed locks, and
# does so again only when a lock changes. `make` by itself lists them.

# The first of these that is new enough; `make site PYTHON=/path/to/python3` overrides it.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null && echo "$$python" && break; done)
NEW_ENOUGH = import sys; sys.exit(sys.version_info < (3, 11))
VENV_PYTHON = .venv/bin/python
SECONDS = 120
QUIETLY = --quiet --disable-pip-version-check
UV = uv==0.13.9

# Material for MkDocs prints a notice about MkDocs 2 on every run; requirements.in heeds it.
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL = help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site serve demo check test bench fuzz golden lock clean browser

help:  ## list these commands
	@echo "The Creative Health Hub. What would you like to do?"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1~\2/p' $(MAKEFILE_LIST) | awk -F'~' '{printf "%-14s %s\n", $$1, $$2}'

site: .venv/hub.done  ## check the content and build the site into site/; ARGS=--profile shows times
	$(VENV_PYTHON) -m hub build $(ARGS)

serve: .venv/hub.done  ## preview the site while you edit, with live reload
	$(VENV_PYTHON) -m mkdocs serve --no-strict

demo: .venv/dev.done  ## build a hub in which everything is invented into site-demo/, to look around
	rm -rf build/demo
	$(VENV_PYTHON) -m tests.demo.generate build/demo
	SOURCE_DATE_EPOCH=1769817600 $(VENV_PYTHON) -m hub build --root build/demo --site-dir site-demo
	@echo "To look at it: $(VENV_PYTHON) -m http.server --directory site-demo 8001"
	@echo "and open http://localhost:8001/ in a browser."

check: .venv/dev.done  ## look for faults in the content, the code and the spelling
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m ruff check --preview --select unspecified-encoding
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) -m codespell_lib
	$(VENV_PYTHON) -m hub check

test: browser  ## run every test on all cores, in a real Chromium too; ARGS="-k clause" runs some
	$(VENV_PYTHON) -m pytest --numprocesses auto --dist loadfile $(ARGS)

golden: .venv/dev.done  ## write the expected pages in tests/ anew; review the difference
	HUB_UPDATE_GOLDEN=1 $(VENV_PYTHON) -m pytest -k golden

bench: .venv/hub.done  ## measure the hub and other builders; takes an hour, ARGS="--quick" a minute
	$(VENV_PYTHON) -m tests.benchmarks.bench $(ARGS)

fuzz: .venv/fuzz.done  ## feed the loaders random input, 2 minutes each; SECONDS=600 makes it ten
	@for target in yaml bibtex page concordat prose; do \
		echo "Fuzzing $$target for $(SECONDS) seconds"; \
		$(VENV_PYTHON) -m tests.fuzz.run $$target --seconds $(SECONDS) || exit 1; \
	done

lock:  ## renew every requirements*.txt with the newest versions allowed
	@$(call make_venv,.hub-cache/lock)
	.hub-cache/lock/bin/python -m pip install $(QUIETLY) $(UV)
	$(call compile,requirements-dev.in) --output-file requirements-dev.txt
	$(call compile,requirements.in) $(as_in_dev) --output-file requirements.txt
	cp requirements.txt hooks/hub/starter/requirements-lock.txt
	$(call compile,requirements-scheduler.in) $(as_in_dev) --output-file requirements-scheduler.txt
	$(call compile,requirements-paper.in) $(as_in_dev) --output-file requirements-paper.txt
	$(call compile,tests/fuzz/requirements.in) $(as_in_dev) --output-file tests/fuzz/requirements.txt
	$(call compile,.github/requirements-audit.in) --output-file .github/requirements-audit.txt

clean:  ## remove all that these commands made: site, caches and .venv
	rm -rf site site-demo .venv .hub-cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build hooks/*.egg-info
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +


# Set-up. Each mark (*.done) is written when its step is done; a step that was interrupted leaves
# `unfinished` behind, and the next command starts with a fresh .venv. So does one that was moved
# or copied here, or whose Python is gone. The tools of requirements-dev.txt change nothing that
# requirements.txt installed.

.venv/runtime.done: requirements.txt
	@echo "Setting up .venv; this takes about half a minute."
	@$(call make_venv,.venv)
	@$(call pip_install,--require-hashes --requirement requirements.txt)
	@echo "$(CURDIR)" > $@

.venv/hub.done: .venv/runtime.done pyproject.toml
	@$(call pip_install,--no-deps --no-build-isolation --editable .)
	@touch $@

.venv/dev.done: .venv/hub.done requirements-dev.txt
	@echo "Adding the tools for tests and checks; this takes about half a minute."
	@$(call pip_install,--require-hashes --requirement requirements-dev.txt)
	@touch $@

.venv/fuzz.done: .venv/dev.done tests/fuzz/requirements.txt
	@$(call pip_install,--require-hashes --requirement tests/fuzz/requirements.txt)
	@touch $@

pip_install = touch .venv/unfinished && $(VENV_PYTHON) -m pip install $(QUIETLY) $(1) && rm .venv/unfinished

built_here = [ ! -e .venv/unfinished ] && $(VENV_PYTHON) --version >/dev/null && cat .venv/runtime.done
ifneq ($(shell { $(built_here); } 2>/dev/null),$(CURDIR))
.PHONY: .venv/runtime.done
endif

define make_venv
python="$(PYTHON)"; \
if ! "$${python:-false}" -c '$(NEW_ENOUGH)'; then \
	echo "The hub needs Python 3.11 or newer; this is $$("$${python:-python3}" --version 2>&1)." >&2; \
	echo "Install a newer one, or name yours: make site PYTHON=/path/to/python3" >&2; \
	exit 1; \
elif ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	echo "$$python cannot make virtual environments. On Debian or Ubuntu, install what is missing:" >&2; \
	echo "    apt-get install python3-venv" >&2; \
	exit 1; \
fi; \
"$$python" -m venv --clear $(1)
endef

# One lock for every platform and every Python that pyproject.toml allows; with no index address.
compile = .hub-cache/lock/bin/python -m uv pip compile $(1) --upgrade --quiet --no-config --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes --custom-compile-command "make lock"
# .venv holds several of them at once.
as_in_dev = --constraint requirements-dev.txt

# Without a browser the tests still run, and say what they skip; in CI they fail.
browser: .venv/dev.done
	@missing=$$($(VENV_PYTHON) -m tests.e2e.browser); \
	[ -n "$$missing" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 0; \
	echo "Installing a browser for the tests: $$missing"; \
	apt-get update -qq >/dev/null && \
		apt-get install -y -qq --no-install-recommends $$missing >/dev/null || \
		echo "That failed; the tests go on without." >&2
