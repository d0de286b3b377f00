package extract

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// clock matches a time of a recording: hours, which may be missing, minutes and
// seconds.
var clock = regexp.MustCompile(`(?:^|[\s(\[])(?:(\d{1,3}):)?(\d{1,3}):(\d\d)(?:[.,](\d{1,3}))?(?:$|[\s)\]])`)

// offsetOf returns the time that stands before the words of a turn, in its
// paragraph ("[00:01:15] VELDEN: …", "Mara Velden (00:12): …").
func (d *document) offsetOf(s statement) onrecord.Offset {
	if s.rule != ruleTurn {
		return onrecord.Offset{}
	}
	start := d.span(s.content).Start
	before := d.Text[:start]
	m := clock.FindStringSubmatch(before[strings.LastIndexByte(before, '\n')+1:])
	if m == nil {
		return onrecord.Offset{}
	}
	var t time.Duration
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second} {
		n, _ := strconv.Atoi(m[i+1]) // digits, or empty: 0
		t += time.Duration(n) * unit
	}
	fraction, _ := strconv.Atoi((m[4] + "000")[:3])
	return onrecord.At(t + time.Duration(fraction)*time.Millisecond)
}
