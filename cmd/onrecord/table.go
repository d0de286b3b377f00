package main

import "strings"

// A table writes rows in columns, the last of which goes over lines, or below the
// others, where a terminal is narrow.
type table struct {
	p      *printer
	indent safe
	rows   [][]safe
}

func (t *table) row(cells ...string) {
	row := make([]safe, len(cells))
	for i, cell := range cells {
		row[i] = clean(cell)
	}
	t.rows = append(t.rows, row)
}

// print writes the rows; all have as many cells.
func (t *table) print() {
	var widths []int
	for _, row := range t.rows {
		widths = append(widths, make([]int, len(row)-len(widths))...)
		for i, cell := range row {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, row := range t.rows {
		line, last := t.indent, len(row)-1
		for i, cell := range row[:last] {
			line += cell + spaces(widths[i]-columns(cell)+2)
		}
		switch {
		case !t.p.terminal:
			t.p.line("%s", line+row[last])
		case columns(line)+minWidth <= t.p.width:
			t.p.wrap(line, spaces(columns(line)), row[last])
		default: // no room beside the others
			t.p.line("%s", strings.TrimRight(string(line), " "))
			t.p.wrap(t.indent+"   ", t.indent+"   ", row[last])
		}
	}
}

func spaces(n int) safe { return safe(strings.Repeat(" ", n)) }
