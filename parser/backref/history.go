package backref

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// work is one distinct work of the article: all full citations of it.
type work struct {
	first article.Ref // where it is cited in full first
	refs  []article.Ref
	near  article.Ref // where it was cited last, in whatever form
	item  *article.Item
	tags  []string
	names []article.Name // authors, else editors
	keys  [][]string     // their surnames' keys
	words []string       // of the title
	text  []string       // of its whole first citation, once asked for
	main  int            // how many of them are the main title's
	last  int            // order of its last citing, for recency
	kind  article.WorkType
	cited map[string]bool // numbers of the notes that cite it
	urls  map[string]bool // addresses given with it, bare
}

// said are the words of the work's first citation.
func (w *work) said(a *article.Article) []string {
	if w.text == nil {
		w.text = titleWords(ellipsis(a.Cited(w.first).Text))
	}
	return w.text
}

// ellipsis keeps of a long citation as much as may name the work.
func ellipsis(s string) string {
	const most = 500
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}

// history is the index over the works of an article.
type history struct {
	a      *article.Article
	works  []*work
	byName map[string][]int
	byWord map[string][]int
	byTag  map[string][]int
	byURL  map[string][]int
	byKey  map[string]int
	bySlip map[string][]int // by surname with one letter left out
	byPair map[string][]int // by the first of two surnames: see firstOfTwo
	pairs  map[string]bool  // both of them, where a given name stands before
	byDay  map[string][]int // by what holds the work and its day
	bySaid map[string][]int // by each word of their citations: see saying
	read   int              // how many works bySaid knows
	ofRef  map[article.Ref]int
	latest int // the work cited last, -1 at first
	// continued says that the notes' numbers go on from the part before.
	continued bool
	clock     int
	// asked are the title and the names of the short form looked at last, folded:
	// it is compared with many works.
	asked asked
}

// asked are folded words of a title and keys of names.
type asked struct {
	title string
	words []string
	keys  map[article.Name][]string
}

// wordsOf is titleWords of the title of a short form; the caller must not change it.
func (h *history) wordsOf(title string) []string {
	if title == "" || title != h.asked.title {
		h.asked = asked{title: title, words: titleWords(title), keys: map[article.Name][]string{}}
	}
	return h.asked.words
}

// keysOf is surnames of a name of a short form; the caller must not change it.
func (h *history) keysOf(n article.Name) []string {
	keys, ok := h.asked.keys[n]
	if !ok {
		if h.asked.keys == nil {
			h.asked.keys = map[article.Name][]string{}
		}
		keys = surnames(n)
		h.asked.keys[n] = keys
	}
	return keys
}

func newHistory(a *article.Article) *history {
	return &history{
		a: a, byName: map[string][]int{}, byWord: map[string][]int{}, byTag: map[string][]int{}, byURL: map[string][]int{},
		byKey: map[string]int{}, bySlip: map[string][]int{}, byPair: map[string][]int{}, pairs: map[string]bool{}, byDay: map[string][]int{}, ofRef: map[article.Ref]int{}, latest: -1,
	}
}

// add takes in a full citation; a work that is known already is cited again.
func (h *history) add(ref article.Ref) int {
	c := h.a.Cited(ref)
	key := identity(c)
	if w, ok := h.byKey[key]; ok && key != "" {
		h.works[w].refs = append(h.works[w].refs, ref)
		h.ofRef[ref] = w
		h.tag(w, c)
		return w
	}
	w := &work{first: ref, refs: []article.Ref{ref}, item: &c.Item, kind: kindOf(c), cited: map[string]bool{}, urls: map[string]bool{}}
	w.names = c.Item.Author
	if len(w.names) == 0 {
		w.names = c.Item.Editor
	}
	w.words = titleWords(c.Item.Title)
	w.main = len(titleWords(mainTitle(c.Item.Title)))
	id := len(h.works)
	h.works = append(h.works, w)
	h.ofRef[ref] = id
	if key != "" {
		h.byKey[key] = id
	}
	for _, n := range w.names {
		keys := surnames(n)
		w.keys = append(w.keys, keys)
		for _, k := range keys {
			push(h.byName, k, id)
		}
		for _, k := range slips(keys) {
			push(h.bySlip, k, id)
		}
		if first := pairOf(n); first != "" {
			push(h.byPair, first, id)
			if strings.Contains(n.Given, " ") {
				h.pairs[first+" "+fold(n.Family)] = true
			}
		}
	}
	for _, t := range w.words {
		push(h.byWord, t, id)
	}
	push(h.byDay, dayKey(c), id)
	h.tag(id, c)
	return id
}

