# Passerelle's commands. `make demo` and `make test` need Python 3.12 or newer and make, nothing else.
PYTHON := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test audit bench trials pictures check generate format

help: ## say what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: ## install everything from the lock files (the others do it by themselves)
	@sh scripts/setup.sh

demo: setup ## start the product on a demo world: PORT=8000 unless told
	@exec $(PYTHON) -m scripts.demo

demo-reset: setup ## forget the demo world and start afresh
	@exec $(PYTHON) -m scripts.demo --reset

test: setup ## every check and every test, browser included
	@exec $(PYTHON) -m scripts.test

audit: setup ## what is known against the versions that the lock files pin, where somebody can be asked
	@exec $(PYTHON) -m scripts.audit

bench: setup ## measure: sizes, demo, lighthouse, growth, speed, pool, live; only=NAME for one
	@exec $(PYTHON) -m bench $(only)

trials: setup ## try what must never happen: races, life, fuzz, lossless, access; only=NAME for one, rounds=1000 steps=20000 scale=1 resume=1
	@exec $(PYTHON) -m trials $(only) $(if $(rounds),--rounds=$(rounds)) $(if $(steps),--steps=$(steps)) \
	    $(if $(scale),--scale=$(scale)) $(if $(resume),--resume)

pictures: setup ## take a picture of every screen, in every language, light and dark
	@exec $(PYTHON) -m scripts.pictures

check: setup ## format, lint, types, import contracts, drift; only=NAME for one
	@exec $(PYTHON) -m scripts.check $(only)

generate: setup ## write the generated files anew: OpenAPI, types, diagrams, catalogs
	@exec $(PYTHON) -m scripts.check --generate

format: setup ## format both sides
	@exec $(PYTHON) -m scripts.check --format
