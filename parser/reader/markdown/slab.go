package markdown

// slabSize is how many values a slab has room for.
const slabSize = 64

// slab gives out values of one type that end their life together, as the nodes of
// a stretch do: one allocation makes room for many of them.
type slab[T any] struct{ room []T }

// one is a zero value.
func (s *slab[T]) one() *T { return &s.list(1)[0] }

// list is a list of zero values, without room to grow.
func (s *slab[T]) list(n int) []T {
	if n > len(s.room) {
		if n > slabSize/4 {
			return make([]T, n)
		}
		s.room = make([]T, slabSize)
	}
	list := s.room[:n:n]
	s.room = s.room[n:]
	return list
}
