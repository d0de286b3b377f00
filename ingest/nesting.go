package ingest

import (
	"bytes"
	"errors"

	"github.com/onrecord/onrecord/ingest/agency"
)

// maxNesting is how deep the elements of a feed are nested at the most: its
// parser goes down by recursion.
const maxNesting = 500

var errNesting = errors.New("elements are nested too deeply for a feed")

// skipped are the parts of XML that begin with a mark and hold no elements.
var skipped = []struct{ begin, end string }{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}, {"<!", ">"}}

// checkXML looks how deep the elements of XML are nested, without reading it as
// XML: what is not closed counts as open. Entities of its own are an error.
func checkXML(content []byte) error {
	depth := 0
	for {
		i := bytes.IndexByte(content, '<')
		if i < 0 {
			return nil
		}
		content = content[i:]
		if n, ok := skip(content); ok {
			if !isText(content) && bytes.Contains(bytes.ToUpper(content[:n]), []byte("<!ENTITY")) {
				return agency.ErrEntities
			}
			content = content[n:]
			continue
		}
		end := tagEnd(content)
		switch tag := content[:end]; {
		case bytes.HasPrefix(tag, []byte("</")):
			depth = max(depth-1, 0)
		case bytes.HasSuffix(tag, []byte("/>")):
		default:
			depth++
		}
		if depth > maxNesting {
			return errNesting
		}
		content = content[end:]
	}
}

// isText reports whether content begins with a comment or with text as it is.
func isText(content []byte) bool {
	return bytes.HasPrefix(content, []byte("<!--")) || bytes.HasPrefix(content, []byte("<![CDATA["))
}

// skip returns how long the part of XML without elements is that content begins
// with; false where it begins with a tag.
func skip(content []byte) (int, bool) {
	for _, s := range skipped {
		if !bytes.HasPrefix(content, []byte(s.begin)) {
			continue
		}
		if i := bytes.Index(content, []byte(s.end)); i >= 0 {
			return i + len(s.end), true
		}
		return len(content), true
	}
	return 0, false
}

// tagEnd returns where the tag ends that content begins with: behind a ">" that
// is not quoted.
func tagEnd(content []byte) int {
	var quote byte
	for i, b := range content {
		switch {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i + 1
		}
	}
	return len(content)
}
