package server

import (
	"errors"
	"testing"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

func testTokens(t *testing.T) tokenCodec {
	t.Helper()
	c, err := newTokenCodec([]byte("a key of sixteen bytes or more"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTokenIsBoundToItsRequest(t *testing.T) {
	c := testTokens(t)
	req := &onrecordv1.SearchClaimsRequest{Query: "ceasefire", PageSize: 5}
	token, err := c.encode(req, "cursor")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		req  *onrecordv1.SearchClaimsRequest
		ok   bool
	}{
		{"the same request", req, true},
		{"another page size", &onrecordv1.SearchClaimsRequest{Query: "ceasefire", PageSize: 50}, true},
		{"with the token in it", &onrecordv1.SearchClaimsRequest{Query: "ceasefire", PageToken: token}, true},
		{"another query", &onrecordv1.SearchClaimsRequest{Query: "sanctions"}, false},
		{"another order", &onrecordv1.SearchClaimsRequest{Query: "ceasefire", Order: onrecordv1.SearchOrder_SEARCH_ORDER_NEWEST}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var cursor string
			err := c.decode(tt.req, token, &cursor)
			if got := err == nil; got != tt.ok {
				t.Fatalf("decode: got error %v, want ok %v", err, tt.ok)
			}
			if tt.ok && cursor != "cursor" {
				t.Errorf("cursor: got %q", cursor)
			}
			if !tt.ok && !errors.Is(err, onrecord.ErrInvalid) {
				t.Errorf("error: got %v, want an ErrInvalid", err)
			}
		})
	}
}

func TestTokenOfAnotherMessageIsRefused(t *testing.T) {
	c := testTokens(t)
	token, err := c.encode(&onrecordv1.ListArticlesRequest{}, "cursor")
	if err != nil {
		t.Fatal(err)
	}
	var cursor string
	if err := c.decode(&onrecordv1.SearchClaimsRequest{}, token, &cursor); err == nil {
		t.Error("a token of ListArticles was taken by SearchClaims")
	}
}

func FuzzTokenDecode(f *testing.F) {
	c, err := newTokenCodec([]byte("a key of sixteen bytes or more"))
	if err != nil {
		f.Fatal(err)
	}
	req := &onrecordv1.ListArticlesRequest{}
	genuine, err := c.encode(req, "cursor")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(genuine)
	f.Add("")
	f.Add("AAAAAAAAAAAAAAAAAAAAAAAA")
	f.Fuzz(func(t *testing.T, token string) {
		var cursor string
		if err := c.decode(req, token, &cursor); err == nil && cursor != "cursor" {
			t.Errorf("token %q was made up and gives cursor %q", token, cursor)
		}
	})
}
