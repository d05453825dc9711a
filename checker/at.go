package checker

import (
	"fmt"

	"ibid/parser/article"
	"ibid/parser/document"
)

// At starts a finding at a citation's place. The rule's ID, group and severity
// are filled in by [Check].
func At(a *article.Article, ref article.Ref, message string, args ...any) Finding {
	f := Finding{Note: ref.Note, Citation: ref.Citation, Confidence: 1, Message: fmt.Sprintf(message, args...)}
	if c := a.Cited(ref); c != nil {
		f.Span = c.Span
	} else if ref.Note >= 0 && ref.Note < len(a.Notes) {
		f.Span = a.Notes[ref.Note].Span
	}
	return f
}

// AtSpan starts a finding that belongs to no note.
func AtSpan(span document.Span, message string, args ...any) Finding {
	return Finding{Note: -1, Citation: -1, Span: span, Confidence: 1, Message: fmt.Sprintf(message, args...)}
}
