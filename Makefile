# Всё, что нужно, цели делают сами: Python 3.11+, make и индекс пакетов — больше ничего.

PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin
RUN := $(BIN)/python

.DEFAULT_GOAL := help

.venv/ready: requirements-dev.lock
	$(PYTHON) -m venv .venv
	$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

.PHONY: help
help: ## что умеет этот файл
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1|\2/' | column -t -s '|'

.PHONY: demo
demo: .venv/ready ## попробовать без токенов: страница с мессенджерами и часами (PORT=8080)
	$(RUN) -m bot demo --port $(PORT)

.PHONY: test
test: .venv/ready ## все тесты; что требует PostgreSQL или Chromium, пропускается с причиной
	$(RUN) -m pytest -q -n 3 --dist loadfile

.PHONY: lint
lint: .venv/ready ## стиль и типы
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

.PHONY: fix
fix: .venv/ready ## поправить стиль
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

.PHONY: contracts
contracts: .venv/ready ## все сценарии через проверяющий прокси: ни одного неверного вызова
	$(RUN) -m tests.contracts

.PHONY: year
year: .venv/ready ## прожить учебный год с двенадцатью людьми и прочитать, что получил каждый
	$(RUN) -m tests.year

.PHONY: bench
bench: .venv/ready ## замеры, по строке JSON на каждый
	$(RUN) -m bench

.PHONY: lock
lock: ## заново закрепить версии зависимостей
	uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --group dev --no-emit-index-url --no-header --no-annotate -q -o requirements-dev.lock
