// Package object reads what a PDF file is made of: its objects, the table that
// says where they are, and the filters and the encryption that lie over them
// (ISO 32000-1, section 7). It knows nothing of pages and text.
//
//	f, err := object.Open(data)
//	pages := f.Dict(f.Dict(f.Trailer["Root"])["Pages"])
//	content, err := f.Data(stream)
//
// It exists because a file may hold anything: no lookup recurses without a
// bound, no size that the file states is believed, no loop of references is
// followed twice, and what streams unpack to is limited for the whole file. A
// table that is broken is made anew from the objects that are there.
package object

// Object is nil, bool, float64, [String], [Name], [Array], [Dict], [Ref],
// *[Stream] or, in content streams, [Operator].
type Object any

// Name is a name without its slash.
type Name string

// String is a string's bytes, decoded and decrypted.
type String string

// Operator is a word that is none of the objects: Tj, obj, endstream.
type Operator string

// Ref points at an indirect object.
type Ref struct{ Number, Generation int }

// Array is a list of objects.
type Array []Object

// Dict is a dictionary.
type Dict map[Name]Object

// Stream is a dictionary with data; [File.Data] gives what it unpacks to.
type Stream struct {
	Dict Dict

	raw []byte
	// key decrypts the data; nil where nothing is encrypted.
	key *cipherKey
}
