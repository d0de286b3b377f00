package peer

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// bufferBytes is how much of a file is read or written at a time.
const bufferBytes = 1 << 20

// WriteClaims writes a file of claims.
func WriteClaims(path string, claims iter.Seq[onrecord.Claim]) error {
	return write(path, func(w *bufio.Writer) error {
		for c := range claims {
			columns := [Columns]string{
				ColumnName: c.Name(), ColumnTerms: tokens(analysis.Terms(c.Text)), ColumnWords: tokens(analysis.Words(c.Text)),
				ColumnSpeaker: c.Speaker.ID, ColumnOutlet: analysis.Fold(c.Article.Outlet),
				ColumnSaid:  strconv.FormatInt(c.When().Time.Unix(), 10),
				ColumnMonth: c.When().Time.Format("2006-01"), ColumnText: c.Text,
			}
			if _, err := w.WriteString(strings.Join(columns[:], "\t") + "\n"); err != nil {
				return err
			}
		}
		return nil
	})
}

func tokens(of []analysis.Token) string {
	var line strings.Builder
	for i, token := range of {
		if i > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(token.Term)
	}
	return line.String()
}

// ReadClaims yields the lines of a file of claims by column.
func ReadClaims(path string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		err := lines(path, func(line string) (bool, error) {
			columns := strings.Split(line, "\t")
			if len(columns) != Columns {
				return false, fmt.Errorf("%s: a line of %d columns, not %d", path, len(columns), Columns)
			}
			return yield(columns, nil), nil
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// WriteQuestions writes a file of questions.
func WriteQuestions(path string, questions iter.Seq[Question]) error {
	return write(path, func(w *bufio.Writer) error {
		for q := range questions {
			if err := json.NewEncoder(w).Encode(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// ReadQuestions returns the questions of a file by class, in their order.
func ReadQuestions(path string) ([][]Question, error) {
	var classes [][]Question
	err := lines(path, func(line string) (bool, error) {
		var q Question
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			return false, fmt.Errorf("%s: %w", path, err)
		}
		if n := len(classes); n == 0 || classes[n-1][0].Class != q.Class {
			classes = append(classes, nil)
		}
		last := len(classes) - 1
		classes[last] = append(classes[last], q)
		return true, nil
	})
	return classes, err
}

// write writes a file through a buffer.
func write(path string, fill func(*bufio.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, bufferBytes)
	return errors.Join(fill(w), w.Flush(), file.Close())
}

// lines calls take with each line of a file until it says to stop.
func lines(path string, take func(line string) (bool, error)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for in := bufio.NewReaderSize(file, bufferBytes); ; {
		line, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) && line == "" {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if more, err := take(strings.TrimSuffix(line, "\n")); err != nil || !more {
			return err
		}
	}
}
