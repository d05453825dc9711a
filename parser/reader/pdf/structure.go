package pdf

import "ibid/parser/reader/pdf/object"

// Bounds of a structure tree.
const (
	mostElements   = 1 << 20
	deepestElement = 64
	mostRoles      = 8 // from a name of its own to a standard one
)

// structure is what the structure tree of a tagged file says of notes (14.7,
// 14.8.4): which marked content of which page is part of which.
type structure struct {
	file     *object.File
	roles    object.Dict
	notes    map[object.Ref]map[int]int // by page and marked content, from 1 on
	count    int
	elements int
}

// newStructure reads the structure tree; nil if it names no notes.
func newStructure(f *object.File) *structure {
	root := f.Dict(f.Dict(f.Trailer["Root"])["StructTreeRoot"])
	if root == nil {
		return nil
	}
	s := &structure{file: f, roles: f.Dict(root["RoleMap"]), notes: map[object.Ref]map[int]int{}}
	s.walk(root["K"], object.Ref{}, 0, 0)
	if s.count == 0 {
		return nil
	}
	return s
}

// walk follows what stands below an element: note is the note that it is part
// of, 0 for none, page the one that its marked content is on.
func (s *structure) walk(o object.Object, page object.Ref, note, depth int) {
	if s.elements++; s.elements > mostElements || depth > deepestElement {
		return
	}
	switch k := s.file.Resolve(o).(type) {
	case float64:
		s.mark(page, int(k), note)
	case object.Array:
		for _, kid := range k {
			s.walk(kid, page, note, depth+1)
		}
	case object.Dict:
		if pg, is := k["Pg"].(object.Ref); is {
			page = pg
		}
		if k["MCID"] != nil {
			s.mark(page, s.file.Int(k["MCID"]), note)
			return
		}
		if note == 0 && s.isNote(s.file.Name(k["S"])) {
			s.count++
			note = s.count
		}
		s.walk(k["K"], page, note, depth+1)
	}
}

// isNote says whether an element's type is a note, by way of the names that the
// file explains.
func (s *structure) isNote(name object.Name) bool {
	for range mostRoles {
		if name == "Note" || name == "FENote" {
			return true
		}
		next := s.file.Name(s.roles[name])
		if next == "" || next == name {
			return false
		}
		name = next
	}
	return false
}

func (s *structure) mark(page object.Ref, content, note int) {
	if note == 0 {
		return
	}
	if s.notes[page] == nil {
		s.notes[page] = map[int]int{}
	}
	s.notes[page][content] = note
}

// of is the note that marked content of a page is part of, 0 if none.
func (s *structure) of(page object.Ref, content int) int {
	if s == nil {
		return 0
	}
	return s.notes[page][content]
}
