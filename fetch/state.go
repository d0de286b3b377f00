package fetch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	// maxSeen is how many pages are remembered; the ones seen longest ago are
	// forgotten first.
	maxSeen = 20_000
	// maxValidator bounds an ETag or a date that is remembered, in bytes.
	maxValidator = 512
	// maxStateFile bounds a state file in bytes.
	maxStateFile = 128 << 20
	// saveEvery is how often a state file is written in a long run, so that a
	// killed one loses little.
	saveEvery = time.Minute
	// stateFormat names the format of a state file.
	stateFormat = "onrecord fetch state 1"
)

// seen is what a site gave with a page, by which it tells whether it changed.
type seen struct {
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"lastModified,omitempty"`
	At           time.Time `json:"at"`
}

func newSeen(h http.Header) seen {
	s := seen{ETag: h.Get("ETag"), LastModified: h.Get("Last-Modified"), At: seenNow()}
	if s.ETag == "" && justModified(h) {
		s.LastModified = ""
	}
	if !s.usable() {
		return seen{}
	}
	return s
}

// justModified reports whether what was sent changed in the second in which it
// was sent, and can have changed again since under the same date (RFC 9110,
// 8.8.2.2).
func justModified(h http.Header) bool {
	sent, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return false
	}
	modified, err := http.ParseTime(h.Get("Last-Modified"))
	return err == nil && sent.Sub(modified) < time.Second
}

// seenNow is the time as it is noted: to the second, in UTC.
func seenNow() time.Time { return time.Now().UTC().Truncate(time.Second) }

// usable reports whether it can be sent back, and is worth it.
func (s seen) usable() bool {
	for _, v := range []string{s.ETag, s.LastModified} {
		if len(v) > maxValidator || strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r >= 0x7f }) {
			return false
		}
	}
	return s.ETag != "" || s.LastModified != ""
}

// A state remembers what was seen, by URL.
type state struct {
	path    string // "" for none
	mu      sync.Mutex
	pages   map[string]seen
	changed bool
	saved   time.Time // when it was read or written last
}

// stateFile is the form of a state file.
type stateFile struct {
	Format string          `json:"format"`
	Pages  map[string]seen `json:"pages"`
}

// loadState reads a state file; one that there is not is empty. A file that is
// none is an error, so that nothing else is overwritten.
func loadState(path string) (*state, error) {
	s := &state{path: path, pages: make(map[string]seen), saved: time.Now()}
	if path == "" {
		return s, nil
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxStateFile))
	if err != nil {
		return nil, err
	}
	if s.pages, err = parseState(content); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// parseState reads the content of a state file and leaves out what cannot be
// used.
func parseState(content []byte) (map[string]seen, error) {
	var f stateFile
	if err := json.Unmarshal(content, &f); err != nil {
		return nil, fmt.Errorf("is no state file: %w", err)
	}
	if f.Format != stateFormat {
		return nil, fmt.Errorf("is no state file of this version, whose format is %q", stateFormat)
	}
	pages := make(map[string]seen)
	for address, s := range f.Pages {
		if len(address) <= MaxURLBytes && s.usable() {
			pages[address] = s
		}
	}
	forget(pages)
	return pages, nil
}

// forget leaves the maxSeen pages that were seen last.
func forget(pages map[string]seen) {
	if len(pages) <= maxSeen {
		return
	}
	addresses := make([]string, 0, len(pages))
	for address := range pages {
		addresses = append(addresses, address)
	}
	slices.SortFunc(addresses, func(a, b string) int {
		if c := pages[a].At.Compare(pages[b].At); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for _, address := range addresses[:len(pages)-maxSeen] {
		delete(pages, address)
	}
}

func (s *state) get(address string) seen {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pages[address]
}

// put remembers a page; one without anything to remember is forgotten.
func (s *state) put(address string, v seen) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v == (seen{}) {
		delete(s.pages, address)
	} else {
		s.pages[address] = v
	}
	s.changed = true
	if len(s.pages) > maxSeen+maxSeen/10 { // not each time
		forget(s.pages)
	}
	if time.Since(s.saved) >= saveEvery {
		_ = s.write() // the last one, of save, tells
	}
}

// touch notes that a page was seen again as it was.
func (s *state) touch(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.pages[address]; ok {
		v.At = seenNow()
		s.pages[address] = v
		s.changed = true
	}
}

// save writes the state file, where something changed.
func (s *state) save() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write()
}

// write is save for who has the lock. It is done in one step: whoever reads the
// file finds the old one or the new one.
func (s *state) write() error {
	s.saved = time.Now()
	if s.path == "" || !s.changed {
		return nil
	}
	forget(s.pages)
	content, err := json.MarshalIndent(stateFile{stateFormat, s.pages}, "", " ")
	if err != nil {
		return err
	}
	if err := writeFile(s.path, append(content, '\n')); err != nil {
		return fmt.Errorf("remember what was fetched: %w", err)
	}
	s.changed = false
	return nil
}

// writeFile replaces a file by one that is wholly on disk.
func writeFile(path string, content []byte) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name()) // it is of no use
		}
	}()
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
