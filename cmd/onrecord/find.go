package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest"
)

// findSources looks up what the arguments name: URLs, files, folders (with all
// below them that have a known ending), or "-" for standard input. What cannot
// be read is among them, with its reason.
func findSources(args []string, stdin io.Reader, defaults onrecord.ArticleInfo) (*sources, error) {
	f := finder{sources: &sources{stdin: stdin, defaults: defaults}, seen: make(map[string]bool)}
	for _, arg := range args {
		f.argument(arg)
	}
	if len(f.found) == 0 {
		return nil, fmt.Errorf("no files ending in %s below %s", strings.Join(ingest.Endings(), ", "), strings.Join(args, ", "))
	}
	return f.sources, nil
}

// A finder searches folders, each once, by whatever links it is reached.
type finder struct {
	*sources
	seen map[string]bool // by real path; true as long as it is being searched
}

// argument takes what a person named: a file whatever it is called, a pipe too.
func (f *finder) argument(path string) {
	if path == "-" || isOnWeb(path) {
		f.take(path, nil)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		f.refuse(path, reason(err))
	case info.IsDir():
		f.folder(path)
	default:
		f.take(path, info)
	}
}

func (f *finder) refuse(path string, err error) {
	f.found = append(f.found, found{path: path, err: err})
}

func (f *finder) take(path string, info fs.FileInfo) {
	regular := info != nil && info.Mode().IsRegular()
	taken := found{path: path, regular: regular}
	if regular {
		taken.size, taken.changed = info.Size(), info.ModTime()
	}
	f.found = append(f.found, taken)
	switch {
	case !regular:
		f.total = -1
	case f.total >= 0:
		f.total += info.Size()
	}
}

// folder takes the files below a folder, in the order of their names; what
// begins with a dot is hidden and passed over.
func (f *finder) folder(path string) {
	real, err := realPath(path)
	if err != nil {
		f.refuse(path, reason(err))
		return
	}
	if _, ok := f.seen[real]; ok {
		return
	}
	f.seen[real] = true
	defer func() { f.seen[real] = false }()
	entries, err := os.ReadDir(path)
	if err != nil {
		f.refuse(path, reason(err))
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") {
			f.entry(filepath.Join(path, entry.Name()), real, entry.Type())
		}
	}
}

// entry takes what stands in a folder, whose real path is parent.
func (f *finder) entry(path, parent string, mode fs.FileMode) {
	wanted := ingest.IsNamed(path)
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			if wanted || filepath.Ext(path) == "" { // it could have been a folder
				f.refuse(path, fmt.Errorf("a link that leads nowhere: %w", reason(err)))
			}
			return
		}
		mode = info.Mode().Type()
		if mode.IsDir() && f.leadsBack(path, parent) {
			f.refuse(path, errors.New("a link to a folder that it is in"))
			return
		}
	}
	switch {
	case mode.IsDir():
		f.folder(path)
	case !wanted:
	case !mode.IsRegular():
		f.refuse(path, fmt.Errorf("no file but %s", special(mode)))
	default:
		f.regular(path)
	}
}

func (f *finder) regular(path string) {
	info, err := os.Stat(path)
	if err != nil {
		f.refuse(path, reason(err))
		return
	}
	f.take(path, info)
}

// leadsBack reports whether a link leads to the folder that it is in, to one
// above that, or to one through which the search came to it.
func (f *finder) leadsBack(link, parent string) bool {
	real, err := realPath(link)
	if err != nil {
		return false
	}
	below, err := filepath.Rel(real, parent)
	return f.seen[real] || err == nil && below != ".." && !strings.HasPrefix(below, ".."+string(filepath.Separator))
}

// realPath returns the absolute path without links.
func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// special names what is neither file nor folder.
func special(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}
