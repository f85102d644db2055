# Two commands do all their own set-up: `make demo` and `make test`.
# The environment is .venv/; a stamp file tells when it has to be made anew.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TOOLS := .tools
VSCODE := editors/vscode
NVIM := editors/neovim

.PHONY: demo test test-vscode test-llama lint tools tools-vscode wheel vsix bench clean

demo: $(STAMP) ## show diagnostic → verified fix → applied → no errors left
	@$(BIN)/rustmend demo

test: lint ## everything a change must pass
	$(BIN)/pytest -n 2 --dist loadfile $(PYTEST_ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-vscode: $(STAMP) tools-vscode ## the VS Code extension in the real workbench, some minutes
	$(BIN)/pytest -m workbench tests/e2e/test_vscode.py $(PYTEST_ARGS)

test-llama: $(STAMP) $(TOOLS)/llama/.installed ## against the real llama.cpp server, which is built first (some ten minutes, wants g++)
	RUSTMEND_TEST_LLAMA=$(CURDIR)/$(TOOLS)/llama/bin/python $(BIN)/pytest -m llama tests/llama $(PYTEST_ARGS)

tools: $(TOOLS)/editors/VERSIONS $(VSCODE)/node_modules/.package-lock.json $(NVIM)/node_modules/.package-lock.json ## a current Neovim and rust-analyzer under .tools/ (Debian and its kin), and what the editors' code is checked with

tools-vscode: tools $(TOOLS)/vscode/VERSIONS ## VS Code's server too

$(TOOLS)/editors/VERSIONS: tests/e2e/install-editors.sh
	bash tests/e2e/install-editors.sh $(TOOLS)/editors

$(TOOLS)/vscode/VERSIONS: tests/e2e/install-code-server.sh
	bash tests/e2e/install-code-server.sh $(TOOLS)/vscode

$(VSCODE)/node_modules/.package-lock.json: $(VSCODE)/package-lock.json
	cd $(VSCODE) && npm ci --no-audit --no-fund

$(NVIM)/node_modules/.package-lock.json: $(NVIM)/package-lock.json
	cd $(NVIM) && npm ci --no-audit --no-fund

$(TOOLS)/llama/.installed:
	$(PYTHON) -m venv $(TOOLS)/llama
	CMAKE_ARGS="-DLLAVA_BUILD=OFF -DLLAMA_CURL=OFF -DGGML_OPENMP=OFF" $(TOOLS)/llama/bin/pip install --quiet 'llama-cpp-python[server]' gguf
	@touch $@

wheel: $(STAMP)
	$(PYTHON) -m venv $(TOOLS)/build && $(TOOLS)/build/bin/pip -q install build && $(TOOLS)/build/bin/python -m build --outdir dist .

vsix: wheel $(VSCODE)/node_modules/.package-lock.json ## the VS Code extension, with the server's wheel in it, under dist/
	cd $(VSCODE) && npm run --silent package

bench: $(STAMP) ## ratios to plain cargo, printed as a table
	$(BIN)/python bench/ratios.py

clean:
	rm -rf $(VENV) $(TOOLS) dist

$(STAMP): pyproject.toml
	@command -v cargo >/dev/null || { echo "rustmend needs Rust: install it with rustup (https://rustup.rs), then run make again"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "rustmend needs Python 3.11 or newer: set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "this Python lacks venv: on Debian and Ubuntu, apt install python3-venv, then run make again"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $(STAMP)
