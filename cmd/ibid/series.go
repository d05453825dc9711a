package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ibid/cmd/ibid/internal/inputs"
)

// after reads the earlier parts of a series, in their order, and returns the
// reading of what comes after them: sources, of which there can be only one.
func (r reading) after(ctx context.Context, parts []string, sources []inputs.Source) (reading, error) {
	if len(parts) == 0 {
		return r, nil
	}
	if len(sources) > 1 {
		return r, errors.New("--previous says what comes before one SOURCE: check the later parts one by one")
	}
	for _, name := range parts {
		part, err := only(ctx, name)
		if err != nil {
			return r, fmt.Errorf("--previous %s: %w", name, err)
		}
		if len(sources) == 1 && part.Name == sources[0].Name {
			return r, fmt.Errorf("--previous %s: this is the SOURCE itself; name the part before it", name)
		}
		a, err := r.source(ctx, part)
		if err != nil {
			return r, fmt.Errorf("--previous %w", err)
		}
		r.previous = append(slices.Clip(r.previous), a)
	}
	return r, nil
}

// only is the one source that an argument names.
func only(ctx context.Context, arg string) (inputs.Source, error) {
	sources, failures := inputs.Expand(ctx, []string{arg}, inputs.Options{Known: func(string) bool { return false }})
	switch {
	case len(failures) > 0:
		return inputs.Source{}, failures[0].Err
	case len(sources) != 1 || sources[0].Found:
		return inputs.Source{}, errors.New("name one file")
	}
	return sources[0], nil
}
