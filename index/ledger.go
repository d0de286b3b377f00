package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// entryPrefix begins the names of ledger entries among the documents:
// "ledger/{kind}/{id}".
const entryPrefix = "ledger/"

func entryName(kind, id string) string { return entryPrefix + kind + "/" + id }

// Enter is onrecord.Ledger's. Where it fails with ErrUnavailable, or the
// context ends, the write may have happened all the same: Entries tells.
func (x *Index) Enter(ctx context.Context, entries ...onrecord.Entry) error {
	w := &write{ctx: ctx}
	seen := make(map[string]bool, len(entries))
	for i := range entries {
		e := &entries[i]
		if err := checkEntry(fmt.Sprintf("entries[%d]", i), e, seen); err != nil {
			return err
		}
		d, err := entryDocument(e)
		if err != nil {
			return fmt.Errorf("enter %s: %w", entryName(e.Kind, e.ID), err)
		}
		w.entries = append(w.entries, *e)
		w.documents = append(w.documents, d)
		w.bytes += d.size
	}
	if len(entries) == 0 {
		return nil
	}
	if err := x.submit(w); err != nil {
		return fmt.Errorf("enter %s: %w", entryName(entries[0].Kind, entries[0].ID), err)
	}
	return nil
}

// Entries is onrecord.Ledger's.
func (x *Index) Entries(ctx context.Context, kind string) ([]onrecord.Entry, error) {
	entries, err := reading(x, func(v *view) ([]onrecord.Entry, error) { return v.entries(ctx, kind) })
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", entryPrefix+kind, err)
	}
	return entries, nil
}

func (v *view) entries(ctx context.Context, kind string) ([]onrecord.Entry, error) {
	var entries []onrecord.Entry
	for _, s := range v.segments {
		documents, err := s.postings(fieldEntryKind, kind)
		if err != nil {
			return nil, err
		}
		for documents := s.live(documents).Iterator(); documents.HasNext(); {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			err := s.payload(documents.Next(), func(payload []byte) error {
				e, err := decodeEntry(payload)
				entries = append(entries, e)
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(entries, func(a, b onrecord.Entry) int { return cmp.Compare(a.ID, b.ID) })
	return entries, nil
}

// checkEntry checks what the index relies on.
func checkEntry(path string, e *onrecord.Entry, seen map[string]bool) error {
	isKind := e.Kind != "" && len(e.Kind) <= onrecord.MaxEntryKind && strings.Trim(e.Kind, "abcdefghijklmnopqrstuvwxyz") == ""
	name := entryName(e.Kind, e.ID)
	switch {
	case !isKind:
		return &onrecord.FieldError{Field: path + ".kind", Reason: "INVALID_ID",
			Detail: fmt.Sprintf("must be 1 to %d characters a-z", onrecord.MaxEntryKind)}
	case e.ID == "" || len(e.ID) > onrecord.MaxEntryID:
		return &onrecord.FieldError{Field: path + ".id", Reason: "INVALID_ID",
			Detail: fmt.Sprintf("must be 1 to %d bytes", onrecord.MaxEntryID)}
	case e.Version < 1:
		return &onrecord.FieldError{Field: path + ".version", Reason: "OUT_OF_RANGE", Detail: "must be 1 or more"}
	case len(e.Data) > onrecord.MaxEntryBytes:
		return &onrecord.FieldError{Field: path + ".data", Reason: "TOO_LONG",
			Detail: fmt.Sprintf("must have at most %d bytes", onrecord.MaxEntryBytes)}
	case seen[name]:
		return &onrecord.FieldError{Field: path + ".id", Reason: "DUPLICATE", Detail: fmt.Sprintf("must be once only; %q is not", e.ID)}
	}
	seen[name] = true
	return nil
}

// entryDocument returns what is indexed of an entry.
func entryDocument(e *onrecord.Entry) (*indexDocument, error) {
	payload, err := encodeEntry(e)
	if err != nil {
		return nil, err
	}
	d := newDocument(entryName(e.Kind, e.ID))
	d.keyword(fieldRecordType, recordEntry)
	d.keyword(fieldEntryKind, e.Kind)
	d.stored(fieldPayload, payload)
	return d, nil
}

// enter adds the entries of a write to the batch, or refuses them all.
func (b *batch) enter(w *write) error {
	for _, e := range w.entries {
		name := entryName(e.Kind, e.ID)
		version, err := b.entryVersion(name)
		if err != nil {
			return err
		}
		if e.Version != version+1 {
			return fmt.Errorf("version %d of %s is put, but %d is stored: %w", e.Version, name, version, onrecord.ErrConflict)
		}
	}
	for i, e := range w.entries {
		name := entryName(e.Kind, e.ID)
		if e.Version > 1 {
			b.delete(name)
		}
		b.put(w.documents[i])
		b.versions[name] = e.Version
	}
	return nil
}

// entryVersion returns the version of an entry after the writes that were
// applied; 0 where there is none.
func (b *batch) entryVersion(name string) (version int, err error) {
	if version, ok := b.versions[name]; ok {
		return version, nil
	}
	err = b.view.documents(context.Background(), []string{name}, func(payload []byte) error {
		e, err := decodeEntry(payload)
		version = e.Version
		return err
	})
	return version, err
}
