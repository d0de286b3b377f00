package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/extract"
)

// hostile are what texts that are made to be slow repeat: quotation marks,
// brackets, commas, names, cues and beginnings of all that is looked for.
var hostile = []string{
	`"`, `“`, `”`, `'`, `''`, `‘`, `’`, "``", `«`, `(`, `,`, `—`, `.`, ":", "\n", "\n\n", "\n\n“x", "said ", "said, ", "he said ", "that ",
	`"a" `, `“a‘`, `“a "b ‘c `, `, he said, `, "and ", "Mr. ", "Velden ", "The ", "A", "$A", "Said The ", "according to ", "A: b\n\n", "'s ",
	"claim that ", "“a” said b. ", "while he said, ", "who said ", "(a", "x: “", "“Why?” ", "the of ", "saying and ", "asked whether ",
}

// hostileSize is the size of such a text, in bytes.
const hostileSize = 1 << 20

func hostileText(unit string) string {
	return "The port said that the ferry is late. " + strings.Repeat(unit, hostileSize/len(unit))
}

// hostileNames is a text of people no two of whom have the same name.
func hostileNames() string {
	var b strings.Builder
	for i := 0; b.Len() < hostileSize; i++ {
		first := strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint(i))
		fmt.Fprintf(&b, "Mar%[1]s Velden said it was late. The mayor of Sel%[1]s told Vel%[1]s it rained. ", first)
	}
	return b.String()
}

// TestHostileText runs texts of a megabyte that are made to be slow. It has no
// clock of its own: quadratic work on them takes minutes and runs into the
// test's time limit. BenchmarkHostileText has one.
func TestHostileText(t *testing.T) {
	for _, unit := range hostile {
		t.Run(strings.TrimSpace(unit), func(t *testing.T) {
			text := hostileText(unit)
			checkInvariants(t, text, extract.Claims(fictional(text)))
		})
	}
	t.Run("names", func(t *testing.T) {
		text := hostileNames()
		checkInvariants(t, text, extract.Claims(fictional(text)))
	})
}

func BenchmarkHostileText(b *testing.B) {
	run := func(name, text string) {
		b.Run(name, func(b *testing.B) {
			a := fictional(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				extract.Claims(a)
			}
		})
	}
	for _, unit := range hostile {
		run(fmt.Sprintf("%q", unit), hostileText(unit))
	}
	run("names", hostileNames())
}
