# kijun: make without a target lists what there is.
GO ?= go
FUZZTIME ?= 20s
STATICCHECK = $(GO) tool -modfile=tools/go.mod staticcheck

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: check
check: format vet lint generated test ## the one gate: format, vet, lint, import map, tests, generated files

.PHONY: format
format: ## fail if a Go file is not formatted
	@files=$$(gofmt -l client cmd internal examples oscal cascade e2e); if [ -n "$$files" ]; then echo "not formatted:"; echo "$$files"; exit 1; fi
	$(GO) run ./cmd/kijun standard format --check examples

.PHONY: vet
vet: ## go vet, and go.mod as go mod tidy leaves it
	$(GO) vet ./...
	$(GO) vet -tags e2e ./e2e/...
	$(GO) mod tidy -diff

.PHONY: lint
lint: ## staticcheck
	$(STATICCHECK) ./...
	$(STATICCHECK) -tags e2e ./e2e/...

.PHONY: generated
generated: ## fail if docs/rooms.md is not what the door signs say
	$(GO) test ./internal/archtest -run Rooms -count 1

.PHONY: generate
generate: ## write docs/rooms.md from the door signs
	$(GO) test ./internal/archtest -run Rooms -count 1 -update

.PHONY: test
test: ## all tests
	$(GO) test ./...

.PHONY: test-pg
test-pg: ## all tests, with a PostgreSQL server that goes away again
	tools/with-postgres $(GO) test ./...

.PHONY: e2e
e2e: ## journeys in a browser (tools/with-browser brings one); pictures of failures in bin/e2e
	@rm -rf bin/e2e && mkdir -p bin/e2e
	$(GO) test -tags e2e -count 1 -artifacts -outputdir $(CURDIR)/bin/e2e -timeout 30m ./e2e

.PHONY: cascade-full
cascade-full: ## the cascade engine against its referee on 200,000 models, all properties on ten times as many
	CASCADE_SCALE=10 $(GO) test ./cascade -count 1 -timeout 60m

.PHONY: bench
bench: ## the limits of the design, measured
	@$(GO) test ./internal/standard -run '^$$' -bench . -benchmem -benchtime 5x
	@$(GO) test ./internal/db ./internal/trail ./oscal -run '^$$' -bench .
	@$(GO) test ./internal/check ./internal/check/checkweb ./internal/overview -run '^$$' -bench . -benchtime 5x
	@$(GO) test ./internal/app -run '^$$' -bench . -benchtime 20x
	@$(GO) test ./cascade -run '^$$' -bench . -benchtime 1x

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME (20s)
	$(GO) test ./internal/standard -run '^$$' -fuzz FuzzScanHeading -fuzztime $(FUZZTIME)
	$(GO) test ./internal/standard -run '^$$' -fuzz FuzzParseDegree -fuzztime $(FUZZTIME)
	$(GO) test ./internal/standard -run '^$$' -fuzz FuzzParse$$ -fuzztime $(FUZZTIME)
	$(GO) test ./internal/standard -run '^$$' -fuzz FuzzReadCSV -fuzztime $(FUZZTIME)
	$(GO) test ./internal/check -run '^$$' -fuzz FuzzReadWorkbook -fuzztime $(FUZZTIME) -fuzzminimizetime 1s
	$(GO) test ./internal/page -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZTIME)
	$(GO) test ./internal/app -run '^$$' -fuzz FuzzAPI -fuzztime $(FUZZTIME)
	$(GO) test ./oscal -run '^$$' -fuzz FuzzDecode -fuzztime $(FUZZTIME)
	$(GO) test ./oscal -run '^$$' -fuzz FuzzResolve -fuzztime $(FUZZTIME)
	$(GO) test ./cascade -run '^$$' -fuzz FuzzEngine -fuzztime $(FUZZTIME)
	$(GO) test ./cascade -run '^$$' -fuzz FuzzUnmarshalTally -fuzztime $(FUZZTIME)
	$(GO) test ./internal/dependency -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZTIME)
