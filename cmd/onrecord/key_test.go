package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokenKeyIsKept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "token.key")
	// What a start that was killed left behind.
	if err := os.WriteFile(path+".new", []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	made, err := tokenKey(path)
	if err != nil || len(made) != keyBytes {
		t.Fatalf("got %d bytes, %v", len(made), err)
	}
	again, err := tokenKey(path)
	if err != nil || !bytes.Equal(made, again) {
		t.Errorf("the second time: got another key, or %v", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := info.Mode().Perm(), os.FileMode(0o600); got != want {
		t.Errorf("mode: got %v, want %v", got, want)
	}
	var names []string
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if diff := cmp.Diff([]string{"token.key"}, names); err != nil || diff != "" {
		t.Errorf("files (-want +got):\n%s%v", diff, err)
	}
}

func TestTokenKeyThatIsDamaged(t *testing.T) {
	for _, tt := range []struct {
		name, key, want string
	}{
		{"empty", "", "it has 0 bytes, not 32"},
		{"cut off", "short", "it has 5 bytes, not 32"},
		{"too long", strings.Repeat("x", 33), "it has 33 bytes, not 32"},
		{"never written to the disk", string(make([]byte, keyBytes)), "it is all zeros"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "token.key")
			if err := os.WriteFile(path, []byte(tt.key), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := tokenKey(path)
			if err == nil || !strings.Contains(err.Error(), path+" is damaged: "+tt.want) {
				t.Errorf("got %v, want one with %q", err, tt.want)
			}
			if kept, err := os.ReadFile(path); err != nil || string(kept) != tt.key {
				t.Errorf("the file was changed: %q, %v", kept, err)
			}
		})
	}
}
