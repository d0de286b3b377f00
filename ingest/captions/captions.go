// Package captions reads the captions of a recording, SRT or WebVTT, as the
// transcript that they are: a paragraph for each turn of a speaker, with the
// time at which it begins. Pure.
package captions

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// A Cue is some words of a recording and when they are heard.
type Cue struct {
	Line       int // of the file, from 1, that its times stand on
	Start, End time.Duration
	Lines      []Line
}

// A Line is one line of a cue.
type Line struct {
	Speaker string // as the line names the speaker; "" where it does not
	Anew    bool   // another speaker than before, though none is named (">>", "- ")
	Text    string
}

// A Bad is a cue that cannot be read.
type Bad struct {
	Line int // of the file, from 1
	Err  error
}

// ErrNoWords: there is no cue with words.
var ErrNoWords = errors.New("captions without words")

// Article returns the transcript that captions are. Cues that cannot be read
// are left out and told. What is not UTF-8 has been replaced by who calls.
func Article(content string) (onrecord.Article, []Bad, error) {
	cues, title, bad := Parse(content)
	var w writer
	for _, c := range cues {
		w.cue(c)
	}
	w.end()
	if len(w.text) == 0 {
		if len(bad) > 0 {
			return onrecord.Article{}, bad, fmt.Errorf("line %d: %w", bad[0].Line, bad[0].Err)
		}
		return onrecord.Article{}, bad, ErrNoWords
	}
	a := onrecord.Article{Text: string(w.text), Given: w.given}
	a.Title = title
	return a, bad, nil
}

// A writer makes paragraphs of cues.
type writer struct {
	text    []byte
	given   []onrecord.Given
	speaker string // of the paragraph
	named   string // who the last paragraph with a name is by
	words   strings.Builder
	from    time.Duration // when the paragraph begins
	until   time.Duration // when its last cue ends
	last    string        // the last line, which rolling captions repeat
}

// The bounds of a paragraph: past so many bytes it ends with the sentence, and so
// it does where nobody speaks for so long.
const (
	longParagraph = 400
	pause         = 2 * time.Second
)

func (w *writer) cue(c Cue) {
	for i, line := range c.Lines {
		if line.Text == w.last && !line.Anew {
			continue
		}
		w.last = line.Text
		speaker := w.speaker
		if line.Speaker != "" || line.Anew {
			speaker = line.Speaker
		}
		rests := i == 0 && c.Start-w.until >= pause
		if speaker != w.speaker || line.Anew || (rests || w.words.Len() >= longParagraph) && endsSentence(w.words.String()) {
			w.end()
		}
		if w.words.Len() == 0 {
			w.speaker, w.from = speaker, c.Start
		} else {
			w.words.WriteByte(' ')
		}
		w.words.WriteString(line.Text)
	}
	w.until = max(w.until, c.End)
}

// endsSentence reports whether words end in the mark of a sentence's end.
func endsSentence(words string) bool {
	words = strings.TrimRight(words, `"”’'»)`)
	return words != "" && strings.ContainsAny(words[len(words)-1:], ".?!")
}

// end ends a paragraph. The name stands before the first one of a turn.
func (w *writer) end() {
	words := w.words.String()
	w.words.Reset()
	if words == "" {
		return
	}
	if len(w.text) > 0 {
		w.text = append(w.text, "\n\n"...)
	}
	if w.speaker != "" && w.speaker != w.named {
		w.text = append(w.text, w.speaker+": "...)
	}
	w.named = w.speaker
	start := len(w.text)
	w.text = append(w.text, words...)
	if w.speaker != "" {
		w.given = append(w.given, onrecord.Given{
			Span: onrecord.Span{Start: start, End: len(w.text)}, Speaker: w.speaker, Offset: onrecord.At(w.from),
		})
	}
}
