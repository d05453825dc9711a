package reader

// maxNames bounds how deep lists of names are followed.
const maxNames = 3

// Names reads the authors out of decoded YAML or JSON: one name, a list of
// names, or maps with a "name", as pandoc and schema.org have them.
func Names(v any) []string { return names(v, 0) }

func names(v any, depth int) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	case []any:
		var out []string
		for _, x := range v {
			if depth < maxNames {
				out = append(out, names(x, depth+1)...)
			}
		}
		return out
	}
	return nil
}
