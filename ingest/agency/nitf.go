package agency

import "strings"

// nitfStory returns what a document of NITF tells.
func nitfStory(n *node) story {
	head, body := n.first("head"), n.first("body")
	data, top := head.first("docdata"), body.first("body.head")
	s := story{
		id: data.first("doc-id").attr("id-string"), headline: firstOf(top.child("hedline", "hl1").words(), head.first("title").words()),
		dateline: top.first("dateline").words(), language: firstOf(n.attr("lang"), body.attr("lang")), urgency: data.first("urgency").attr("ed-urg"),
		published: firstOf(data.first("date.issue").attr("norm"), data.first("date.release").attr("norm"), head.first("pubdata").attr("date.publication")),
		provider:  firstOf(head.first("pubdata").attr("name"), top.first("distributor").words(), data.first("doc.copyright").attr("holder")),
		body:      paragraphs(body.first("body.content")),
	}
	key := data.child("key-list", "keyword")
	du := data.first("du-key")
	s.slug, s.version = firstOf(du.attr("key"), key.attr("key")), du.attr("version")
	for _, b := range top.all("byline") {
		if p := b.first("person"); p != nil {
			s.bylines = append(s.bylines, p.words())
			continue
		}
		words := b.words()
		if tagline := b.first("byttl"); tagline != nil {
			words = strings.TrimSuffix(words, tagline.words())
		}
		s.bylines = append(s.bylines, words)
	}
	return s
}
