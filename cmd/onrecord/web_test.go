package main

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// site starts a web site of the files in a folder, which are an hour old; $SITE is
// its address. Besides, /broken is 500, and /moved/… leads to the same path
// without /moved.
func site(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: site DIR")
	}
	root, hourAgo := ts.MkAbs(args[0]), time.Now().Add(-time.Hour)
	ts.Check(filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(path, hourAgo, hourAgo))
	}))
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(root)))
	mux.HandleFunc("/broken", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	mux.HandleFunc("/moved/", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path[len("/moved"):], http.StatusMovedPermanently)
	})
	server := httptest.NewServer(mux)
	ts.Defer(server.Close)
	ts.Setenv("SITE", server.URL)
}
