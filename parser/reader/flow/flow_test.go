package flow_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader/flow"
	"ibid/parser/reader/readertest"
)

// writing writes text, each piece where the one before it ended.
type writing struct {
	*flow.Writer

	at int
}

func (w *writing) say(s string) {
	w.Add(document.NewText(s, w.at, ""))
	w.at += len(s)
}

func (w *writing) call(label, key string) {
	w.Marker(document.NewText(label, w.at, ""), key)
	w.at += len(label)
}

func (w *writing) note(key, label string, inside func()) {
	w.BeginNote(key, label, "", document.Span{Start: w.at, End: w.at + 1})
	inside()
	w.EndNote()
}

func TestWriter(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		write func(w *writing)
		want  []string
	}{
		{"notes come behind the paragraph that calls them", func(w *writing) {
			w.say(" Salt")
			w.call("1", "a")
			w.note("a", "1", func() { w.say("One."); w.Break(); w.say("More.") })
			w.say(" and tax")
			w.call("2", "b")
			w.note("b", "2", func() { w.say("Two.") })
			w.say(". ")
			w.Break()
			w.say("Next.")
		}, []string{"paragraph: Salt{1>a} and tax{2>b}.", "note a 1: One.", "note a 1: More.", "note b 2: Two.", "paragraph: Next."}},
		{"a note in a note", func(w *writing) {
			w.say("Salt")
			w.call("1", "a")
			w.note("a", "1", func() {
				w.say("One")
				w.call("2", "b")
				w.note("b", "2", func() { w.say("Two.") })
				w.say(".")
			})
		}, []string{"paragraph: Salt{1>a}", "note a 1: One{2>b}.", "note b 2: Two."}},
		{"a note without text stays, a paragraph without text does not", func(w *writing) {
			w.say("Salt")
			w.call("1", "a")
			w.note("a", "1", func() { w.say("  ") })
			w.Break()
			w.say(" \n ")
			w.Break()
		}, []string{"paragraph: Salt{1>a}", "note a 1:"}},
		{"a note between paragraphs", func(w *writing) {
			w.note("a", "1", func() { w.say("One.") })
			w.say("Salt.")
		}, []string{"note a 1: One.", "paragraph: Salt."}},
		{"text of one style is one run, of another another", func(w *writing) {
			w.say("a")
			w.say("b")
			w.Style |= document.Italic
			w.say("c")
			w.Href = document.Unit("x", document.Span{})
			w.say("d")
		}, []string{"paragraph: ab_c_[_d_](x)"}},
		{"the state of the outside comes back behind a note", func(w *writing) {
			w.Kind, w.Level, w.Style = document.ListItem, 2, document.Bold
			w.say("a")
			w.call("1", "n")
			w.note("n", "1", func() { w.say("One") })
			w.say("b")
		}, []string{"item 2: *a*{*1*>n}*b*", "note n 1: One"}},
		{"ids wait for text", func(w *writing) {
			w.say("a")
			w.Anchor("x")
			w.say("b")
			w.Break()
			w.Anchor("y")
			w.say(" ")
			w.say("c")
		}, []string{"paragraph: ax#b", "paragraph: c"}},
		{"notes are closed at the end, however deep", func(w *writing) {
			w.say("a")
			for i := range 20 {
				w.BeginNote(fmt.Sprint(i), fmt.Sprint(i), "", document.Span{})
				w.say(fmt.Sprint(" n", i))
			}
		}, []string{"paragraph: a", "note 0 0: n0", "note 1 1: n1", "note 2 2: n2", "note 3 3: n3", "note 4 4: n4", "note 5 5: n5", "note 6 6: n6", "note 7 7: n7 n8 n9 n10 n11 n12 n13 n14 n15 n16 n17 n18 n19"}},
		{"an end too many does nothing", func(w *writing) { w.EndNote(); w.say("a"); w.EndNote(); w.say("b") }, []string{"paragraph: ab"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc := &document.Document{}
			w := &writing{Writer: flow.NewWriter(doc)}
			row.write(w)
			w.Close()
			if diff := cmp.Diff(row.want, readertest.Outline(doc)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestContainers asks that blocks know what they stand in, and where that is.
func TestContainers(t *testing.T) {
	t.Parallel()
	doc := &document.Document{}
	w := &writing{Writer: flow.NewWriter(doc)}
	w.say("before ")
	outer := w.Begin("table", "t", nil, document.Span{Start: w.at, End: w.at})
	w.say("cell ")
	w.End(outer, w.at)
	w.say("after")
	w.Close()
	var got []int
	for i := range doc.Blocks {
		got = append(got, doc.Blocks[i].Element)
	}
	if diff := cmp.Diff([]int{-1, 0, -1}, got); diff != "" || doc.Elements[0].Span.End != len("before cell ") || doc.Elements[0].ID != "t" {
		t.Errorf("%s %+v", diff, doc.Elements)
	}
	if at := doc.Blocks[2].Span; at.Start != len("before cell ") || at.End != len("before cell after") {
		t.Errorf("%+v", at)
	}
}
