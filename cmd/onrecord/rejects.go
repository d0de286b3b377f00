package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
)

// isNoFault reports whether an item was not taken that is no article.
func isNoFault(err error) bool {
	return errors.Is(err, ingest.ErrPassedOver) || errors.Is(err, ingest.ErrNotFetched)
}

// rejects writes what was not taken to a file. The zero value writes nothing.
type rejects struct {
	path string
	file *os.File
	w    *bufio.Writer
}

// A reject is a line of the file.
type reject struct {
	Item   string `json:"item"` // where it is
	Reason string `json:"reason"`
}

func (r *rejects) open() error {
	if r.path == "" {
		return nil
	}
	file, err := os.Create(r.path)
	if err != nil {
		return fmt.Errorf("--rejects: %w", err)
	}
	r.file, r.w = file, bufio.NewWriter(file)
	return nil
}

// add writes an item that was not taken, unless it was passed over.
func (r *rejects) add(a client.Ack) error {
	if r.file == nil || a.Err == nil || errors.Is(a.Err, ingest.ErrPassedOver) {
		return nil
	}
	line, err := json.Marshal(reject{a.Label, a.Err.Error()})
	if err == nil {
		_, err = r.w.Write(append(line, '\n'))
	}
	return err
}

func (r *rejects) close() error {
	if r.file == nil {
		return nil
	}
	err := errors.Join(r.w.Flush(), r.file.Close())
	if err != nil {
		return fmt.Errorf("--rejects: %w", err)
	}
	return nil
}
