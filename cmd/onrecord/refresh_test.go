package main

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/index"
)

// TestServeFindsStatementsAnew starts the server on an index of a version that
// had found nothing.
func TestServeFindsStatementsAnew(t *testing.T) {
	data := t.TempDir()
	idx, err := index.Open(index.Config{Path: filepath.Join(data, "index")})
	if err != nil {
		t.Fatal(err)
	}
	article := onrecord.Article{Text: "“The pier is sound,” Ida Holm said.", ArticleInfo: onrecord.ArticleInfo{ID: "a1", Language: "en", Version: 1}}
	if err := idx.Put(t.Context(), onrecord.Record{Article: article, Revision: 1}); err != nil {
		t.Fatal(err)
	}
	if err := idx.Close(); err != nil {
		t.Fatal(err)
	}
	c, err := client.New(startProcess(t, data).addr, client.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		for hit, err := range c.Search(t.Context(), client.Query{Text: "pier"}) {
			if err != nil {
				t.Fatal(err)
			}
			if hit.Claim.Speaker.Name != "Ida Holm" {
				t.Errorf("found %+v", hit.Claim)
			}
			return
		}
		if time.Since(began) > 30*time.Second {
			t.Fatal("the statement was not found")
		}
	}
}
