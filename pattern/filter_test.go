package pattern

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// expressions are of the kinds that the program has, and of those that are hard to filter.
func expressions() []string {
	return []string{
		`\b(?:see|cf\.)\s`, `(?i)\b(?:library|archives?|papers|MSS?|box)\b`, `^\p{Lu}[\p{L}'’-]+,\s\d`, `(?:^|,\s)(\d{1,4})\s(\p{Lu}[\p{L}.\s\d]{0,20}?)\sat\s(\d[\d–-]*)`,
		`\p{Lu}[\p{L}.'’ &-]*\sv\.?\s\p{Lu}`, `\([^()]*\b(?:1[4-9]|20)\d\d[a-z]?(?:[–-]\d+)?\)`, `§+\s?\d`, `\d+号|第\d+[期号号]`, `\bfo|oo`, `\b-|ab`, `(?m)^x|yy`, `x*`, `x*yz`, `$`, `a$`, `\bibid\b`,
		`^(?:https?:|www\.)`, `(?i)k|ſ`, `[^x]y`, `.z`, `(?s).z`, `(a|b(c|d)?)+e`, `\B12`, `[–—]`, `“[^”]+”`, `(?:a|)b`, `^a|b`, `\x{1f600}.`, `(?:ab){2,3}c`, `\d{1,2}\.\s?\d{1,2}\.`, `^$`, `[a-z]+@[a-z]+\.`, `\bword`,
		`supra`, `(?i)supra`, `(?i)kiss`, `(?i:K)`, `(?i)vgl\.|siehe|см\.`, `^(?:see|cf\.)\s`, `(?i)^(?:see|cf\.)\s`, `^[A-ZÄÖÜ]\p{L}*,`, `^a?$`, `^a*b`, `^\s*\d`, `[§¶]\s?\d+`, `[“„"]`, `(?:a|b*)c`, `x{2,3}y`, `x{0,3}y`, `(a|)`,
		`(?:ab|cd)+`, `^(?:a|\b)b`, `a\z`, `(?m)^a`, `(?s).b`, `[^a]b`, `^[^a]`, `\x{FFFD}`, `^\x{FFFD}`, `[\x{FFF0}-\x{FFFF}]`, `^(?:(?:von|van)\s)?\p{Lu}`, `a|^b`, `^(?:^a|^b)`, `(?i)[k]`, `(?i)ſ`, `\pZ`, `[^\x00-\x{10FFFF}]`, `(?i)ÄRA`, ``,
		`\A\b`, `a\b\b\b\b\b`, `\b\b\b\b\b\b`, `\b[^a-z]foo`, `(?:^|[^\d])(1[5-9]\d\d)(?:$|[^\d])`, `(?i:ſt|ﬁ)\.?`, `é+\b`, `\p{Han}{2,5}?(?:书|書)`, `[\x{80}-\x{7ff}]x`, `[\x{fff0}-\x{ffff}]`, `a|b|c|d|e1|f2|g3|h4|i5|j6|k7|l8`, `^\s*$|zz`, `\A\bx`, `[[:^alpha:]]b`, `[\x{fffd}]\s`, `(?i)(?:^|[\s,])(see|s\.|by)[:,]?\s`,
		`(?i)^(?:(?:see|supra|infra|(see) by|above|below|oben|unten)[,\s]*){0,20}(?:(notes?|fn\.|anm\.|S\.)\s?(\d{1,4})|$)`, `(?:|x)*?(x)$`, `(x*)*?y`, `(?:\b|x|(y))*`, `(?:(a)|(b)|\b)*?c`,
	}
}

func texts() []string {
	return []string{
		"", "a", "x", "b", "12", "See Moor, Lamps (1998), 12; cf. Quill v. Harbor", "ibid", "IBID.", "xibid", "in the Harbour Library, box 12", "MSS", "K ſ st ST ﬁ", "xfoo", "foo", "oo", "-ab", "x-ab", " - ab ", "ab", "yy\nx",
		"第12期", "12号", "§§ 12", "“tides”", "–", "a–b — c", "\xff\xfez", "\xe2\x80", "\xe2\x80x", "é", "éx", "xé x", "前海書", "12.3.1999", "3. März", "anna@b.org", "l8", "e", "e1", "1999", "x1999y", "(1999)", "x 1999", "ababc", "abababc ababc",
		"supra", "SUPRA note 5", "Supra", "ſupra", "KISS", "\u212aiss", "ki\u017f\u017f", "vgl. S. 5", "VGL.", "СМ. там же", "See also", "see  x", "cf.", "Ärger, 5", "§ 12", "“quoted”", "c", "bbc", "xxy", "xy", "y", "abcd", " 5", "5", "\nab", "aab", "\xff", "\xffb", "\ufffd", "\ufff1", "von Berg",
		"van der", "Berg", "ſ", "S", "s", "k", "K", "ära", "Ära", "\u00a0", "aaae", "bcbde", "ab\ncd", "\u00a0x", "\u07ffx", "\U0001f600", "\U0001f600!", "\ufffdx", "zz", "   ", "a word", "sword", "foo foo", " foo", "— x", "see, by see by S. 12", "xxfoo!foo", "http://x", "(http:", "Smith, 12", "Ångström, 5", "x, 12 Harv. at 30–31",
	}
}

