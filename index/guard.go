package index

import (
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// guarded calls use, which reads what scorch has in memory-mapped files. Zap,
// roaring and bolt take those bytes for good: at others they index past the end
// of a slice, and a file that was cut, or a disk that fails, is a fault of
// memory. Both are errors here and stay with the request that met them. The
// error is no ErrUnavailable: trying again does not help, and whoever looks
// after the server must hear of it, also where the mistake is our own. Only
// bytes that change after the checks of opening come this far; what they can
// still do is to make zap ask for more memory than there is, or read as other
// bytes that make sense.
func guarded(use func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("reading the index failed at %s: %v", panicPlace(), cause)
		}
	}()
	return use()
}

// panicPlace tells which line panicked, in a deferred function.
func panicPlace() string {
	callers := make([]uintptr, 32)
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers)])
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") || !more {
			return fmt.Sprintf("%s (%s:%d)", frame.Function, filepath.Base(frame.File), frame.Line)
		}
	}
}