// letter is a letter by its writer and its reader: "George Mallory to Ruth Fenn, 3".
var letter = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*\s)*?(\p{Lu}[\p{L}'’-]+)\s(?:to|an|à|a)\s(?:(?:the|of|von|dem|den|de|la|du|al)\s|\p{Lu}[\p{L}.'’-]*\s)*?(\p{Lu}[\p{L}'’-]+),\s\D{0,12}\d`)

// dayKey is a newspaper, or the two between whom a letter went, and the day;
// "" for what is neither, or has no day.
func dayKey(c *article.Citation) string {
	i := &c.Item
	if i.Issued == nil || len(i.Issued.Parts) != 1 || len(i.Issued.Parts[0]) != 3 {
		return ""
	}
	words := titleWords(i.ContainerTitle)
	if m := letter.FindStringSubmatch(c.Text[min(len(c.Signal), len(c.Text)):]); m != nil {
		words = []string{fold(m[1]), "to", fold(m[2])}
	}
	if len(words) == 0 {
		return ""
	}
	for _, n := range i.Issued.Parts[0] {
		words = append(words, strconv.Itoa(n))
	}
	return strings.Join(words, " ")
}

// tag indexes the names that a citation defines for its work, and its addresses.
func (h *history) tag(id int, c *article.Citation) {
	w := h.works[id]
	for _, t := range c.Tags {
		w.tags = append(w.tags, t)
		push(h.byTag, tagKey(t), id)
	}
	for _, t := range collections(c) {
		if len(strings.Fields(t)) >= 2 && len(h.byTag[tagKey(t)]) == 0 {
			w.tags = append(w.tags, t) // the first paper of a collection stands for it
			push(h.byTag, tagKey(t), id)
		}
	}
	for _, n := range w.names {
		if n.Literal != "" {
			if ac := acronymOf(n.Literal); len(ac) >= 3 {
				push(h.byName, fold(ac), id)
			}
		}
	}
	for _, u := range c.URLs {
		push(h.byURL, bareURL(u.Address), id)
		w.urls[bareURL(u.Address)] = true
	}
}

// collection is papers that an archive keeps, as a citation names them.
var collection = pattern.New(`(?:^|,\s)(\p{Lu}[^,;()]{2,60}\s(?:Papers|Records|Collections?|MSS|Manuscripts|Correspondence|Nachlass|Archives?)),\s`)

// collections are the names under which papers may be cited again.
func collections(c *article.Citation) []string {
	if c.Item.Archive == "" {
		return nil
	}
	names := []string{c.Item.Archive}
	for _, m := range collection.FindAllStringSubmatch(c.Text, 2) {
		names = append(names, m[1])
	}
	return names
}

// tagKey is the key of a tag: without case, marks and an article before it.
func tagKey(s string) string {
	s = fold(s)
	for _, w := range []string{"the ", "das ", "der ", "die "} {
		s = strings.TrimPrefix(s, w)
	}
	return s
}

// push adds an index to a list once.
func push(m map[string][]int, key string, id int) {
	if key == "" {
		return
	}
	if l := m[key]; len(l) == 0 || l[len(l)-1] != id {
		m[key] = append(l, id)
	}
}

// bareURL is an address without scheme, www, archive prefix and final slash.
func bareURL(s string) string {
	if i := strings.LastIndex(s, "://"); i >= 0 {
		s = s[i+3:]
	}
	return strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/"))
}

func mainTitle(s string) string {
	if i := strings.IndexAny(s, ":—"); i > 0 {
		return s[:i]
	}
	return s
}

// identity is the key under which two full citations are one work: first
// author and main title; for a case with a short name, where it is reported. It
// is empty where too little is known.
func identity(c *article.Citation) string {
	title := strings.Join(titleWords(mainTitle(c.Item.Title)), " ")
	names := c.Item.Author
	if len(names) == 0 {
		names = c.Item.Editor
	}
	name := ""
	if len(names) > 0 {
		if keys := surnames(names[0]); len(keys) > 0 {
			name = keys[0]
		}
	}
	if title == "" || name == "" && len(title) < 12 {
		if title != "" && c.Item.Type == "legal_case" && c.Item.Volume != "" && c.Item.ContainerTitle != "" {
			return c.Item.Volume + " " + c.Item.ContainerTitle + "|" + title
		}
		return ""
	}
	return name + "|" + title
}

// kindOf is the kind of a work by the marks around its title, as East Asia
// has them, or else by its fields: 『 』 and a single 《 》 hold a book, 「 」 and
// 〈 〉 an article, two 《 》 an article and its journal.
func kindOf(c *article.Citation) article.WorkType {
	switch first := strings.IndexAny(c.Text, "『「〈《"); {
	case first < 0:
		return typeOf(&c.Item)
	case strings.HasPrefix(c.Text[first:], "『"):
		return article.BookWork
	case strings.HasPrefix(c.Text[first:], "《") && strings.Count(c.Text, "《") == 1 && !strings.ContainsAny(c.Text, "〈「"):
		return article.BookWork
	}
	return article.ArticleWork
}

func typeOf(i *article.Item) article.WorkType {
	switch i.Type {
	case "book":
		return article.BookWork
	case "article", "article-journal", "article-newspaper", "article-magazine", "chapter":
		return article.ArticleWork
	case "legal_case":
		return article.CaseWork
	case "webpage":
		return article.WebWork
	}
	return article.AnyWork
}

// cite remembers that a work was cited just now. The numbers of an earlier
// part's notes count where this article's go on from there.
func (h *history) cite(id int, ref article.Ref) {
	h.clock++
	h.works[id].last = h.clock
	if h.numbered(ref) {
		h.works[id].cited[h.a.NoteOf(ref).Number] = true
	}
	h.latest = id
}

// numbered says whether a note's number means that note in this article.
func (h *history) numbered(ref article.Ref) bool { return ref.Part == 0 || h.continued }

// maxCandidates bounds how many works are scored for one short form.
const maxCandidates = 64

// candidates are the works that share a name, a title word, a tag or an
// address with a short form, most recently cited first.
func (h *history) candidates(c *article.Citation) []int {
	seen := map[int]bool{}
	var out []int
	take := func(ids []int) {
		for i := len(ids) - 1; i >= 0 && i >= len(ids)-maxCandidates; i-- {
			if !seen[ids[i]] {
				seen[ids[i]] = true
				out = append(out, ids[i])
			}
		}
	}
	for _, n := range c.Item.Author {
		for _, k := range h.keysOf(n) {
			take(h.byName[k])
		}
	}
	for _, name := range tagNames(c) {
		take(h.byTag[tagKey(name)])
		take(h.byName[fold(name)])
	}
	if len(out) == 0 {
		for _, n := range c.Item.Author {
			take(h.byPair[fold(n.Family)])
		}
	}
	for _, u := range c.URLs {
		take(h.byURL[bareURL(u.Address)])
	}
	take(h.byDay[dayKey(c)])
	if len(c.Item.Author) == 0 && (c.Item.Title == "" || c.Back.Type == article.CaseWork) && c.Item.Volume != "" && c.Item.ContainerTitle != "" {
		take(h.saying([]string{c.Item.Volume}))
	}
	words := slices.Clone(h.wordsOf(shortTitle(c)))
	sort.SliceStable(words, func(i, j int) bool { return len(h.byWord[words[i]]) < len(h.byWord[words[j]]) })
	// The rarest words tell most; common ones are asked only if nothing else was found.
	for i, w := range words {
		if i < 2 && (len(out) == 0 || len(h.byWord[w]) <= maxCandidates) || i < 4 && len(out) == 0 {
			take(h.byWord[w])
		}
	}
	if len(out) == 0 {
		for _, n := range c.Item.Author {
			for _, k := range slips(h.keysOf(n)) {
				take(h.bySlip[k])
			}
		}
	}
	if len(out) > 4*maxCandidates {
		out = out[:4*maxCandidates]
	}
	return out
}

// tagNames are the words of a short form that may be a tag: its title, or its
// only name.
func tagNames(c *article.Citation) []string {
	var out []string
	if c.Item.Title != "" {
		out = append(out, c.Item.Title)
	}
	if len(c.Item.Author) == 1 {
		n := c.Item.Author[0]
		if n.Literal != "" {
			out = append(out, n.Literal)
		} else {
			out = append(out, strings.TrimSpace(n.Given+" "+n.Family))
		}
	}
	return out
}

// slips are a surname of five letters or more, and what remains of it where
// one letter is left out: names that differ in one letter share one of these.
func slips(keys []string) []string {
	if len(keys) == 0 {
		return nil
	}
	rs := []rune(keys[0])
	if len(rs) < 5 || len(rs) > 32 {
		return nil
	}
	out := []string{keys[0]}
	for i := range rs {
		out = append(out, string(rs[:i])+string(rs[i+1:]))
	}
	return out
}
