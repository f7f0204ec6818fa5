CORE = ./player/benefit/... ./player/l10n/... ./player/story ./player/timeline ./player/typeset ./player/raster ./player/ui ./player/script ./player/sheet ./player/paint ./player/a11y ./player/facts ./player/civil

test: ## vet and test
	go vet $(CORE)
	go test $(CORE)

.PHONY: test
