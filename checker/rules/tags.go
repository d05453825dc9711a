package rules

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"ibid/checker"
	"ibid/parser/article"
)

// The names that notes give to works, "hereafter Van Alen Papers", are called
// tags. A citation that begins with nearly such a name has a slip in it.

// misspeltTags are those citations, one finding for each wrong name.
func misspeltTags(a *article.Article) []checker.Finding {
	tags := map[string]article.Ref{}
	for ref, c := range a.Citations() {
		for _, tag := range c.Tags {
			if len(tag) >= shortestTag && strings.Contains(tag, " ") {
				tags[tag] = ref
			}
		}
	}
	if len(tags) == 0 {
		return nil
	}
	var found []checker.Finding
	index := map[string]int{}
	for ref, c := range a.Citations() {
		head, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(c.Text, c.Signal)), ",")
		tag := nearTag(tags, head)
		if tag == "" {
			continue
		}
		if i, ok := index[head]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, rename(a, ref, c, head, tag))
			continue
		}
		index[head] = len(found)
		f := checker.At(a, ref, "Note %s writes “%s”; %s introduces “%s”.", a.Notes[ref.Note].Number, head, a.Where(tags[tag]), tag)
		if span, ok := within(a, ref, c, head); ok {
			f.Span = span
		}
		f.Help, f.Confidence = "Use the name that was introduced.", 0.85
		f.Evidence = evidence("name introduced", tag)
		f.Fixes = rename(a, ref, c, head, tag)
		found = append(found, f)
	}
	return found
}

// shortestTag is the length, in bytes, below which names are alike by chance.
const shortestTag = 8

// nearTag is the one tag that a name is a letter or two away from, or "". Plurals and
// numbers make other names.
func nearTag(tags map[string]article.Ref, name string) string {
	const longest = 64
	if len(name) < shortestTag || len(name) > longest || strings.ContainsAny(name, "0123456789") {
		return ""
	}
	near := ""
	for tag := range tags {
		d := len(name) - len(tag)
		switch {
		case tag == name || strings.TrimSuffix(tag, "s") == strings.TrimSuffix(name, "s"):
			return ""
		case d > 2 || d < -2 || strings.Count(tag, " ") != strings.Count(name, " ") || levenshtein.ComputeDistance(tag, name) > 2:
		case near != "":
			return "" // between two
		default:
			near = tag
		}
	}
	return near
}
