package rules

import (
	"iter"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// run turns a function that lists findings into a rule's Run.
func run(list func(*checker.Report) []checker.Finding) func(*checker.Report) iter.Seq[checker.Finding] {
	return func(r *checker.Report) iter.Seq[checker.Finding] {
		return func(yield func(checker.Finding) bool) {
			for _, f := range list(r) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// eachCitation runs judge over every citation, in order.
func eachCitation(judge func(*checker.Report, article.Ref, *article.Citation) (checker.Finding, bool)) func(*checker.Report) iter.Seq[checker.Finding] {
	return func(r *checker.Report) iter.Seq[checker.Finding] {
		return func(yield func(checker.Finding) bool) {
			for ref, c := range r.Article.Citations() {
				if f, ok := judge(r, ref, c); ok && !yield(f) {
					return
				}
			}
		}
	}
}

// eachNote runs judge over every note, in order.
func eachNote(judge func(*checker.Report, int, *article.Note) (checker.Finding, bool)) func(*checker.Report) iter.Seq[checker.Finding] {
	return func(r *checker.Report) iter.Seq[checker.Finding] {
		return func(yield func(checker.Finding) bool) {
			for n := range r.Article.Notes {
				if f, ok := judge(r, n, &r.Article.Notes[n]); ok && !yield(f) {
					return
				}
			}
		}
	}
}

// atNote starts a finding that is about a stretch of a note.
func atNote(n int, span document.Span, message string, args ...any) checker.Finding {
	f := checker.AtSpan(span, message, args...)
	f.Note = n
	return f
}

// placeOf is a citation as a place of another finding.
func placeOf(ref article.Ref, c *article.Citation) checker.Place {
	p := checker.Place{Note: ref.Note, Citation: ref.Citation, Span: c.Span}
	if c.Kind.IsBackReference() {
		p.Through = string(c.Kind)
	}
	return p
}

// evidence is one value that a finding rests on.
func evidence(what, value string) []checker.Evidence {
	return []checker.Evidence{{What: what, Value: value}}
}

// within is where needle stands in a citation: the first place at which it
// does, in the note's text. ok is false where it does not, or not once only.
func within(a *article.Article, ref article.Ref, c *article.Citation, needle string) (document.Span, bool) {
	note := &a.Notes[ref.Note]
	if needle == "" || c.Start < 0 || c.End > note.Text.Len() || c.Start > c.End {
		return document.Span{}, false
	}
	text := note.Text.String[c.Start:c.End]
	i := strings.Index(text, needle)
	if i < 0 || strings.Contains(text[i+len(needle):], needle) {
		return document.Span{}, false
	}
	return note.Text.Span(c.Start+i, c.Start+i+len(needle)), true
}

// number is a label as a number; ok is false for 3a, iv and names.
func number(label string) (int, bool) {
	if label == "" || len(label) > 6 {
		return 0, false
	}
	for _, r := range label {
		if r < '0' || r > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(label)
	return n, err == nil
}

// labelIsName says that a label is only a name in the source: Markdown prints
// its own number in the place of "[^3]", and of "[@key]" in styles that cite in notes.
func labelIsName(a *article.Article, span document.Span) bool {
	source := a.Text.Text(span.Part)
	if behind := source[max(0, min(span.Start, len(source))):]; a.Format == "markdown" && strings.HasPrefix(behind, "[") {
		if in, _, _ := strings.Cut(behind[:min(len(behind), 300)], "]"); strings.Contains(in, "@") {
			return true
		}
	}
	before := source[max(0, min(span.Start, len(source))-2):max(0, min(span.Start, len(source)))]
	return strings.HasPrefix(a.Text.Cut(span), "[^") || strings.HasPrefix(a.Text.Cut(span), "^[") || strings.HasSuffix(before, "[^")
}

// list joins words as a sentence does: "2, 3 and 4". More than six are cut.
func list(words []string) string {
	switch n := len(words); {
	case n == 0:
		return ""
	case n == 1:
		return words[0]
	case n > 6:
		return strings.Join(words[:5], ", ") + " and " + strconv.Itoa(n-5) + " more"
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// plural is "1 note", "3 notes".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// wordOnly leaves punctuation at the end of a word out of its span.
func wordOnly(a *article.Article, span document.Span) document.Span {
	span.End -= len(a.Text.Cut(span)) - len(strings.TrimRight(a.Text.Cut(span), ".,;: "))
	return span
}
