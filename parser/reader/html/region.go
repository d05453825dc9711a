package html

import (
	"slices"
	"strings"

	"ibid/parser/document"
)

// regions tells the article from what stands around it.
//
// An element that calls itself navigation, comments or the like is chrome,
// unless most of the page is in it: such a name then is the layout's. If one
// <main> or <article> holds most of the text, what is outside of it is chrome
// too, unless it holds notes. In doubt a block belongs to the article.
func (b *builder) regions() {
	p := newPage(b)
	p.root = p.findRoot()
	p.settle()
	for i := range b.doc.Blocks {
		block := &b.doc.Blocks[i]
		if p.isChrome(i) {
			block.Region = document.Chrome
			block.Beside = false
			if e := block.Element; e >= 0 && p.state[e].remarks {
				block.Kind, block.Label = document.Paragraph, "" // what readers say is no list of notes
			}
		}
	}
	p.chromeMenus()
	for i := range b.doc.Blocks {
		if block := &b.doc.Blocks[i]; block.Beside {
			block.Region = document.Chrome // until the finder takes it
		}
	}
	p.rescueLinked()
}

// page is what the regions are found from. Sizes are bytes of text outside links.
type page struct {
	doc    *document.Document
	hints  []hint
	extras []extra
	// plain is the size of each block, inside that of each element.
	plain, inside []int
	total         int
	// marked says of each element that it or one around it has a hint of chrome.
	marked []bool
	root   int
	state  []state
}

// state is where an element stands.
type state struct {
	chrome, holdsRoot, inRoot, notes bool
	// firm: the chrome is navigation or comments, where what is called
	// "references" is an entry of a menu.
	firm bool
	// remarks: it is the comments of readers.
	remarks bool
}

func newPage(b *builder) *page {
	n := len(b.doc.Elements)
	p := &page{doc: b.doc, hints: b.hints, extras: b.extras, plain: make([]int, len(b.doc.Blocks)), inside: make([]int, n), marked: make([]bool, n), root: -1, state: make([]state, n)}
	for i := range b.doc.Blocks {
		block := &b.doc.Blocks[i]
		for k := range block.Runs {
			if r := &block.Runs[k]; r.Href.Empty() && !r.Style.Has(document.Hidden) {
				p.plain[i] += len(strings.TrimSpace(r.Text.String))
			}
		}
		p.total += p.plain[i]
		if block.Element >= 0 {
			p.inside[block.Element] += p.plain[i]
		}
	}
	for e := n - 1; e >= 0; e-- { // parents stand before their children
		if parent := b.doc.Elements[e].Parent; parent >= 0 {
			p.inside[parent] += p.inside[e]
		}
	}
	for e := range n {
		parent := b.doc.Elements[e].Parent
		p.marked[e] = p.hints[e] > notes && p.hints[e] != weak || parent >= 0 && p.marked[parent]
	}
	return p
}

// minRoot is the least text that makes an <article> the article, in bytes.
const minRoot = 200

// findRoot is the element that holds the article, or -1: a <main>, else an
// <article>, with more than half of the text that is not marked as chrome.
func (p *page) findRoot() int {
	best, open := [2]int{-1, -1}, 0
	for i := range p.doc.Blocks {
		if e := p.doc.Blocks[i].Element; e < 0 || !p.marked[e] {
			open += p.plain[i]
		}
	}
	for e := range p.doc.Elements {
		kind := -1
		switch el := &p.doc.Elements[e]; {
		case el.Name == "main" || hasRole(el, "main"):
			kind = 0
		case el.Name == "article":
			kind = 1
		}
		if kind < 0 || p.marked[e] || p.inside[e] < minRoot || 2*p.inside[e] < open {
			continue
		}
		if b := &best[kind]; *b < 0 || p.inside[e] > p.inside[*b] { //nolint:gosec // kind is 0 or 1 here
			*b = e
		}
	}
	if best[0] >= 0 {
		return best[0]
	}
	return best[1]
}

func hasRole(e *document.Element, role string) bool {
	return slices.Contains(e.Role, role)
}

