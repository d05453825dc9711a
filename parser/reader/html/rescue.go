package html

import (
	"strings"

	"ibid/parser/document"
)

// rescueLinked takes a part of the page out of the chrome when markers of the
// article lead into it: the smallest container that holds all their targets
// in one piece of chrome, and of it the containers that hold some.
func (p *page) rescueLinked() {
	at := p.chromeAnchors()
	if len(at) == 0 {
		return
	}
	hits := map[int]bool{} // blocks that markers lead to
	for i := range p.doc.Blocks {
		if p.doc.Blocks[i].Region == document.Chrome {
			continue
		}
		for k := range p.doc.Blocks[i].Runs {
			r := &p.doc.Blocks[i].Runs[k]
			_, fragment, ok := strings.Cut(r.Href.String(), "#")
			if label := strings.TrimSpace(r.Text.String); !ok || label == "" || len(label) > 8 || !isLabel(label) {
				continue
			}
			if target, ok := at[unescape(fragment)]; ok {
				hits[target] = true
			}
		}
	}
	lists := map[int]bool{} // parents of the targets' own containers
	for i := range hits {
		p.doc.Blocks[i].Region = document.Body
		lists[p.list(i)] = true
	}
	for i := range p.doc.Blocks {
		if block := &p.doc.Blocks[i]; block.Region == document.Chrome && !block.Beside && len(lists) > 0 {
			for e := block.Element; e >= 0 && !p.state[e].holdsRoot; e = p.doc.Elements[e].Parent {
				if lists[e] {
					block.Region = document.Body
					break
				}
				if p.hints[e] == firm || p.hints[e] == remarks {
					break
				}
			}
		}
	}
}

// chromeAnchors are the ids in the chrome, comments excepted, and their blocks.
func (p *page) chromeAnchors() map[string]int {
	at := map[string]int{}
	for i := range p.doc.Blocks {
		b := &p.doc.Blocks[i]
		if b.Region != document.Chrome || b.Beside {
			continue
		}
		for _, id := range b.Anchors.IDs() {
			at[id] = i
		}
		for k := range b.Runs {
			for _, id := range b.Runs[k].Anchors.IDs() {
				at[id] = i
			}
		}
	}
	return at
}

// list is the container of the list that a note stands in, or -1.
func (p *page) list(i int) int {
	e := p.doc.Blocks[i].Element
	for e >= 0 && p.doc.Elements[e].Name == "li" {
		e = p.doc.Elements[e].Parent
	}
	if e >= 0 && p.doc.Elements[e].Name == "body" {
		return -1
	}
	return e
}

// longParagraph is the least text of a paragraph that an article may start
// with, in bytes outside links.
const longParagraph = 140

// chromeMenus finds the menus above an article on pages that name nothing:
// blocks before the first long paragraph whose text is all links elsewhere,
// three or more in a row.
func (p *page) chromeMenus() {
	first := 0
	for first < len(p.plain) && p.plain[first] < longParagraph {
		first++
	}
	if p.root >= 0 || first == len(p.plain) {
		return
	}
	for i := 0; i < first; i++ {
		j := i
		links := 0
		for j < first && p.plain[j] <= 3*linkCount(&p.doc.Blocks[j]) && p.doc.Blocks[j].Kind != document.Heading && linkCount(&p.doc.Blocks[j]) > 0 {
			links += linkCount(&p.doc.Blocks[j])
			j++
		}
		for k := i; k < j && links >= 3; k++ {
			p.doc.Blocks[k].Region = document.Chrome
		}
		i = max(i, j)
	}
}

// linkCount counts a block's links to other pages.
func linkCount(b *document.Block) int {
	n := 0
	for i := range b.Runs {
		if h := b.Runs[i].Href.String(); h != "" && !strings.HasPrefix(h, "#") {
			n++
		}
	}
	return n
}
