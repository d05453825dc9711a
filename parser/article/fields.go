package article

import (
	"slices"
	"strings"

	"ibid/parser/document"
)

// Fields tells where the fields of a citation stand, in the order of their names.
// A citation has a handful, of which a map would take three times the room.
type Fields []Field

// Field is where a field of an Item stands.
type Field struct {
	Name       string // as CSL-JSON has it: "title", "author", "issued" …
	Span       document.Span
	Confidence float64
}

// Get is the field of a name; false if it is not known where it stands.
func (f Fields) Get(name string) (Field, bool) {
	i, ok := f.find(name)
	if !ok {
		return Field{}, false
	}
	return f[i], true
}

// Set adds a field, or puts it in the place of the one of its name.
func (f *Fields) Set(field Field) {
	i, ok := f.find(field.Name)
	if ok {
		(*f)[i] = field
		return
	}
	*f = slices.Insert(*f, i, field)
}

// Delete drops the field of a name.
func (f *Fields) Delete(name string) {
	if i, ok := f.find(name); ok {
		*f = slices.Delete(*f, i, i+1)
	}
}

// find is where a field stands or belongs in the list.
func (f Fields) find(name string) (int, bool) {
	return slices.BinarySearchFunc(f, name, func(x Field, name string) int { return strings.Compare(x.Name, name) })
}