// agree holds that a pattern with its filter and searcher, and with its automaton, is what the regexp of its expression is.
func agree(t *testing.T, expr string, texts ...string) {
	t.Helper()
	re, err := regexp.Compile(expr)
	if err != nil {
		return
	}
	p := New(expr)
	p.filter.Store(newFilter(expr)) // as if it had been used much
	for _, text := range texts {
		agreeOn(t, p, re, text)
	}
	p.automaton.Store(newAutomaton(expr)) // and more
	for _, text := range texts {
		agreeOn(t, p, re, text)
	}
}

func agreeOn(t *testing.T, p *Pattern, re *regexp.Regexp, text string) {
	t.Helper()
	for _, x := range []struct {
		name      string
		got, want any
	}{
		{"MatchString", p.MatchString(text), re.MatchString(text)},
		{"FindString", p.FindString(text), re.FindString(text)},
		{"FindStringIndex", p.FindStringIndex(text), re.FindStringIndex(text)},
		{"FindStringSubmatch", p.FindStringSubmatch(text), re.FindStringSubmatch(text)},
		{"FindStringSubmatchIndex", p.FindStringSubmatchIndex(text), re.FindStringSubmatchIndex(text)},
		{"FindAllString", p.FindAllString(text, 2), re.FindAllString(text, 2)},
		{"FindAllStringIndex", p.FindAllStringIndex(text, -1), re.FindAllStringIndex(text, -1)},
		{"FindAllStringSubmatch", p.FindAllStringSubmatch(text, -1), re.FindAllStringSubmatch(text, -1)},
		{"FindAllStringSubmatchIndex", p.FindAllStringSubmatchIndex(text, -1), re.FindAllStringSubmatchIndex(text, -1)},
		{"ReplaceAllString", p.ReplaceAllString(text, "<$0>"), re.ReplaceAllString(text, "<$0>")},
		{"ReplaceAllStringFunc", p.ReplaceAllStringFunc(text, strings.ToUpper), re.ReplaceAllStringFunc(text, strings.ToUpper)},
		{"Split", p.Split(text, -1), re.Split(text, -1)},
		{"Match", p.Match([]byte(text)), re.MatchString(text)},
		{"FindSubmatchIndex", p.FindSubmatchIndex([]byte(text)), re.FindStringSubmatchIndex(text)},
	} {
		if !reflect.DeepEqual(x.got, x.want) {
			t.Errorf("%s of %q in %q is %v, want %v", x.name, p.expr, text, x.got, x.want)
		}
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	var all []string
	for _, text := range texts() {
		all = append(all, text, "the coast "+text+", p. 12")
	}
	for _, expr := range expressions() {
		agree(t, expr, all...)
	}
}

// TestMuchUsed searches more than a pattern does without a filter.
func TestMuchUsed(t *testing.T) {
	t.Parallel()
	p := New(`\bsee\s`)
	text := strings.Repeat("the tide came in, ", 100) + "see 12"
	for range 2 * worthwhile / len(text) {
		if at := p.FindStringIndex(text); at == nil || text[at[0]:at[1]] != "see " {
			t.Fatalf("found at %v", at)
		}
	}
	if p.filter.Load() == nil {
		t.Error("a pattern that is much used has no filter")
	}
	for range 2 * worthAnAutomaton / len(text) {
		if !p.MatchString(text) {
			t.Fatal("not found")
		}
	}
	if p.automaton.Load() == nil {
		t.Error("a pattern that is used very much has no automaton")
	}
}

// TestNoRoom comes to more states, and to more classes of characters, than an
// automaton has room for.
func TestNoRoom(t *testing.T) {
	t.Parallel()
	many, random := "", rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		many += string("ab"[random.IntN(2)])
	}
	wide := `[éα]|[éβ]b|[éγ]c|[éδ]d|[éε]e|[éζ]f|[éη]g|[éθ]h|[éι]i|[éκ]k|[éλ]l|[éμ]m|[éν]n|[éξ]o`
	for _, x := range []struct{ expr, text string }{{`a[ab]{20}c`, many}, {wide, "βγδεζηθικλμνξ"}} {
		p := New(x.expr)
		p.automaton.Store(newAutomaton(x.expr))
		for range 2 {
			agreeOn(t, p, regexp.MustCompile(x.expr), x.text)
		}
		if !p.automaton.Load().full.Load() {
			t.Errorf("the automaton of %s is not full", x.expr)
		}
	}
}