// settle says of each element whether it is chrome.
func (p *page) settle() {
	for e := p.root; e >= 0; e = p.doc.Elements[e].Parent {
		p.state[e].holdsRoot = true
	}
	noteLike := p.noteLike()
	for e := range p.doc.Elements {
		s := &p.state[e]
		outer := state{}
		if parent := p.doc.Elements[e].Parent; parent >= 0 {
			outer = p.state[parent]
		}
		s.inRoot = e == p.root || outer.inRoot
		h := p.hints[e]
		s.notes = (outer.notes || h == notes) && !outer.firm
		switch {
		case s.holdsRoot:
		case outer.chrome && (h != notes || outer.firm):
			s.chrome, s.firm, s.remarks = true, outer.firm || h >= firm, outer.remarks || h == remarks
		case h > notes:
			s.chrome = (!s.notes || h == remarks) && !p.overstated(e)
			s.firm, s.remarks = s.chrome && h >= firm, s.chrome && h == remarks
		case p.root >= 0 && !s.inRoot && !s.notes && !noteLike[e]:
			s.chrome = true
		}
	}
}

// overstated says whether too much of the page is in an element for its name
// to be true.
func (p *page) overstated(e int) bool {
	whole := p.total
	if p.state[e].inRoot || p.root >= 0 && p.inRoot(e) {
		whole = p.inside[p.root]
	}
	rest := whole - p.inside[e]
	if p.hints[e] == weak || p.hints[e] == landmark {
		return p.inside[e] > rest && p.inside[e] > minRoot
	}
	return p.inside[e] > 10*rest && p.inside[e] > 5*minRoot
}

func (p *page) inRoot(e int) bool {
	parent := p.doc.Elements[e].Parent
	return parent >= 0 && p.state[parent].inRoot
}

// isChrome says whether a block is chrome by where it stands.
func (p *page) isChrome(i int) bool {
	block := &p.doc.Blocks[i]
	if block.Region == document.Chrome {
		return true
	}
	e := block.Element
	if e >= 0 && p.state[e].chrome || p.extras[i].minor && p.plain[i] < 2*minRoot && !numbered(block) {
		return true
	}
	if p.root < 0 || e >= 0 && (p.state[e].inRoot || p.state[e].notes || !p.state[e].holdsRoot) {
		return false
	}
	// Loose text beside the article's element.
	return block.Kind != document.Heading && p.plain[i] < minRoot && !numbered(block)
}

// noteLike says of each element whether numbered notes stand in it.
func (p *page) noteLike() []bool {
	like := make([]bool, len(p.doc.Elements))
	if p.root < 0 {
		return like // nothing asks
	}
	for i := range p.doc.Blocks {
		if !numbered(&p.doc.Blocks[i]) {
			continue
		}
		for e := p.doc.Blocks[i].Element; e >= 0 && !like[e]; e = p.doc.Elements[e].Parent {
			like[e] = true
		}
	}
	return like
}

// numbered says whether a block looks like a note: a label and then text that
// is no link, or the id of a note.
func numbered(block *document.Block) bool {
	if slices.ContainsFunc(block.Anchors.IDs(), noteID) {
		return true
	}
	text, linked := "", 0
	for i := range block.Runs {
		if len(text) > 200 {
			break
		}
		r := &block.Runs[i]
		text += r.Text.String[:min(len(r.Text.String), 400)]
		if !r.Href.Empty() && !strings.Contains(r.Href.String(), "#") {
			linked += len(r.Text.String)
		}
	}
	return noteLabel.MatchString(document.PlainNumbers(text).String) && len(text) > 12 && 10*linked < 9*len(text)
}

// noteID says whether an id is of the kind that notes have: fn1, ftn.3,
// cite_note-4, footnote-5, _edn6.
func noteID(id string) bool {
	id = strings.ToLower(strings.TrimLeft(id, "_"))
	name := strings.TrimRight(id, "0123456789-_.:")
	if name == id {
		return false
	}
	switch strings.Trim(name, "-_.:") {
	case "fn", "ftn", "ftnt", "fnt", "edn", "en", "note", "footnote", "endnote", "cite_note", "sdfootnote", "sdendnote", "easy-footnote-bottom", "f", "fnote", "footnotes", "user-content-fn":
		return true
	}
	return strings.HasPrefix(name, "cite_note-")
}
