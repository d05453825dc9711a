package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// HereinafterUnused finds a short name that is introduced and never used.
var HereinafterUnused = &checker.Rule{ID: "hereinafter-unused", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Short name is introduced and never used",
	Text:  "A note says by what name a work will be cited from here on (“hereinafter Harbor Report”), and the name is never used again. The reader learns it for nothing.",
	Do:    "Delete the name, or use it in the later notes.",
	Quiet: "Names that are used in the text only.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Harbor Office, *Report on the Lamps of the Point* (Harbor: Pier Press, 2009), 12 [hereinafter Lamp Report].\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Harbor Office, *Report on the Lamps of the Point* (Harbor: Pier Press, 2009), 12 [hereinafter Lamp Report].\n" +
		"[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: Lamp Report, 14.",
	Basis: "Bluebook R. 4.2(b)",
}, Run: run(unusedNames)}

var newName = pattern.New(`(?i)\s?[\[(](?:hereinafter|hereafter|henceforth|im folgenden|nachfolgend|ci-après|en adelante|d'ora in poi|doravante)(?: cited as| referred to as| zitiert als| cité)?:?\s["“„«]?([^\])"”“»]{2,60})["”“»]?[\])]`)

func unusedNames(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	for ref, c := range a.Citations() {
		m := newName.FindStringSubmatchIndex(c.Text)
		if m == nil || c.Kind != article.Full {
			continue
		}
		name := strings.Trim(c.Text[m[2]:m[3]], " .,")
		if uses(r, name) > strings.Count(" "+folded(c.Text)+" ", " "+folded(name)+" ") {
			continue
		}
		f := checker.At(a, ref, "Note %s introduces the name “%s”, and nothing uses it.", a.Notes[ref.Note].Number, name)
		f.Span = inCitation(a, ref, m[2], m[3])
		f.Help, f.Confidence = "Delete the name, or use it.", 0.9
		if note := &a.Notes[ref.Note]; exact(a, note.Text, c.Start+m[0], c.Start+m[1]) {
			f.Fixes = []checker.Fix{{Description: "Delete the name", Class: checker.Safe, Edits: []checker.Edit{{Span: note.Text.Span(c.Start+m[0], c.Start+m[1])}}}}
		}
		found = append(found, f)
	}
	return found
}

// uses is how often a name stands in the article, notes and body.
func uses(r *checker.Report, name string) int {
	name = folded(name)
	if name == "" {
		return 0
	}
	n := 0
	for _, index := range []*phrases{notePhrases(r), bodyPhrases(r)} {
		for _, text := range index.near(name) {
			n += strings.Count(text, " "+name+" ")
		}
	}
	return n
}
