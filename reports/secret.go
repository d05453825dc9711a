package reports

import (
	"cmp"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/link/secret"
	"ibid/checker/versions"
	"ibid/parser/article"
	"ibid/parser/document"
)

// sealed is a format that is given a run without its secrets: no way of drawing
// it, one that is still to be written included, can let one out. Positions stay
// those of the source; source text is taken by [sourceText] only.
func sealed(write func(io.Writer, *checker.Run, Options) error) func(io.Writer, *checker.Run, Options) error {
	return func(w io.Writer, run *checker.Run, o Options) error { return write(w, sealRun(run), o) }
}

// sealRun is a run whose texts and addresses have their secrets blotted out.
// What holds none is shared with the run as it was.
func sealRun(run *checker.Run) *checker.Run {
	s := newSealer()
	for _, r := range run.Reports {
		for i := range r.Links {
			s.name(r.Links[i].URL)
		}
		s.learn(r.Article)
	}
	out := *run
	out.Reports = slices.Clone(run.Reports)
	for i, r := range run.Reports {
		out.Reports[i] = &checker.Report{ // what rules shared is theirs
			Article: seal(s, r.Article), Links: seal(s, r.Links), Findings: seal(s, sealFixes(r)), Suppressions: seal(s, r.Suppressions),
			Versions: r.Versions, Style: r.Style, CopyForm: r.CopyForm, Now: r.Now,
		}
	}
	out.Failures = seal(s, run.Failures)
	return &out
}

// sealValue is any other value without its secrets.
func sealValue[T any](v T) T { return seal(newSealer(), v) }

// sourceText is the source text that a span covers, without its secrets.
func sourceText(a *article.Article, span document.Span) string {
	const around = 1024 // bytes in which the start of an address is looked for
	wide := document.Span{Start: max(0, span.Start-around), End: span.End + around, Part: span.Part}
	text, cut := a.Text.Cut(wide), a.Text.Cut(span)
	from := span.Start - wide.Start
	var b strings.Builder
	at := 0
	for _, x := range secret.Spans(text) {
		start, end := max(at, x.Start-from), min(x.End-from, len(cut))
		if start >= end {
			continue
		}
		b.WriteString(cut[at:start] + secret.Blot)
		at = end
	}
	return b.String() + cut[at:]
}

// sealFixes are the findings of a report with fixes that write no secret: they
// change what differs and nothing beside it. One that would have to write a
// secret is left out.
func sealFixes(r *checker.Report) []checker.Finding {
	telling := func(f checker.Finding) bool { return slices.ContainsFunc(f.Fixes, tells) }
	if r.Article.Text == nil || !slices.ContainsFunc(r.Findings, telling) {
		return r.Findings
	}
	out := slices.Clone(r.Findings)
	for i := range out {
		f := &out[i]
		if !telling(*f) {
			continue
		}
		var fixes []checker.Fix
		for _, fix := range f.Fixes {
			if edits, ok := smallest(r.Article, fix.Edits); ok {
				fix.Edits = edits
				fixes = append(fixes, fix)
			}
		}
		f.Fixes = fixes
	}
	return out
}

// tells says whether a fix writes a secret.
func tells(f checker.Fix) bool {
	return slices.ContainsFunc(f.Edits, func(e checker.Edit) bool { return len(secret.Spans(e.Text)) > 0 })
}

// smallest are edits cut down to what they change; ok is false where that holds a secret.
func smallest(a *article.Article, edits []checker.Edit) (out []checker.Edit, ok bool) {
	for _, e := range edits {
		before, after := a.Text.Cut(e.Span), e.Text
		head := 0
		for head < min(len(before), len(after)) && before[head] == after[head] {
			head++
		}
		for head > 0 && head < len(after) && !utf8.RuneStart(after[head]) {
			head--
		}
		tail := 0
		for tail < min(len(before), len(after))-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
			tail++
		}
		for tail > 0 && !utf8.RuneStart(after[len(after)-tail]) {
			tail--
		}
		for _, x := range secret.Spans(after) {
			if x.Start < len(after)-tail && x.End > head {
				return nil, false
			}
		}
		out = append(out, checker.Edit{
			Span: document.Span{Start: e.Span.Start + head, End: e.Span.End - tail, Part: e.Span.Part},
			Text: after[head : len(after)-tail],
		})
	}
	return out, true
}

