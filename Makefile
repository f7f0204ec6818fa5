# SPDX-FileCopyrightText: Videoguida authors
# SPDX-License-Identifier: EUPL-1.2

# Videoguida. "make help" lists the targets.

PORT  ?= 8080
GO     = go
DEMO   = .cache/demo
SHEETS = 2026-11-24
SHEET  = $(GO) run ./cmd/storyboard --today $(SHEETS) --out $(DEMO)/sheet --guide
DESK   = --size 1280x640 --captions 112
HOSTED = $$($(GO) list ./... | grep -v /wasm/)
FORMAT = gofmt -l cmd player static tokengen wasm

.DEFAULT_GOAL := help
.PHONY: help run site fresh dashboard-demo check vet licences sbom test engines tools compare bench accept generate pictures voice clean have-go
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(DEMO)/jwks.json ## build the guide, print demo links and serve it on PORT (8080)
	@$(GO) run ./cmd/videoguida site --keys $(DEMO)/jwks.json --demo --quality 5
	@$(GO) run ./cmd/tokengen demo --base http://localhost:$(PORT)/ --list
	@$(GO) run ./cmd/tokengen demo --base http://localhost:$(PORT)/ --qr under55
	@$(GO) run ./cmd/videoguida serve --site build/site --addr :$(PORT)

site: ## build the site to publish into build/site (KEYS=jwks.json, or the demonstration's)
	@$(MAKE) --no-print-directory $(if $(KEYS),,$(DEMO)/jwks.json)
	$(GO) run ./cmd/videoguida site --keys $(or $(KEYS),$(DEMO)/jwks.json --demo)

fresh: ## what a newcomer sees: make run in a clean clone on a bare machine, with two releases of Go (as root, on Debian)
	.ci/fresh.sh

dashboard-demo: ## invent a campaign with a known truth and show its dashboard on 127.0.0.1:PORT
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/dashboard.db*
	@$(GO) run ./cmd/videoguida demo --db $(DEMO)/dashboard.db
	@$(GO) run ./cmd/videoguida dashboard --db $(DEMO)/dashboard.db --addr 127.0.0.1:$(PORT)

# The demonstration key is made on this machine and never leaves it.
$(DEMO)/jwks.json: | have-go
	@$(GO) run ./cmd/tokengen demo --base http://localhost/ >/dev/null
	@$(GO) run ./cmd/tokengen jwks --key $(DEMO)/key.pem >$@

check: vet ## the inner loop: format, vet, Go tests but for the longest (two minutes)
	.ci/go-test.sh -short $(HOSTED)

vet:
	@test -z "$$($(FORMAT))" || { echo "gofmt these:"; $(FORMAT); exit 1; }
	$(GO) vet -composites=false $(HOSTED)
	GOOS=js GOARCH=wasm $(GO) vet -composites=false ./wasm/...

licences: ## every file says its licence (installs the checker of REUSE into .cache)
	.ci/reuse.sh

sbom: ## bills of materials (CycloneDX) of the commands and of the site into build/sbom
	$(GO) run ./cmd/videoguida sbom --out build/sbom $(if $(wildcard build/site/manifest.json),--site build/site)

test: tools vet licences ## all tests, then the browser tests (installs what it needs)
	NEED=1 .ci/go-test.sh $(HOSTED)
	.ci/every-day.sh
	e2e/all.sh

engines: ## the main scenarios in Chromium, Firefox and WebKitGTK; writes the table of the README (installs what it needs)
	TABLE=README.md e2e/engines.sh

# What the tests read paper and videos with, a PostgreSQL and strace for the counters'; without them "make check"
# passes these tests over.
tools:
	tokengen/setup.sh
	e2e/setup.sh

compare: ## measure the host's CPU beside nginx's (Debian; installs nginx and a load generator)
	static/deploy/compare.sh

bench: ## measure the film beside the leanest video of it and write docs/BENCH.md (half an hour)
	e2e/bench.sh

accept: vet ## everything with full counts, as published; the output goes to docs/ACCEPTANCE.md
	docs/accept.sh

generate: ## make the generated Go files again
	$(GO) generate ./...

pictures: ## make the pictures of docs/ again (Chromium takes the phone's)
	@mkdir -p $(DEMO)
	@$(GO) run ./cmd/tokengen demo --facts under55 --today $(SHEETS) >$(DEMO)/naspi.json
	@$(GO) run ./cmd/tokengen demo --facts pension-8 --today $(SHEETS) >$(DEMO)/pension.json
	$(SHEET) naspi --facts $(DEMO)/naspi.json --sheet docs/contact-portrait.png
	$(SHEET) naspi --facts $(DEMO)/naspi.json $(DESK) --sheet docs/contact-landscape.png
	$(SHEET) pension --facts $(DEMO)/pension.json --sheet docs/contact-pension-portrait.png
	$(SHEET) pension --facts $(DEMO)/pension.json $(DESK) --sheet docs/contact-pension-landscape.png
	$(SHEET) spot --sheet docs/contact-spot.png
	e2e/setup.sh
	node e2e/pictures.mjs

voice: ## make the voice bank again after a spoken word changed (Debian; installs a synthesiser)
	cmd/voicebank/setup.sh
	$(GO) generate ./player/voice
	$(GO) run ./cmd/voicebank build
	$(GO) run ./cmd/voicebank qc --engine 'pico2wave -l it-IT -w {out} {text}' --report static/site/voice/it/qc.json

run site dashboard-demo check vet generate pictures: | have-go

have-go:
	@command -v $(GO) >/dev/null || { echo "Go is missing: install 1.26 or newer from https://go.dev/dl/" >&2; exit 1; }

clean: ## remove what was built, keep the caches
	rm -rf build
