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
	tags := newTagIndex(a)
	if len(tags.refs) == 0 {
		return nil
	}
	var found []checker.Finding
	index := map[string]int{}
	for ref, c := range a.Citations() {
		head, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(c.Text, c.Signal)), ",")
		tag := tags.near(head)
		if tag == "" {
			continue
		}
		if i, ok := index[head]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, rename(a, ref, c, head, tag))
			continue
		}
		index[head] = len(found)
		f := checker.At(a, ref, "Note %s writes “%s”; %s introduces “%s”.", a.Notes[ref.Note].Number, head, a.Where(tags.refs[tag]), tag)
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

// tagIndex are the tags of an article with the citations that define them. A slip leaves
// the beginning or the end as it is, so that they are found by either.
type tagIndex struct {
	refs   map[string]article.Ref
	byEdge map[string][]string
}

func newTagIndex(a *article.Article) tagIndex {
	x := tagIndex{refs: map[string]article.Ref{}, byEdge: map[string][]string{}}
	for ref, c := range a.Citations() {
		for _, tag := range c.Tags {
			if _, known := x.refs[tag]; known || len(tag) < shortestTag || !strings.Contains(tag, " ") {
				continue
			}
			x.refs[tag] = ref
			for _, edge := range edges(tag) {
				x.byEdge[edge] = append(x.byEdge[edge], tag)
			}
		}
	}
	return x
}

// edges are the beginning and the end of a name of shortestTag bytes or more.
func edges(name string) []string {
	const size = shortestTag - 1
	return []string{"^" + name[:size], name[len(name)-size:] + "$"}
}

// near is the one tag that a name is a letter or two away from, or "". Plurals and
// numbers make other names.
func (x tagIndex) near(name string) string {
	const longest, most = 64, 32
	if _, known := x.refs[name]; known || len(name) < shortestTag || len(name) > longest || strings.ContainsAny(name, "0123456789") {
		return ""
	}
	var like []string
	for _, edge := range edges(name) {
		like = append(like, x.byEdge[edge]...)
	}
	if len(like) > most {
		return "" // so many names begin alike that one is no slip
	}
	near := ""
	for _, tag := range like {
		d := len(name) - len(tag)
		switch {
		case strings.TrimSuffix(tag, "s") == strings.TrimSuffix(name, "s"):
			return ""
		case tag == near:
		case d > 2 || d < -2 || strings.Count(tag, " ") != strings.Count(name, " ") || levenshtein.ComputeDistance(tag, name) > 2:
		case near != "":
			return "" // between two
		default:
			near = tag
		}
	}
	return near
}
