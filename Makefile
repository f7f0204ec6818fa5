# Videoguida. "make help" lists the targets.

PORT  ?= 8080
GO     = go
DEMO   = .cache/demo
SHEETS = 2026-11-24
HOSTED = $$($(GO) list ./... | grep -v /wasm/)
FORMAT = gofmt -l cmd player static tokengen wasm

.DEFAULT_GOAL := help
.PHONY: help run site check vet test accept generate pictures voice clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(DEMO)/jwks.json ## build the guide, print demo links and serve it on PORT (8080)
	@$(GO) run ./cmd/videoguida site --keys $(DEMO)/jwks.json --demo --quality 5
	@$(GO) run ./cmd/tokengen demo --base http://localhost:$(PORT)/ --list
	@$(GO) run ./cmd/tokengen demo --base http://localhost:$(PORT)/ --qr under55
	@$(GO) run ./cmd/videoguida serve --site build/site --addr :$(PORT)

site: ## build the site to publish into build/site (KEYS=jwks.json, or the demonstration's)
	@$(MAKE) --no-print-directory $(if $(KEYS),,$(DEMO)/jwks.json)
	$(GO) run ./cmd/videoguida site --keys $(or $(KEYS),$(DEMO)/jwks.json --demo)

# The demonstration key is made on this machine and never leaves it.
$(DEMO)/jwks.json:
	@$(GO) run ./cmd/tokengen demo --base http://localhost/ >/dev/null
	@$(GO) run ./cmd/tokengen jwks --key $(DEMO)/key.pem >$@

check: vet ## the inner loop: format, vet, Go tests (two minutes)
	$(GO) test $(HOSTED)

vet:
	@test -z "$$($(FORMAT))" || { echo "gofmt these:"; $(FORMAT); exit 1; }
	$(GO) vet -composites=false $(HOSTED)
	GOOS=js GOARCH=wasm $(GO) vet -composites=false ./wasm/...

test: check ## check, then the browser tests in Chromium (installs what it needs); what they found goes to docs/ACCESSIBILITY.md
	e2e/run.sh
	node e2e/accessibility.mjs

accept: vet ## everything with full counts, as published; the output goes to docs/ACCEPTANCE.md
	docs/accept.sh

generate: ## make the generated Go files again
	$(GO) generate ./...

pictures: ## make the pictures of docs/ again (Chromium takes the phone's)
	@mkdir -p $(DEMO)
	@$(GO) run ./cmd/tokengen demo --facts under55 --today $(SHEETS) >$(DEMO)/facts.json
	$(GO) run ./cmd/storyboard --facts $(DEMO)/facts.json --today $(SHEETS) --out $(DEMO)/phone --sheet docs/contact-portrait.png
	$(GO) run ./cmd/storyboard --facts $(DEMO)/facts.json --today $(SHEETS) --out $(DEMO)/desk --size 1280x640 --captions 112 --sheet docs/contact-landscape.png
	e2e/setup.sh
	node e2e/pictures.mjs

voice: ## make the voice bank again after a spoken word changed (Debian; installs a synthesiser)
	cmd/voicebank/setup.sh
	$(GO) generate ./player/voice
	$(GO) run ./cmd/voicebank build
	$(GO) run ./cmd/voicebank qc --engine 'pico2wave -l it-IT -w {out} {text}' --report static/site/voice/it/qc.json

clean: ## remove what was built, keep the caches
	rm -rf build
