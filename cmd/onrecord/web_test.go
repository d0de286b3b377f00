package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/rogpeppe/go-internal/testscript"
)

// site starts a web site of the files in a folder; $SITE is its address. Besides,
// /broken is 500, and /moved/… leads to the same path without /moved.
func site(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: site DIR")
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	mux.HandleFunc("/broken", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	mux.HandleFunc("/moved/", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path[len("/moved"):], http.StatusMovedPermanently)
	})
	server := httptest.NewServer(mux)
	ts.Defer(server.Close)
	ts.Setenv("SITE", server.URL)
}
