package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/eval/bench/peer"
)

// askPeers has the other engines index the same claims and answer the same
// questions, one after the other, each in a process of its own.
func (b *bench) askPeers(ctx context.Context) error {
	if len(b.peers) == 0 {
		return nil
	}
	claims, questions := filepath.Join(b.home, "claims.tsv"), filepath.Join(b.home, "questions.jsonl")
	if _, err := os.Stat(claims); !b.reuse || errors.Is(err, fs.ErrNotExist) {
		b.say("claims for the peers")
		if err := peer.WriteClaims(claims, b.everyClaim()); err != nil {
			return err
		}
	}
	if err := peer.WriteQuestions(questions, b.everyQuestion()); err != nil {
		return err
	}
	for _, p := range b.peers {
		f, err := b.askPeer(ctx, p, claims, questions)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		b.figures.Peers = append(b.figures.Peers, f)
	}
	return nil
}

func (b *bench) everyClaim() iter.Seq[onrecord.Claim] {
	return func(yield func(onrecord.Claim) bool) {
		for i := range b.corpus.Articles() {
			for _, c := range b.corpus.Record(i).Claims {
				if !yield(c) {
					return
				}
			}
		}
	}
}

func (b *bench) everyQuestion() iter.Seq[peer.Question] {
	return func(yield func(peer.Question) bool) {
		for _, c := range classes {
			if f := b.figures.of(c.name); f == nil || f.totals == nil {
				continue // nothing to check the answers with
			}
			for _, q := range c.drawAll(b.corpus, b.questions) {
				if q.peer != nil && !yield(*q.peer) {
					return
				}
			}
		}
	}
}

// askPeer runs one of the engines.
func (b *bench) askPeer(ctx context.Context, p program, claims, questions string) (f peerFigures, err error) {
	f.Name = p.name
	directory := filepath.Join(b.home, "peer-"+p.name)
	if _, err := os.Stat(directory); !b.reuse || errors.Is(err, fs.ErrNotExist) {
		b.say("%s: index", p.name)
		if err := os.RemoveAll(directory); err != nil {
			return f, err
		}
		if err := os.MkdirAll(directory, 0o755); err != nil {
			return f, err
		}
		f.Indexed = &peer.Indexed{}
		if err := b.call(ctx, f.Indexed, p, "index", claims, directory); err != nil {
			return f, errors.Join(err, os.RemoveAll(directory))
		}
	}
	size, err := measure.DiskUsage(directory)
	if err != nil {
		return f, err
	}
	f.BytesPerClaim = float64(size) / float64(b.corpus.Claims())
	b.say("%s: questions", p.name)
	warmup := strconv.FormatInt(b.warmup.Milliseconds(), 10)
	if err := b.call(ctx, &f.Queried, p, "query", directory, questions, warmup, strconv.Itoa(b.runs)); err != nil {
		return f, err
	}
	for _, c := range f.Queried.Classes {
		ours := b.figures.of(c.Class)
		if ours == nil {
			return f, fmt.Errorf("answers a class %q that was not asked", c.Class)
		}
		f.Mismatches = append(f.Mismatches, ours.differ(c.Totals, c.Facets)...)
	}
	return f, nil
}

// call runs a command of a peer and reads its report.
func (b *bench) call(ctx context.Context, report any, p program, args ...string) error {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, p.path, args...)
	cmd.Stdout, cmd.Stderr = &out, b.log
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	if err := json.Unmarshal(out.Bytes(), report); err != nil {
		return fmt.Errorf("%s: report: %w", args[0], err)
	}
	return nil
}
