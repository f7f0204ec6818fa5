test: ## vet and test
	go vet -composites=false $$(go list ./... | grep -v /wasm/)
	go test $$(go list ./... | grep -v /wasm/)

.PHONY: test
