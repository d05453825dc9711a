package link

// Sketch is a digest of a text: of the hashes of all its shingles (runs of
// five words) that fall into each of its bins, the smallest (Broder 1997, with
// one permutation: Li, Owen and Zhang 2012). Two texts agree in about as many
// bins as they share shingles. The zero value is that of a text without words.
type Sketch [64]uint32

// shingle is the number of words that are compared together.
const shingle = 5

// WordSet is a set of words that may hold some more than it was given (a Bloom
// filter with two hashes): "no" is certain, "yes" is not.
type WordSet []byte

const (
	wordSetSize = 512 // bytes
	// maxWords is how many words of a text are looked at, so that one huge
	// page costs no more than a long one.
	maxWords = 20000
)

// digest gathers the sketch and the words of a text as it goes by.
type digest struct {
	sketch Sketch
	words  WordSet
	last   [shingle]uint64 // the hashes of the last words, the last one last
	n      int
}

// add takes one more word, in lower case.
func (d *digest) add(word []byte) {
	if d.n >= maxWords {
		return
	}
	h := hashWord(word)
	if d.words == nil {
		d.words = make(WordSet, wordSetSize)
	}
	d.words.add(h)
	copy(d.last[:], d.last[1:])
	d.last[shingle-1] = h
	d.n++
	if d.n < shingle {
		return
	}
	d.put(0)
}

// mention takes a word for the set alone: one of a menu, say.
func (d *digest) mention(word []byte) {
	if d.words == nil {
		d.words = make(WordSet, wordSetSize)
	}
	d.words.add(hashWord(word))
}

// put adds the shingle that ends with the last word; a text shorter than one
// is its own.
func (d *digest) put(salt uint64) {
	mixed := salt
	for _, h := range d.last {
		mixed = (mixed ^ h) * 0x9E3779B97F4A7C15
		mixed ^= mixed >> 29
	}
	bin, value := mixed>>58, uint32(mixed)|1 //nolint:gosec // the lower half is meant
	if d.sketch[bin] == 0 || value < d.sketch[bin] {
		d.sketch[bin] = value
	}
}

// done is the sketch of all words, nil if there are none.
func (d *digest) done() *Sketch {
	if d.n == 0 {
		return nil
	}
	if d.n < shingle {
		d.put(uint64(d.n)) //nolint:gosec // n is less than a shingle
	}
	sketch := d.sketch
	return &sketch
}

// hashWord is the FNV-1a hash of a word, mixed.
func hashWord(word []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range word {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>32
}

func (w WordSet) add(h uint64) {
	a, b := h%(8*wordSetSize), h>>20%(8*wordSetSize)
	w[a/8] |= 1 << (a % 8)
	w[b/8] |= 1 << (b % 8)
}

// Has says whether a word, in lower case, may be in the set.
func (w WordSet) Has(word string) bool {
	if len(w) != wordSetSize {
		return true
	}
	h := hashWord([]byte(word))
	a, b := h%(8*wordSetSize), h>>20%(8*wordSetSize)
	return w[a/8]&(1<<(a%8)) != 0 && w[b/8]&(1<<(b%8)) != 0
}

// similarity is the share of shingles that two pages have in common, 0 to 1,
// as their sketches estimate it; 0 where either has no text.
func similarity(a, b *Page) float64 {
	if a.Sketch == nil || b.Sketch == nil {
		return 0
	}
	same, all := 0, 0
	for i, x := range a.Sketch {
		y := b.Sketch[i]
		if x == 0 && y == 0 {
			continue
		}
		all++
		if x == y {
			same++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}
