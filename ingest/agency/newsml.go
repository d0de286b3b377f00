package agency

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// Roots are the first elements of the documents that XML reads, in lower case.
var Roots = []string{"nitf", "newsmessage", "newsitem", "packageitem"}

// A Story is one item of a document, or the reason why there is no article.
type Story struct {
	Line    int    // that it begins on, from 1
	Format  string // "nitf" or "newsml-g2"
	Article onrecord.Article
	Err     error
}

// XML yields the stories of a document in NITF or NewsML-G2, one after the
// other. One that cannot be read as XML is the last. item is called before each
// is read.
func XML(r io.Reader, item func()) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		d := newDecoder(r)
		for {
			item()
			begin, err := start(d)
			line, _ := d.InputPos()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(Story{Line: line, Err: notXML(d, err)})
				return
			}
			s, isStory, err := read(d, begin)
			s.Line = line
			switch {
			case err != nil:
				yield(Story{Line: line, Format: s.Format, Err: notXML(d, err)})
				return
			case isStory && !yield(s):
				return
			}
		}
	}
}

func notXML(d *xml.Decoder, err error) error {
	line, _ := d.InputPos()
	return fmt.Errorf("line %d: %w", line, err)
}

// read reads the element that has begun, where it is a story; else goes on
// within it. The error is one of XML.
func read(d *xml.Decoder, begin xml.StartElement) (s Story, isStory bool, err error) {
	switch begin.Name.Local {
	case "nitf":
		s.Format = "nitf"
	case "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem":
		s.Format = "newsml-g2"
	default:
		return s, false, nil
	}
	n, err := tree(d, begin)
	if err != nil {
		return s, true, err
	}
	switch {
	case n.name == "nitf":
		s.Article, s.Err = nitfStory(n).article()
	case n.name == "newsItem":
		s.Article, s.Err = newsItem(n)
	default:
		s.Err = ErrOther
	}
	return s, true, nil
}

// newsItem returns the article of an item of NewsML-G2.
func newsItem(n *node) (onrecord.Article, error) {
	item, content := n.first("itemMeta"), n.first("contentMeta")
	if err := withdrawn(item.first("pubStatus").attr("qcode")); err != nil {
		return onrecord.Article{}, err
	}
	class := item.first("itemClass").attr("qcode")
	if kind := class[strings.LastIndexByte(class, ':')+1:]; kind != "" && !slices.Contains([]string{"text", "composite"}, kind) {
		return onrecord.Article{}, ErrOther
	}
	var s story
	if inline := n.child("contentSet", "inlineXML"); inline != nil {
		if nitf := inline.find("nitf"); nitf != nil {
			s = nitfStory(nitf)
		} else {
			s.body = paragraphs(inline)
		}
	} else if data := n.child("contentSet", "inlineData"); data != nil {
		s.body = plain(data)
	}
	s.id, s.version = n.attr("guid"), n.attr("version")
	provider := item.first("provider")
	set := func(to *string, values ...string) { *to = firstOf(append(values, *to)...) }
	set(&s.provider, provider.first("name").words(), provider.attr("literal"), suffix(provider.attr("qcode")), suffix(provider.attr("uri")))
	set(&s.headline, content.first("headline").words(), item.first("title").words())
	set(&s.slug, content.first("slugline").words())
	set(&s.dateline, content.first("dateline").words())
	set(&s.urgency, content.first("urgency").words())
	set(&s.language, content.first("language").attr("tag"), n.attr("lang"))
	set(&s.published, item.first("firstCreated").words(), content.first("contentCreated").words(), item.first("versionCreated").words())
	set(&s.modified, item.first("versionCreated").words(), content.first("contentModified").words())
	for _, by := range content.all("by") {
		s.bylines = append(s.bylines, by.words())
	}
	for _, c := range content.all("creator") {
		if name := c.first("name"); len(content.all("by")) == 0 && name != nil {
			s.bylines = append(s.bylines, name.words())
		}
	}
	return s.article()
}

// suffix returns what stands behind the last colon or slash: "nprov:DW" is "DW".
func suffix(code string) string { return code[strings.LastIndexAny(code, ":/")+1:] }

// plain returns a text with its paragraphs: lines with blank ones between, or
// each line where there is none.
func plain(n *node) string {
	var b strings.Builder
	n.write(&b)
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\r\n", "\n"))
}
