package rules

import (
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// IbidAfterRepeatFar finds a run of Ibid.s so long that the reader has lost the source.
var IbidAfterRepeatFar = &checker.Rule{ID: "ibid-after-repeat-far", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Run of Ibid.s too long",
	Text: "More than five notes in a row say “Ibid.”, or more than 1,500 words of text lie between the last naming of the work and an “Ibid.”. By then the reader no longer " +
		"knows what is meant.",
	Do:    "Name the work again now and then, in a short form, or give the pages in the text.",
	Quiet: "An article that mostly reads one book: there only the distance counts.",
	Bad: "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7] H.[^8] I.[^9] J.[^10] K.[^11] L.[^12] M.[^13] N.[^14]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n" +
		"[^2]: Ibid., 13.\n[^3]: Ibid., 14.\n[^4]: Ibid., 15.\n[^5]: Ibid., 16.\n[^6]: Ibid., 17.\n[^7]: Ibid., 18.\n[^8]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^9]: Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n[^10]: Ida Moss, *Reeds* (Bath: Weir, 2001), 8.\n[^11]: Otto Lund, *Coins* (Oslo: Fjell, 1920), 3.\n" +
		"[^12]: Kern, *Handwerk*, 41.\n[^13]: Dahl, *Salt*, 9.\n[^14]: Moss, *Reeds*, 11.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 13.\n[^3]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.34 and 14.37: no long runs of Ibid.; pages of one work in the text",
}, Run: run(longRuns)}

func longRuns(r *checker.Report) []checker.Finding {
	const mostNotes, mostWords = 5, 1500
	a := r.Article
	at := wordsBefore(a)
	cited, all := map[article.Ref]int{}, 0
	for ref, c := range a.Citations() {
		switch {
		case c.Kind == article.Full:
			cited[ref]++
			all++
		case c.Target != nil:
			cited[c.Target.Ref]++
			all++
		}
	}
	var found []checker.Finding
	var named article.Ref // where the work was named last
	length, said := 0, false
	for ref, c := range a.Citations() {
		if c.Kind != article.Ibid || c.Target == nil || c.Target.Ref.Part > 0 {
			if c.Kind != article.Commentary {
				named, length, said = ref, 0, false
			}
			continue
		}
		length++
		far := at[ref.Note] - at[named.Note]
		oneBook := cited[c.Target.Ref]*2 > all
		if said || (length <= mostNotes || oneBook) && far <= mostWords {
			continue
		}
		said = true
		how := "is the " + strconv.Itoa(length) + "th in a row"
		if far > mostWords {
			how = "comes " + strconv.Itoa(far) + " words later"
		}
		f := checker.At(a, ref, "“%s” in note %s %s; its source was named last in note %s.", word(c), a.Notes[ref.Note].Number, how, a.Notes[named.Note].Number)
		if span, ok := within(a, ref, c, c.Back.Word); ok {
			f.Span = span
		}
		f.Help, f.Confidence = "Name the work again in a short form.", 0.8
		f.Evidence = evidence("source", describe(a, c.Target.Ref))
		f.Fixes = nameTheWork(a, ref, c)
		found = append(found, f)
	}
	return found
}

// wordsBefore counts, for each note, the words of the text before its first marker.
func wordsBefore(a *article.Article) map[int]int {
	first := map[int]article.Marker{}
	for _, m := range a.Markers {
		if _, ok := first[m.Note]; !ok && m.Note >= 0 {
			first[m.Note] = m
		}
	}
	type stretch struct{ start, words int }
	var before []stretch
	n := 0
	for i := range a.Body {
		span := a.Body[i].Text.All()
		before = append(before, stretch{span.Start, n})
		for range strings.FieldsSeq(a.Body[i].Text.String) {
			n++
		}
	}
	words := map[int]int{}
	k := 0
	for note := range a.Notes {
		m, ok := first[note]
		if !ok || len(before) == 0 {
			continue
		}
		for k+1 < len(before) && before[k+1].start <= m.Span.Start {
			k++
		}
		for k > 0 && before[k].start > m.Span.Start {
			k--
		}
		words[note] = before[k].words
	}
	return words
}
