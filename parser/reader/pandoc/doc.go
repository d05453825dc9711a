// Package pandoc reads what no reader of our own does: a converter, pandoc,
// makes its document model (JSON) of the source, and the words of that model are
// found again in the source. What is found there has exact positions; the rest
// stands between its neighbours.
//
//	doc, err := pandoc.Read(ctx, "rst", data, hint)
//
// The package starts no program: hint.Convert does. Notes come numbered in the
// order of their markers, as pandoc has them; labels of the source are not in
// its model.
package pandoc
