# `make help` lists what is behind this door.
SHELL := /bin/bash
.DELETE_ON_ERROR:

BUF  := go tool -modfile=proto/tools/go.mod buf
# What `make breaking` compares with.
BASE ?= origin/main
# Where `make run` keeps its index and listens.
DATA ?= ./data
GRPC ?= 127.0.0.1:50051
HTTP ?= 127.0.0.1:8080

STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-18s %s\n", $$1, $$2}' Makefile

.PHONY: build
build: ## The program, bin/onrecord
	go build -trimpath -o bin/onrecord ./cmd/onrecord

.PHONY: run
run: build ## Build, start the server on DATA, take in sample/ where the index is empty, say what to try
	bin/onrecord serve --data $(DATA) --grpc $(GRPC) --http $(HTTP) --sample sample/articles

.PHONY: test
test: ## All tests
	go test ./...

.PHONY: race
race: ## All tests under the race detector
	go test -race ./...

.PHONY: lint
lint: .protodeps ## buf lint and format, gofmt, vet, staticcheck, tidy go.mod files
	$(BUF) lint
	$(BUF) format --diff --exit-code proto
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
	$(STATICCHECK) ./...
	go mod tidy -diff
	go -C proto/tools mod tidy -diff

# Third-party .proto files that ours import, out of the modules in go.sum.
.protodeps: proto/protodeps/main.go go.sum
	go run ./proto/protodeps $@
	@touch $@

.PHONY: generate
generate: .protodeps ## Go and OpenAPI from proto/
	rm -rf .build/openapi
	$(BUF) generate --template proto/buf.gen.yaml
	mkdir -p proto/openapi
	go tool openapiv3-merge .build/openapi/onrecord/v1/*_service.openapi.json > proto/openapi/onrecord.openapi.json

.PHONY: generate-check
generate-check: generate ## Fails when the committed generated files differ from a fresh generation
	@test -z "$$(git status --porcelain -- proto | tee /dev/stderr)" || { echo 'generated files differ: run make generate and commit' >&2; exit 1; }

# buf cannot read an earlier commit by itself: .protodeps is not in git.
.PHONY: breaking
breaking: .protodeps ## Fails when proto/ breaks clients of BASE (WIRE_JSON)
	rm -rf .build/against && mkdir -p .build/against
	git archive $(BASE) buf.yaml proto | tar -x -C .build/against
	cp -r .protodeps .build/against/
	$(BUF) breaking --against .build/against

# Seconds that `make fuzz` gives each target.
FUZZTIME ?= 20s

.PHONY: fuzz
fuzz: ## Each fuzz target for FUZZTIME
	@for file in $$(grep -rl --include='*_test.go' '^func Fuzz' .); do \
		for target in $$(grep -o '^func Fuzz[A-Za-z0-9]*' $$file | cut -d' ' -f2); do \
			echo "$$(dirname $$file) $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$(dirname $$file) || exit 1; \
		done; \
	done

# Claims in the corpus of `make bench`, and more flags for it (see eval/bench).
N ?= 100000
BENCH ?=
# How long `make soak` goes on, and the claims that it begins with.
DURATION ?= 10m
SOAKED ?= 50000

# Articles that `make bench` takes in as a user would, with client and server.
IMPORTED ?= 100000

.PHONY: bench
bench: build .build/eval ## Speed over N claims, made to a recipe, with bleve's own searcher beside it: tables, and .build/bench/N.json; then sources and an import
	.build/eval/bench -n $(N) -json .build/bench/$(N).json -peer bleve=.build/eval/bleve $(BENCH)
	.build/eval/bench -sources -n 1000000
	.build/eval/bench -import $(IMPORTED) -server bin/onrecord

.PHONY: bench-import
bench-import: build .build/eval ## The import of IMPORTED articles alone: articles/s and peak memory of client and server
	.build/eval/bench -import $(IMPORTED) -server bin/onrecord

.PHONY: bench-peers
bench-peers: .build/eval ## The same with Lucene, tantivy and SQLite too: needs Maven, Java 17, cargo, python3
	mvn -q -f eval/peers/lucene/pom.xml package
	cargo build -q --release --locked --manifest-path eval/peers/tantivy/Cargo.toml --target-dir .build/peers/tantivy
	.build/eval/bench -n $(N) -json .build/bench/$(N).json -peer bleve=.build/eval/bleve -peer lucene=eval/peers/lucene/peer.sh \
		-peer tantivy=.build/peers/tantivy/release/tantivy-peer -peer sqlite=eval/peers/sqlite/peer.py $(BENCH)

.PHONY: bench-growth
bench-growth: .build/eval ## How the figures of 1,000,000 claims relate to those of 100,000, both measured before
	.build/eval/bench -compare .build/bench/100000.json .build/bench/1000000.json

.PHONY: bench-sources
bench-sources: .build/eval ## Articles a second and peak memory for 100,000 articles of JSON Lines and 5,000 web pages, to the index on disk
	.build/eval/bench -sources -n 1000000 $(BENCH)

.PHONY: soak
soak: build .build/eval ## 16 clients look up and take in for DURATION: no error, memory flat
	.build/eval/bench -soak $(DURATION) -n $(SOAKED) -server bin/onrecord

.PHONY: .build/eval
.build/eval:
	@mkdir -p $@
	go build -o $@/ ./eval/bench ./eval/peers/bleve

.PHONY: bench-go
bench-go: ## Go's benchmarks of single functions
	go test -run '^$$' -bench . -benchtime 2s ./index ./analysis ./extract ./compare/position

.PHONY: eval-extract
eval-extract: ## Quality of extraction over labelled articles: GOLD=FILE [OUT=FILE]
	@test -n "$(GOLD)" || { echo 'usage: make eval-extract GOLD=FILE [OUT=FILE]' >&2; exit 1; }
	go run ./eval/extract -gold "$(GOLD)" $(if $(OUT),-out "$(OUT)")

.PHONY: eval-groups
eval-groups: ## Quality of statement groups over fictional statements worded in many ways: [SEED=N]
	go run ./eval/groups $(if $(SEED),-seed $(SEED))

# Which queries of a set `make eval-retrieval` asks.
SPLIT ?= dev

.PHONY: eval-retrieval
eval-retrieval: ## How well earlier statements are found on a labelled set: SET=DIR [SPLIT=dev] [OUT=FILE for a TREC run]
	@test -n "$(SET)" || { echo 'usage: make eval-retrieval SET=DIR [SPLIT=dev] [OUT=RUN]' >&2; exit 1; }
	go run ./eval/retrieval -set "$(SET)" -split "$(SPLIT)" $(if $(OUT),-out "$(OUT)")

.PHONY: clean
clean: ## Removes what can be made again
	rm -rf .build .protodeps bin
