package wordpress

import (
	"context"
	"fmt"
	"io"
	"iter"

	"ibid/parser/reader/export"
)

// TooLargeError is a post over the limit.
type TooLargeError struct{ Line int }

// Error says where the post is and what to do.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the post that starts in line %d is larger than %d MiB, the most that ibid reads", e.Line, export.MaxItem>>20)
}

// Posts reads the posts of an export, in its order. An error beside a post is
// that post's, one without a post ends the reading: export.ErrCut, or that of r or ctx.
func Posts(ctx context.Context, r io.Reader) iter.Seq2[*Post, error] {
	return func(yield func(*Post, error) bool) {
		var c site
		for item, err := range export.Items(ctx, r, "item", func(head string) { c = channel(head) }) {
			more := false
			switch {
			case err != nil:
				more = yield(nil, err)
			case item.TooLarge:
				more = yield(&Post{Name: fmt.Sprintf("line-%d", item.At.Line)}, &TooLargeError{Line: item.At.Line})
			default:
				more = yield(newPost(item, c), nil)
			}
			if !more {
				return
			}
		}
	}
}