// sealer blots out secrets in values of any kind.
type sealer struct {
	names map[string]string // what addresses are called; two never alike
	taken map[string]bool   // of these names
	// broken are addresses as they stand in texts, broken by white space.
	broken []replacement
	known  map[uintptr]reflect.Value // pointers that were followed
	fields map[reflect.Type][]int    // of structures, those that may hold text
}

type replacement struct{ from, to string }

func newSealer() *sealer {
	return &sealer{names: map[string]string{}, taken: map[string]bool{}, known: map[uintptr]reflect.Value{}, fields: map[reflect.Type][]int{}}
}

// name gives an address with a secret in it a name of its own: those that
// differ in their secrets alone are numbered.
func (s *sealer) name(address string) string {
	if n, ok := s.names[address]; ok {
		return n
	}
	masked := secret.Mask(address)
	if masked == address {
		return address
	}
	name := masked
	at := strings.LastIndex(masked, secret.Blot) + len(secret.Blot)
	for n := 2; s.taken[name]; n++ {
		name = masked[:at] + strconv.Itoa(n) + masked[at:]
	}
	s.names[address], s.taken[name] = name, true
	return name
}

// learn keeps in mind how an article writes addresses with secrets that white
// space breaks: what stands after the break is seen by nothing else.
func (s *sealer) learn(a *article.Article) {
	all := slices.Clone(a.URLs)
	for i := range a.Notes {
		all = append(all, a.Notes[i].URLs...)
	}
	for _, u := range all {
		if !strings.ContainsFunc(u.Raw, unicode.IsSpace) || len(secret.Spans(u.Address)) == 0 {
			continue
		}
		for _, raw := range []string{u.Raw, strings.Join(strings.Fields(u.Raw), " ")} {
			s.broken = append(s.broken, replacement{raw, s.name(u.Address)})
		}
	}
}

// stretch is a part of a text and what takes its place.
type stretch struct {
	start, end int
	text       string
}

// stretches are the parts of a text that are blotted out, in order.
func (s *sealer) stretches(text string) (out []stretch) {
	for _, b := range s.broken {
		for at := 0; ; {
			i := strings.Index(text[at:], b.from)
			if i < 0 {
				break
			}
			out = append(out, stretch{at + i, at + i + len(b.from), b.to})
			at += i + len(b.from)
		}
	}
	for _, x := range secret.Spans(text) {
		if !slices.ContainsFunc(out, func(o stretch) bool { return x.Start < o.end && o.start < x.End }) {
			out = append(out, stretch{x.Start, x.End, secret.Blot})
		}
	}
	slices.SortFunc(out, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	kept := out[:0]
	for _, o := range out {
		if len(kept) == 0 || o.start >= kept[len(kept)-1].end {
			kept = append(kept, o)
		}
	}
	return kept
}

// text is a text without its secrets.
func (s *sealer) text(text string) string {
	if name, ok := s.names[text]; ok {
		return name
	}
	list := s.stretches(text)
	if len(list) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, x := range list {
		b.WriteString(text[at:x.start] + x.text)
		at = x.end
	}
	return b.String() + text[at:]
}

// seal is a value without its secrets; it shares with v what has none.
func seal[T any](s *sealer, v T) T {
	out, changed := s.value(reflect.ValueOf(&v).Elem())
	if sealed, ok := reflect.TypeAssert[T](out); ok && changed {
		return sealed
	}
	return v
}

// value is v without its secrets, and whether that is another.
func (s *sealer) value(v reflect.Value) (reflect.Value, bool) {
	switch v.Kind() { //nolint:exhaustive // the others hold no text
	case reflect.String:
		before := v.String()
		text := s.text(before)
		if text == before {
			return v, false
		}
		out := reflect.New(v.Type()).Elem()
		out.SetString(text)
		return out, true
	case reflect.Pointer:
		return s.pointer(v)
	case reflect.Interface:
		if err, ok := reflect.TypeAssert[error](v); ok {
			if text := s.text(err.Error()); text != err.Error() {
				return reflect.ValueOf(errors.New(text)), true
			}
		}
	case reflect.Struct:
		return s.structure(v)
	case reflect.Slice:
		return s.list(v)
	case reflect.Map:
		return s.table(v)
	}
	return v, false
}

func (s *sealer) pointer(v reflect.Value) (reflect.Value, bool) {
	if v.IsNil() || notDrawn(v.Type()) {
		return v, false
	}
	if out, ok := s.known[v.Pointer()]; ok {
		return out, out.Pointer() != v.Pointer()
	}
	s.known[v.Pointer()] = v
	to, changed := s.value(v.Elem())
	if !changed {
		return v, false
	}
	out := reflect.New(v.Type().Elem())
	out.Elem().Set(to)
	s.known[v.Pointer()] = out
	return out, true
}

func (s *sealer) structure(v reflect.Value) (out reflect.Value, changed bool) {
	if notDrawn(v.Type()) {
		return v, false
	}
	if v.Type() == reflect.TypeFor[article.Note]() {
		before, _ := reflect.TypeAssert[article.Note](v)
		defer func() {
			if changed {
				out = reflect.ValueOf(s.moved(before, out))
			}
		}()
	}
	out = v
	for _, i := range s.textFields(v.Type()) {
		field, differs := s.value(v.Field(i))
		if !differs {
			continue
		}
		if !changed {
			out, changed = reflect.New(v.Type()).Elem(), true
			out.Set(v)
		}
		out.Field(i).Set(field)
	}
	return out, changed
}

// textFields are the fields of a type of structures that may hold text.
func (s *sealer) textFields(t reflect.Type) []int {
	if list, ok := s.fields[t]; ok {
		return list
	}
	var list []int
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && mayHoldText(f.Type) {
			list = append(list, i)
		}
	}
	s.fields[t] = list
	return list
}

