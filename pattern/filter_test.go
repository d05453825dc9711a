package pattern_test

import (
	"reflect"
	"regexp"
	"testing"

	"ibid/pattern"
)

// agree holds that a pattern is what the regexp of its expression is.
func agree(t *testing.T, expr, s string) {
	t.Helper()
	re, err := regexp.Compile(expr)
	if err != nil {
		return
	}
	p := pattern.New(expr)
	mark := func(s string) string { return "<" + s + ">" }
	for _, got := range []struct {
		name      string
		got, want any
	}{
		{"MatchString", p.MatchString(s), re.MatchString(s)},
		{"FindString", p.FindString(s), re.FindString(s)},
		{"FindStringIndex", p.FindStringIndex(s), re.FindStringIndex(s)},
		{"FindStringSubmatch", p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
		{"FindStringSubmatchIndex", p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
		{"FindAllString", p.FindAllString(s, -1), re.FindAllString(s, -1)},
		{"FindAllStringIndex", p.FindAllStringIndex(s, 2), re.FindAllStringIndex(s, 2)},
		{"FindAllStringSubmatch", p.FindAllStringSubmatch(s, -1), re.FindAllStringSubmatch(s, -1)},
		{"FindAllStringSubmatchIndex", p.FindAllStringSubmatchIndex(s, -1), re.FindAllStringSubmatchIndex(s, -1)},
		{"ReplaceAllString", p.ReplaceAllString(s, "[$0]"), re.ReplaceAllString(s, "[$0]")},
		{"ReplaceAllStringFunc", p.ReplaceAllStringFunc(s, mark), re.ReplaceAllStringFunc(s, mark)},
		{"Split", p.Split(s, -1), re.Split(s, -1)},
		{"Match", p.Match([]byte(s)), re.MatchString(s)},
		{"FindSubmatchIndex", p.FindSubmatchIndex([]byte(s)), re.FindStringSubmatchIndex(s)},
	} {
		if !reflect.DeepEqual(got.got, got.want) {
			t.Errorf("%s of %q in %q: got %q, want %q", got.name, expr, s, got.got, got.want)
		}
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	expressions := []string{
		`supra`, `(?i)supra`, `(?i)kiss`, `(?i:K)`, `(?i)vgl\.|siehe|см\.`, `^(?:see|cf\.)\s`, `(?i)^(?:see|cf\.)\s`, `^[A-ZÄÖÜ]\p{L}*,`, `^$`, `^a?$`, `^a*b`,
		`^\s*\d`, `[§¶]\s?\d+`, `[“„"]`, `(?:a|b*)c`, `x{2,3}y`, `x{0,3}y`, `(a|)`, `(?:ab|cd)+`, `^(?:a|\b)b`, `a\z`, `(?m)^a`, `(?s).b`, `[^a]b`, `^[^a]`, `\x{FFFD}`, `^\x{FFFD}`, `[\x{FFF0}-\x{FFFF}]`,
		`^(?:(?:von|van)\s)?\p{Lu}`, `a|^b`, `^(?:^a|^b)`, `(?i)[k]`, `(?i)ſ`, `\pZ`, `[^\x00-\x{10FFFF}]`, `(?i)ÄRA`, ``,
	}
	texts := []string{
		"", "supra", "SUPRA note 5", "Supra", "ſupra", "KISS", "\u212aiss", "ki\u017f\u017f", "vgl. S. 5", "VGL.", "СМ. там же", "See also", "see  x", "cf.", "Ärger, 5", "§ 12", "“quoted”", "c", "bbc", "xxy", "xy", "y",
		"abcd", " 5", "5", "a", "b", "ab", "\nab", "aab", "\xff", "\xffb", "\ufffd", "\ufff1", "von Berg", "van der", "Berg", "ſ", "S", "s", "k", "K", "ära", "Ära", "\u00a0",
	}
	for _, expr := range expressions {
		for _, s := range texts {
			agree(t, expr, s)
		}
	}
}

func FuzzFilter(f *testing.F) {
	f.Add(`(?i)^(?:supra|infra)\s+n`, "Supra n. 5")
	f.Add(`(a|b{0,2}[§k-m])+$`, "bb§")
	f.Add(`^(?:[^a-z]|ſ)k?`, "\u212a")
	f.Fuzz(func(t *testing.T, expr, s string) {
		if len(expr) > 60 || len(s) > 200 {
			return
		}
		agree(t, expr, s)
	})
}

// BenchmarkNothing looks for what is not there, which is what most patterns do
// with most notes.
func BenchmarkNothing(b *testing.B) {
	const expr = `(?i)(?:^|[\s,;(])(?:supra|infra|above|below)\s(?:note|n\.)\s?(\d+)`
	const note = `Margaret Ellwood, Oil and Wages: The Economy of Lighthouses, 1780–1860 (Manchester: Manchester University Press, 1998), 42–54.`
	b.Run("pattern", func(b *testing.B) {
		p := pattern.New(expr)
		for b.Loop() {
			p.MatchString(note)
		}
	})
	b.Run("regexp", func(b *testing.B) {
		re := regexp.MustCompile(expr)
		for b.Loop() {
			re.MatchString(note)
		}
	})
}
