package main

import (
	"context"
	"io"

	"ibid/cmd/ibid/internal/converter"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser"
	"ibid/parser/collection"
)

// convert makes pandoc's document model of a text; see parser.Options.
type convert func(ctx context.Context, format, text string, read func(model io.Reader) error) error

// converter is pandoc, where it is installed: under its own name, or that which
// the environment gives it (IBID_PANDOC, "off" for none). It is nil where there is none.
func (s streams) converter() convert {
	p := converter.Find(s.environment("IBID_PANDOC"))
	if p == nil {
		return nil
	}
	return p.Convert
}

// articles says which files of a folder are articles: those of the formats that
// are read, with a converter also those that are left to it.
func (c convert) articles() inputs.Options {
	return inputs.Options{
		Known: func(name string) bool { return parser.Known(name) || c != nil && parser.Convertible(name) },
		Holds: func(head []byte) bool {
			known, convertible := parser.ArticleXML(head)
			kind := collection.Sniff(head)
			return known || convertible && c != nil || kind.HoldsArticles() || kind == collection.Feed
		},
	}
}
