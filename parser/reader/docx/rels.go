package docx

import (
	"context"
	"path"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

// relation is a link from a part to another one, or to an address.
type relation struct {
	// kind is the last word of its type: "hyperlink", "footnotes".
	kind     string
	target   document.Text
	external bool
}

// relations reads the relations of a part ("" for those of the container), by id.
func (r *reading) relations(ctx context.Context, part string) (map[string]relation, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if !r.c.Has(name) {
		return nil, nil
	}
	out := map[string]relation{}
	err := r.scan(ctx, name, func(s *scanner) {
		for !s.Done {
			if s.Next() != markup.Start || s.Element.Name.Local != "Relationship" {
				continue
			}
			kind := s.attr("Type")
			out[s.attr("Id")] = relation{
				kind:     kind[strings.LastIndexByte(kind, '/')+1:],
				target:   markup.Attribute(s.Src[s.From:s.To], s.From, name, "Target"),
				external: s.attr("TargetMode") == "External",
			}
		}
	})
	return out, err
}

// related is the name of the part that another one names as its kind, the
// usual name where there is no such relation, "" where there is no such part.
func (r *reading) related(rels map[string]relation, from, kind, usual string) string {
	best := ""
	for _, rel := range rels {
		if name := pack.Resolve(from, rel.target.String); rel.kind == kind && !rel.external && r.c.Has(name) && (best == "" || name < best) {
			best = name
		}
	}
	if best == "" && r.c.Has(usual) {
		best = usual
	}
	return best
}
