package captions

import (
	"errors"
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const arrow = "-->"

// Parse returns the cues of captions, the title that WebVTT may have behind its
// signature, and the cues that cannot be read.
func Parse(content string) (cues []Cue, title string, bad []Bad) {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(content), "\n")
	if signature, ok := strings.CutPrefix(lines[0], "WEBVTT"); ok {
		title = strings.TrimSpace(strings.TrimLeft(signature, " \t-–—"))
	}
	var c *Cue
	for i, line := range lines {
		switch {
		case strings.Contains(line, arrow):
			start, end, err := times(line)
			if c = nil; err != nil {
				bad = append(bad, Bad{i + 1, err})
				continue
			}
			cues = append(cues, Cue{Line: i + 1, Start: start, End: end})
			c = &cues[len(cues)-1]
		case strings.TrimSpace(line) == "":
			c = nil // what follows is the number of a cue, a note or a style
		case c != nil:
			c.Lines = append(c.Lines, parseLine(line)...)
		}
	}
	return cues, title, bad
}

// clock matches a time: hours, which WebVTT may leave out, minutes, seconds and
// a fraction behind a comma (SRT) or point.
var clock = regexp.MustCompile(`^(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,9}))?$`)

var errTimes = errors.New(`no two times and an arrow between them ("00:01:02.500 --> 00:01:04.000")`)

func times(line string) (start, end time.Duration, err error) {
	before, behind, _ := strings.Cut(line, arrow)
	settings := strings.Fields(behind) // the end, and where the cue is shown
	if len(settings) == 0 {
		return 0, 0, errTimes
	}
	start, ok := parseClock(strings.TrimSpace(before))
	end, ok2 := parseClock(settings[0])
	if !ok || !ok2 {
		return 0, 0, errTimes
	}
	return start, end, nil
}

func parseClock(s string) (time.Duration, bool) {
	m := clock.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	var t time.Duration
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second} {
		n, _ := strconv.Atoi(m[i+1]) // digits, or empty: 0
		t += time.Duration(n) * unit
	}
	fraction, _ := strconv.Atoi((m[4] + "000000000")[:9])
	return t + time.Duration(fraction), true
}

// voice matches the tag of a speaker in WebVTT: "<v Mara Velden>", "<v.loud Mara
// Velden>".
var voice = regexp.MustCompile(`<v(?:\.[^\s>]*)?\s+([^>]+)>`)

// tags matches the other tags, times within a cue, and SRT's settings in braces.
var tags = regexp.MustCompile(`<[^<>]*>|\{\\[^{}]*\}`)

// sound matches a line that is no words: "[applause]", "(MUSIC)", "♪ …".
var sound = regexp.MustCompile(`^(?:\[[^\]]*\]|\([^)]*\)|[♪♫#].*)$`)

// named matches a speaker's name before the words: in capitals ("VELDEN: ",
// "MARA VELDEN (V.O.): ") or of two words and more ("Mara Velden: ").
var named = regexp.MustCompile(`^((?:\p{Lu}[\p{Lu}\d.'’-]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{Lu}\d.'’-]*))*|(?:\p{Lu}[\p{L}.'’-]*)(?: \p{L}[\p{L}.'’-]*){1,4})(?: ?\([^)]{1,40}\))?: +(\S.*)$`)

// parseLine reads a line of a cue; each voice span begins another one.
func parseLine(line string) []Line {
	spans := voice.FindAllStringSubmatchIndex(line, -1)
	if spans == nil {
		return appendLine(nil, "", line)
	}
	lines := appendLine(nil, "", line[:spans[0][0]])
	for i, s := range spans {
		end := len(line)
		if i+1 < len(spans) {
			end = spans[i+1][0]
		}
		lines = appendLine(lines, oneLine(html.UnescapeString(line[s[2]:s[3]])), line[s[1]:end])
	}
	return lines
}

// appendLine adds a line, where it has words.
func appendLine(lines []Line, speaker, raw string) []Line {
	text := oneLine(html.UnescapeString(tags.ReplaceAllString(raw, "")))
	l := Line{Speaker: speaker, Text: text}
	for _, mark := range []string{">>>", ">>", "- ", "– "} {
		if rest, ok := strings.CutPrefix(l.Text, mark); ok && speaker == "" {
			l.Text, l.Anew = strings.TrimSpace(rest), true
			break
		}
	}
	if m := named.FindStringSubmatch(l.Text); m != nil && speaker == "" {
		l.Speaker, l.Text = m[1], m[2]
	}
	if l.Text == "" || sound.MatchString(l.Text) {
		return lines
	}
	return append(lines, l)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
