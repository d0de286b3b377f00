//go:build unix

package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// layOut makes a folder of what stands in lines: "file", "file -> target",
// "folder/", "pipe|", and with a mode that forbids reading "file!".
func layOut(t *testing.T, lines ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, line := range lines {
		name, target, isLink := strings.Cut(line, " -> ")
		path := filepath.Join(root, strings.TrimRight(name, "|!"))
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		switch {
		case err != nil:
		case isLink:
			err = os.Symlink(target, path)
		case strings.HasSuffix(line, "/"):
			err = os.MkdirAll(path, 0o700)
		case strings.HasSuffix(line, "|"):
			err = syscall.Mkfifo(path, 0o600)
		case strings.HasSuffix(line, "!"):
			err = os.WriteFile(path, []byte("“It rains,” Ida Holm said."), 0)
		default:
			err = os.WriteFile(path, []byte("“It rains,” Ida Holm said."), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// read tells what is read of the arguments, which are below root.
func read(t *testing.T, root string, args ...string) []string {
	t.Helper()
	for i, arg := range args {
		args[i] = filepath.Join(root, arg)
	}
	src, err := findSources(args, nil, onrecord.ArticleInfo{})
	if err != nil {
		return []string{strings.ReplaceAll(err.Error(), root, "ROOT")}
	}
	var told []string
	for item := range src.items(t.Context()) {
		told = append(told, strings.TrimPrefix(fmt.Sprintf("%s: %v", item.Where, item.Err), root+"/"))
	}
	return told
}

func TestFindSources(t *testing.T) {
	for _, tt := range []struct {
		name string
		has  []string
		args []string
		want []string
	}{
		{"files by their endings, in order", []string{"b/2.TXT", "a.txt", "b/1.json/", "c.md", ".d.txt", ".e/a.txt"}, []string{""}, []string{"a.txt: <nil>", "b/2.TXT: <nil>"}},
		{"a file by name", []string{"c.md"}, []string{"c.md"}, []string{"c.md: <nil>"}},
		{"a file that there is not", []string{"a.txt"}, []string{"b.txt", "a.txt"}, []string{"b.txt: no such file or directory", "a.txt: <nil>"}},
		{"a broken link", []string{"a.txt -> none", "b.txt", "c -> none", "d.png -> none"}, []string{""},
			[]string{"a.txt: a link that leads nowhere: no such file or directory", "b.txt: <nil>", "c: a link that leads nowhere: no such file or directory"}},
		{"a link to itself", []string{"a.txt -> a.txt", "b.txt"}, []string{""}, []string{"a.txt: a link that leads nowhere: too many levels of symbolic links", "b.txt: <nil>"}},
		{"links to a file and to a folder", []string{"a/x.txt", "b/l.txt -> ../a/x.txt", "c -> a"}, []string{"b", "c"}, []string{"b/l.txt: <nil>", "c/x.txt: <nil>"}},
		{"a folder reached twice", []string{"a/x.txt", "b -> a"}, []string{""}, []string{"a/x.txt: <nil>"}},
		{"a link up", []string{"a/b/c -> ../..", "a/b/x.txt"}, []string{""}, []string{"a/b/c: a link to a folder that it is in", "a/b/x.txt: <nil>"}},
		{"a link to its own folder", []string{"a/self -> .", "a/x.txt"}, []string{"a"}, []string{"a/self: a link to a folder that it is in", "a/x.txt: <nil>"}},
		{"folders that link to each other", []string{"a/b -> ../b", "a/x.txt", "b/a -> ../a", "b/y.txt"}, []string{""},
			[]string{"a/b/a: a link to a folder that it is in", "a/b/y.txt: <nil>", "a/x.txt: <nil>"}},
		{"a pipe", []string{"a.txt|", "b.txt"}, []string{""}, []string{"a.txt: no file but a named pipe", "b.txt: <nil>"}},
		{"nothing to read", []string{"a.md"}, []string{""}, []string{"no files ending in .txt, .json, .jsonl, .ndjson, .html, .htm, .xhtml, .xml, .rss, .atom, .nitf, .srt, .vtt, .warc, .gz, .bz2, .zst below ROOT"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(t, layOut(t, tt.has...), tt.args...)); diff != "" {
				t.Errorf("read (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindSourcesThatMayNotBeRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	root := layOut(t, "a.txt!", "b/x.txt", "c.txt")
	folder := filepath.Join(root, "b")
	if err := os.Chmod(folder, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	want := []string{"a.txt: permission denied", "b: permission denied", "c.txt: <nil>"}
	if diff := cmp.Diff(want, read(t, root, "")); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

func TestSocketIsNoFile(t *testing.T) {
	root := layOut(t, "a.txt")
	lis, err := net.Listen("unix", filepath.Join(root, "b.txt"))
	if err != nil {
		t.Skip(err)
	}
	defer lis.Close()
	if got := read(t, root, ""); !slices.Contains(got, "b.txt: no file but a socket") {
		t.Errorf("got %q", got)
	}
}
