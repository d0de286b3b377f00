package server

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/onrecord/onrecord"
)

// tokenCodec makes opaque page tokens (AIP-158): where the next page begins,
// bound to the request it belongs to and authenticated, so that a token of
// another query, or one made up, is refused.
type tokenCodec struct{ key []byte }

const (
	minTokenKey = 16
	tokenMAC    = 16 // bytes of HMAC-SHA-256 kept
)

func newTokenCodec(key []byte) (tokenCodec, error) {
	switch {
	case key == nil:
		key = make([]byte, sha256.Size)
		rand.Read(key) // never fails
	case len(key) < minTokenKey:
		return tokenCodec{}, fmt.Errorf("token key: takes at least %d bytes, not %d", minTokenKey, len(key))
	}
	return tokenCodec{key}, nil
}

// encode returns the token for the page of req that begins at cursor.
func (c tokenCodec) encode(req proto.Message, cursor any) (string, error) {
	payload, err := json.Marshal(cursor)
	if err != nil {
		return "", fmt.Errorf("encode a page token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(append(c.mac(req, payload), payload...)), nil
}

// decode reads the token of req into cursor.
func (c tokenCodec) decode(req proto.Message, token string, cursor any) error {
	raw, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(raw) < tokenMAC {
		return errToken
	}
	mac, payload := raw[:tokenMAC], raw[tokenMAC:]
	if !hmac.Equal(mac, c.mac(req, payload)) {
		return errToken
	}
	if err := json.Unmarshal(payload, cursor); err != nil {
		return errors.Join(errToken, err) // genuine, but of an earlier form
	}
	return nil
}

var errToken = &onrecord.FieldError{
	Field: "page_token", Reason: "PAGE_TOKEN_INVALID",
	Detail: "must be the next_page_token of the page before, with every other field but page_size unchanged",
}

// mac signs the cursor together with the request it is good for.
func (c tokenCodec) mac(req proto.Message, payload []byte) []byte {
	h := hmac.New(sha256.New, c.key)
	h.Write(fingerprint(req))
	h.Write(payload)
	return h.Sum(nil)[:tokenMAC]
}

// fingerprint tells requests apart by everything but their page fields.
func fingerprint(req proto.Message) []byte {
	m := proto.Clone(req).ProtoReflect()
	for _, name := range []protoreflect.Name{"page_token", "page_size"} {
		if fd := m.Descriptor().Fields().ByName(name); fd != nil {
			m.Clear(fd)
		}
	}
	m.SetUnknown(nil)
	content, err := proto.MarshalOptions{Deterministic: true}.Marshal(m.Interface())
	if err != nil { // not UTF-8, which the validator has refused
		content = nil
	}
	sum := sha256.Sum256(append([]byte(m.Descriptor().FullName()+"\x00"), content...))
	return sum[:]
}