// mayHoldText says whether values of a type are looked at.
func mayHoldText(t reflect.Type) bool {
	switch t.Kind() { //nolint:exhaustive // the others hold no text
	case reflect.String, reflect.Struct, reflect.Pointer, reflect.Slice, reflect.Interface, reflect.Map:
		return !notDrawn(t)
	}
	return false
}

// notDrawn says whether a type is one without text, or one that no format draws.
func notDrawn(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[time.Time](), reflect.TypeFor[document.Span](), reflect.TypeFor[article.Paragraph](),
		reflect.TypeFor[*document.Source](), reflect.TypeFor[*link.Page](), reflect.TypeFor[*versions.Matching]():
		return true
	}
	return false
}

// moved is a note without its secrets whose places are those in its new text.
func (s *sealer) moved(before article.Note, now reflect.Value) article.Note {
	n, ok := reflect.TypeAssert[article.Note](now)
	if !ok {
		return before
	}
	list := s.stretches(before.Text.String)
	at := func(place int) int {
		by := 0
		for _, x := range list {
			switch {
			case place >= x.end:
				by += len(x.text) - (x.end - x.start)
			case place > x.start:
				return x.start + by + len(x.text)
			}
		}
		return place + by
	}
	n.Citations, n.Styles = slices.Clone(n.Citations), slices.Clone(n.Styles)
	for i := range n.Citations {
		c := &n.Citations[i]
		c.Start, c.End = at(c.Start), at(c.End)
	}
	for i := range n.Styles {
		x := &n.Styles[i]
		x.Start, x.End = at(x.Start), at(x.End)
	}
	return n
}

func (s *sealer) list(v reflect.Value) (out reflect.Value, changed bool) {
	out = v
	if !mayHoldText(v.Type().Elem()) {
		return v, false
	}
	for i := range v.Len() {
		element, differs := s.value(v.Index(i))
		if !differs {
			continue
		}
		if !changed {
			out, changed = reflect.MakeSlice(v.Type(), v.Len(), v.Len()), true
			reflect.Copy(out, v)
		}
		out.Index(i).Set(element)
	}
	return out, changed
}

func (s *sealer) table(v reflect.Value) (out reflect.Value, changed bool) {
	out = v
	for iter := v.MapRange(); iter.Next(); {
		key, a := s.value(iter.Key())
		value, b := s.value(iter.Value())
		if !a && !b {
			continue
		}
		if !changed {
			out, changed = reflect.MakeMap(v.Type()), true
			for all := v.MapRange(); all.Next(); {
				out.SetMapIndex(all.Key(), all.Value())
			}
		}
		out.SetMapIndex(iter.Key(), reflect.Value{})
		out.SetMapIndex(key, value)
	}
	return out, changed
}
