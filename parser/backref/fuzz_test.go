package backref

import (
	"math"
	"reflect"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/document"
)

// FuzzResolve builds an article from bytes, one citation for two of them, and
// wants of every target that it is there, full or a whole note, and sure to
// some degree; and that a second run gives the same.
func FuzzResolve(f *testing.F) {
	f.Add([]byte("\x00\x00\x01\x00\x02\x00"))
	f.Add([]byte("\x05\x01\x05\x00\x01\x00"))                 // 1 → 2 → 1
	f.Add([]byte("\x00\x00\x10\x01\x01\x00\x03\x00\x04\x01")) // several in one note
	f.Add([]byte("\x03\x05\x01\x00\x00\x05\x06\x02\x02\x07"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			return
		}
		a, b := random(data), random(data)
		Resolve(a)
		Resolve(b)
		if !reflect.DeepEqual(a, b) {
			t.Fatal(cmp.Diff(a.Notes, b.Notes, cmp.AllowUnexported(document.Text{})))
		}
		for ref, c := range a.Citations() {
			check(t, a, ref, c)
		}
	})
}

func check(t *testing.T, a *article.Article, ref article.Ref, c *article.Citation) {
	t.Helper()
	if !c.Kind.IsBackReference() {
		if c.Target != nil || c.Unresolved != "" {
			t.Errorf("%v is %s and has a target or lacks one", ref, c.Kind)
		}
		return
	}
	if (c.Target == nil) == (c.Unresolved == "") {
		t.Fatalf("%v: target %v, unresolved %q", ref, c.Target, c.Unresolved)
	}
	if c.Antecedent != nil && *c.Antecedent == ref {
		t.Errorf("%v is its own antecedent", ref)
	}
	if c.Target == nil {
		return
	}
	to := c.Target.Ref
	if to.Note < 0 || to.Note >= len(a.Notes) {
		t.Fatalf("%v points at note %d of %d", ref, to.Note, len(a.Notes))
	}
	if w := a.Cited(to); to.Citation >= 0 && (w == nil || w.Kind != article.Full) {
		t.Errorf("%v points at %v, which is no full citation", ref, to)
	}
	if p := c.Target.Confidence; math.IsNaN(p) || p < 0 || p > 1 {
		t.Errorf("%v: confidence %v", ref, p)
	}
	if c.Target.Because == "" {
		t.Errorf("%v: no reason given", ref)
	}
	if len(c.Target.Candidates) > 5 {
		t.Errorf("%v: %d candidates", ref, len(c.Target.Candidates))
	}
	for _, x := range c.Target.Candidates {
		if w := a.Cited(x.Ref); w == nil || w.Kind != article.Full || x.Score < 0 || x.Score > 1 {
			t.Errorf("%v: candidate %+v", ref, x)
		}
	}
}

// random is the article that bytes describe: the first of two is the kind of
// citation, and whether it joins the note before; the second its words.
func random(data []byte) *article.Article {
	names := []string{"Marlowe", "Pask", "Quill", "Müllner", "Muellner", "O’Dowd", "林海生", "", "Marlowa"}
	titles := []string{"", "The Heron Ledger", "Heron Ledger", "Ferries", "Salt and Silt", "港口史", "—", "Heron"}
	a := &article.Article{}
	for i := 0; i+1 < len(data); i += 2 {
		x, y := data[i], int(data[i+1])
		family, title := names[y%len(names)], titles[y/len(names)%len(titles)]
		var c article.Citation
		switch x % 10 {
		case 0:
			c = book("Ida", family, title, 1990+y%3)
		case 1:
			c = ibid()
		case 2:
			c = named(family, title)
		case 3:
			c = opCit(family, article.WorkType(y%4))
		case 4:
			c = supra(family, title, strconv.Itoa(y%16))
		case 5:
			c = see(strconv.Itoa(y % 16))
		case 6:
			c = prose()
		case 7:
			c = named(family, title)
			c.Back.Device = article.IdemDevice
		case 8:
			c = named(family, "")
			c.Back = article.Back{Device: article.LocCit, SameLocator: true}
		case 9:
			c = article.Citation{Kind: article.Short, Back: article.Back{Device: article.NameOnly}, Text: title, Signal: family}
		}
		if y%5 == 0 {
			c.URLs = []article.URL{{Address: "https://a.example/" + strconv.Itoa(y%7)}}
		}
		if x&0x10 != 0 && len(a.Notes) > 0 {
			n := &a.Notes[len(a.Notes)-1]
			n.Citations = append(n.Citations, c)
			continue
		}
		number := len(a.Notes) + 1
		if x&0x20 != 0 {
			number += y % 2
		}
		a.Notes = append(a.Notes, article.Note{
			Number: strconv.Itoa(number), ScopeIndex: int(x>>6) % 2, Text: document.Text{String: "As Pask says, " + title}, Citations: []article.Citation{c},
		})
	}
	return a
}