// TestLong searches a text that is too long for a searcher, and one that is not.
func TestLong(t *testing.T) {
	t.Parallel()
	const expr = `(?:a|ab)(b|c)*?(?:c|d)$`
	p := New(expr)
	p.filter.Store(newFilter(expr))
	for _, size := range []int{100, mostTried} {
		text := strings.Repeat("abc", size/3) + "d"
		if got, want := p.FindStringSubmatchIndex(text), regexp.MustCompile(expr).FindStringSubmatchIndex(text); !reflect.DeepEqual(got, want) {
			t.Errorf("found at %v, want %v", got, want)
		}
		if p.filter.Load().searcher.fits(text) != (size == 100) {
			t.Errorf("whether %d bytes fit is wrong", size)
		}
	}
}

// BenchmarkHit finds the places of a match, of an expression larger than what package
// regexp reads fast.
func BenchmarkHit(b *testing.B) {
	p := New(`(?i)[(\[]\s?(?:(?:supra|infra|above|below|oben|unten|wie|see|siehe|voir|bereits|auch|the|die)[,\s]+){0,12}(?:notes?|fn\.|anm\.|nota)\s?(\d{1,4})[)\]]`)
	text := "Ellingsworth, Tide Tables (see above, note 12), 14"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if p.FindStringSubmatchIndex(text) == nil {
			b.Fatal("not found")
		}
	}
}

// BenchmarkMiss searches notes for what they do not have: first what a filter rules
// out, then what takes an automaton.
func BenchmarkMiss(b *testing.B) {
	text := strings.Repeat("Ellingsworth, Tide Tables (Harbor: Pier Press, 2009), 12–14; ", 3)
	for _, expr := range []string{`(?i)\b(?:library|archives?|record office)\b`, `^\p{Lu}[\p{L}'’-]+(?:,\s\p{Lu}[\p{L}'’\s-]{2,60}){1,4},\s\d+`} {
		b.Run(expr[:8], func(b *testing.B) {
			p := New(expr)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if p.MatchString(text) {
					b.Fatal("found")
				}
			}
		})
	}
}

// BenchmarkFilter makes the filter of an expression of middle size.
func BenchmarkFilter(b *testing.B) {
	for b.Loop() {
		newFilter(`^\p{Lu}[\p{L}'’-]+(?:\s(?:and|et|und|&)\s\p{Lu}[\p{L}.'’-]+)?,\s(?:pp?\.|S\.|at)\s?\d[\d\s,.ff–-]*$`)
	}
}

// TestRulesOut says of expressions what a filter must find out by itself.
func TestRulesOut(t *testing.T) {
	t.Parallel()
	const note = "Mara Ellingsworth, Tide Tables and Lamps (Harbor: Pier Press, 2009), 12–14; see also Kern, Handwerk, p. 40."
	for _, expr := range []string{
		`(?i)\b(?:library|archives?|papers|record office)\b`, `\p{Lu}[\p{L}.'’ &-]*\sv\.?\s\p{Lu}`, `^(?:https?:|www\.)`, `^\p{Lu}[^;:()]{1,80}?,\s(supra|above|oben|ante)\.?$`, `§+\s?\d`, `“[^”]+”`, `\d+号|第\d+[期号号]`, `\bdoi\b`,
	} {
		if f := newFilter(expr); !f.rulesOut(note) && (f.first == nil || f.first.next(note, 0) >= 0) {
			t.Errorf("%s is looked for in a note that has none of it", expr)
		}
	}
}

func FuzzFilter(f *testing.F) {
	for i, expr := range expressions() {
		f.Add(expr, texts()[i%len(texts())])
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		if len(expr) < 200 && len(text) < 500 {
			agree(t, expr, text)
		}
	})
}
