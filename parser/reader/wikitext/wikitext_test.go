package wikitext_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/wikitext"
)

// blocks are the lines of a Document, notes as "label: text".
func blocks(d *document.Document) []string {
	var out []string
	for i := range d.Blocks {
		k := &d.Blocks[i]
		s := line(d, k.Runs)
		if k.Kind == document.NoteBody {
			s = strings.TrimSpace(k.Scope+" "+k.Label) + ": " + s
		}
		out = append(out, s)
	}
	return out
}

func TestNotes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"a note in its place", "Salt.<ref>Brine, 3.</ref> More.", []string{"Salt.[1] More.", "1: Brine, 3."}},
		{"tags in capitals, with blanks", "Salt.<REF NAME = 'a b' >Brine.</Ref >", []string{"Salt.[1]", "1: Brine."}},
		{"a name called again", "A.<ref name=a>Brine.</ref> B.<ref>C.</ref> D.<ref name=\"a\" />", []string{"A.[1] B.[2] D.[1]", "1: Brine.", "2: C."}},
		{"a name without quotes before the slash", "A.<ref name=a/> B.<ref name=a>Brine.</ref>", []string{"A.[1] B.[1]", "1: Brine."}},
		{"called before it is defined: the order of calls", "A.<ref name=late/> B.<ref>First.</ref>\n\n<references>\n<ref name=late>Late.</ref>\n</references>", []string{"A.[1] B.[2]", "1: Late.", "2: First."}},
		{"notes in a template's list", "A.<ref name=x/>\n{{Reflist|30em|refs=<ref name=x>Brine {{=}} salt.</ref>}}", []string{"A.[1]", "1: Brine = salt."}},
		{"defined and never called", "A.<ref>B.</ref>\n<references><ref name=x>Lost.</ref></references>", []string{"A.[1]", "1: B.", "2: Lost."}},
		{"called and never defined", "A.<ref name=gone/> B.<ref>C.</ref>", []string{"A.[gone] B.[1]", "1: C."}},
		{"one name, two notes", "A.<ref name=a>B.</ref> C.<ref name=a>D.</ref>", []string{"A.[1] C.[1]", "1: B.", "1: D."}},
		{"groups number apart", "A.<ref>B.</ref><ref group=note>C.</ref>{{efn|D.}}<ref group=\"note\">E.</ref>", []string{"A.[1][1][a][2]", "1: B.", "note 1: C.", "lower-alpha a: D.", "note 2: E."}},
		{"one name in two groups", "A.<ref name=x>B.</ref><ref name=x group=n>C.</ref>", []string{"A.[1][1]", "1: B.", "n 1: C."}},
		{"lists of a group", "A.<ref name=x group=n/>{{efn|name=y}}\n<references group=n><ref name=x>B.</ref></references>\n{{notelist|refs={{efn|name=y|C.}}<ref name=z>D.</ref>}}", []string{"A.[1][a]", "n 1: B.", "lower-alpha a: C.", "lower-alpha b: D."}},
		{"several names at once", "A.{{r|x|y}}\n<references><ref name=x>X.</ref><ref name=y>Y.</ref></references>", []string{"A.[1][2]", "1: X.", "2: Y."}},
		{"a note in a note", "A.{{efn|name=n|B.<ref>C.</ref>}}", []string{"A.[a]", "lower-alpha a: B.[1]", "1: C."}},
		{"notes that call each other", "A.<ref name=a>B.{{r|b}}</ref>\n<references><ref name=b>C.{{r|a}}</ref></references>", []string{"A.[1]", "1: B.[2]", "2: C.[1]"}},
		{"the tag as a function", "A.{{#tag:ref|B.|group=n|name=x}} C.{{#tag:ref||group=n|name=x}}", []string{"A.[1] C.[1]", "n 1: B."}},
		{"of several paragraphs", "A.<ref>B.\n\nC.</ref>", []string{"A.[1]", "1: B.", "1: C."}},
		{"not closed: up to the empty line", "A.<ref>B.\n\nC.", []string{"A.[1]", "1: B.", "C."}},
		{"not closed: up to the next one", "A.<ref>B. C.<ref>D.</ref> E.", []string{"A.[1][2] E.", "1: B. C.", "2: D."}},
		{"a template that is not closed", "A.<ref>{{cite book|title=B</ref> C.<ref>D.</ref>", []string{"A.[1] C.[2]", "1: {{cite book|title=B", "2: D."}},
		{"no markup", "A<nowiki><ref>''B''</ref></nowiki>.<!-- <ref>C</ref> -->", []string{"A<ref>''B''</ref>."}},
		{"in a box", "{{Infobox x|a=1<ref>B.</ref>|b=2}}\nC.<ref>D.</ref>", []string{"1[1]", "1: B.", "C.[2]", "2: D."}},
		{"in a template inside a line", "A {{unheard of|b<ref>C.</ref>}} d.", []string{"A b[1] d.", "1: C."}},
		{"in a caption", "[[File:A.jpg|thumb|A lamp.<ref>B.</ref>]]C.", []string{"A lamp.[1]", "1: B.", "C."}},
		{"a closing tag too many", "A.</ref> B.<ref>C.</ref>", []string{"A. B.[1]", "1: C."}},
		{"an empty one", "A.<ref></ref> B.", []string{"A.[1] B.", "1: "}},
	} {
		if diff := cmp.Diff(row.want, blocks(read(t, row.in))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestShortNotes(t *testing.T) {
	t.Parallel()
	const list = "\n* {{cite book|last=Kern|first=Ivo|title=Handwerk|publisher=Stein|location=Ulm|year=1998|url=http://a.example/k}}"
	full := "Ivo Kern, *Handwerk*<http://a.example/k at 00> (Ulm: Stein, 1998)"
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"the first in full", "A.{{sfn|Kern|1998|p=4}} B.{{sfn|Kern|1998|p=9}}", []string{"A.[1] B.[2]", "1: " + full + ", 4.", "2: Kern 1998, 9."}},
		{"the same twice is one note", "A.{{sfn|Kern|1998|p=4}} B.{{sfn|Kern|1998|p=4}}", []string{"A.[1] B.[1]", "1: " + full + ", 4."}},
		{"of a work that is not listed", "A.{{Sfn|Dahl|Moss|2001|loc=ch. 2}}", []string{"A.[1]", "1: Dahl and Moss 2001, ch. 2."}},
		{"in a note", "A.<ref>See {{harvnb|Kern|1998|p=4}}.</ref>", []string{"A.[1]", "1: See " + full + ", 4."}},
		{"in the text", "A {{harv|Kern|1998}}.{{sfn|Kern|1998}}", []string{"A (Kern 1998).[1]", "1: " + full + "."}},
		{"several at once", "A.{{sfnm|1a1=Kern|1y=1998|1p=4|2a1=Dahl|2y=2001}}", []string{"A.[1]", "1: Kern 1998, 4; Dahl 2001."}},
	} {
		got := blocks(read(t, row.in+list))
		got = got[:len(got)-1]
		for i := range row.want {
			row.want[i] = strings.ReplaceAll(row.want[i], "at 00", "at "+strconv.Itoa(len(row.in+list)-len("http://a.example/k}}")))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestSources(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{"a book", "{{cite book|last=Kern|first=Ivo|last2=Dahl|first2=Lena|title=Handwerk|edition=2nd|publisher=Stein|location=Ulm|year=1998|page=4}}", "Ivo Kern and Lena Dahl, *Handwerk*, 2nd ed. (Ulm: Stein, 1998), 4."},
		{"parameters in any order", "{{cite book |title=Handwerk |year=1998 |first=Ivo |last=Kern}}", "Ivo Kern, *Handwerk* (1998)."},
		{"a chapter", "{{cite book|author=Lena Dahl|chapter=Salt|title=Goods|editor=Ivo Kern|publisher=Stein|date=1998|pages=3–9}}", "Lena Dahl, “Salt,” in *Goods*, ed. Ivo Kern (Stein, 1998), 3–9."},
		{"an article", "{{cite journal|author=Lena Dahl|title=Salt?|journal=Goods|volume=3|issue=2|date=May 1998|pages=3–9|doi=10.5555/x}}", "Lena Dahl, “Salt?” *Goods* 3, no. 2 (May 1998): 3–9, https://doi.org/10.5555/x."},
		{"a page", "{{cite web|url=http://a.example/|title=Salt|website=Goods|access-date=2 May 2019}}", "“Salt<http://a.example/>,” *Goods*, accessed 2 May 2019."},
		{"a lost page with its copy", "{{cite web|title=Salt|url=http://a.example/x|archive-url=http://b.example/y|url-status=dead}}", "“Salt<http://a.example/x>”, archived at http://b.example/y<http://b.example/y>."},
		{"German", "{{Literatur |Autor=Ivo Kern |Titel=Handwerk |Sammelwerk=Gewerbe |Band=3 |Nummer=1 |Datum=1998 |Seiten=4-9}}", "Ivo Kern, “Handwerk,” *Gewerbe* 3, no. 1 (1998): 4-9."}, //nolint:misspell // German
		{"French", "{{Ouvrage|prénom1=Ivo|nom1=Kern|titre=Métiers|sous-titre=un abrégé|lieu=Paris|éditeur=Quai|année=1998|passage=4}}", "Ivo Kern, *Métiers: un abrégé* (Paris: Quai, 1998), 4."},
		{"Italian", "{{Cita libro|nome=Ivo|cognome=Kern|titolo=Mestieri|anno=1998|editore=Molo|città=Roma|p=4}}", "Ivo Kern, *Mestieri* (Roma: Molo, 1998), 4."},
		{"Spanish", "{{cita web|url=http://a.example/|título=Sal|sitioweb=Bienes|fecha=3 de mayo de 2019}}", "“Sal<http://a.example/>,” *Bienes*, 3 de mayo de 2019."},
		{"a template of another name", "{{Cite Marrow|title=Salt|url=http://a.example/}}", "“Salt<http://a.example/>”."},
		{"without any title", "{{cite book|Ivo Kern|1998}}", "Ivo Kern, 1998"},
		{"markup in parameters", "{{cite book|title=''Salt'' [[Sea|of the sea]] &amp; more<!-- x -->|author={{lang|de|Kern}}}}", "Kern, Salt* of the sea & more*."},
		{"words behind it", "{{cite book|title=Salt}}, p. 3.", "*Salt*, p. 3."},
	} {
		got := blocks(read(t, "A.<ref>"+row.in+"</ref>"))
		if len(got) < 2 || places.ReplaceAllString(got[1], ">") != "1: "+row.want {
			t.Errorf("%s:\n got %q\nwant %q", row.name, got[1:], row.want)
		}
	}
}

// places are those of addresses in a line.
var places = regexp.MustCompile(` at \d+>`)

func TestText(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"bold and italics", "'''A''' ''b'' '''''c''''' d", []string{"**A** *b* ***c*** d"}},
		{"an apostrophe before italics", "dans l'''Encyclopédie'' et", []string{"dans l'*Encyclopédie* et"}},
		{"italics end with the line", "''a\nb", []string{"*a*⏎b"}},
		{"headings", "== A == <!-- x -->\n=== ''B''===\nc", []string{"A", "*B*", "c"}},
		{"no heading", "=a\n== b", []string{"=a⏎== b"}},
		{"lists", "* a\n** b\n# c\n: d\ne", []string{"a", "b", "c", "d", "e"}},
		{"links", "[[A]]s [[b|c]] [[:Category:D]] [[Category:E]][[fr:F]] [http://a.example/x g ''h''] [http://b.example/]", []string{"As c Category:D  g <http://a.example/x at 55>*h*<http://a.example/x at 55> http://b.example/<http://b.example/ at 84>"}},
		{"no links", "[a] [http://b.example c\n[[d", []string{"[a] [http://b.example c⏎[[d"}},
		{"an address with an entity", "[http://a.example/?a&amp;b c]", []string{"c<http://a.example/?a&b at 1>"}},
		{"magic words", "__NOTOC__a __not one__", []string{"a __not one__"}},
		{"templates that stand for text", "a{{ndash}}b {{lang|fr|c}} {{circa|1810}} {{nowrap|d ''e''}} {{citation needed|date=May 2019}}f", []string{"a–b c c. 1810 d *e* f"}},
		{"a table", "{| class=x\n! A !! B\n|-\n| style=\"x\" | c || d\n| e\nf\n|}\ng", []string{"A", "B", "c", "d", "e⏎f", "g"}},
		{"a table that is not closed", "{|\n| a", []string{"a"}},
		{"preformatted", "<pre>''a''</pre>b", []string{"''a''", "b"}},
		{"a quotation", "a\n{{quote|b\n\nc|Kern}}d", []string{"a", "b", "c", "d"}},
		{"breaks and tags", "a<br/>b<div>c</div><foo>d", []string{"a⏎b", "c", "<foo>d"}},
	} {
		if diff := cmp.Diff(row.want, blocks(read(t, row.in))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestMeta(t *testing.T) {
	t.Parallel()
	d := read(t, "{{DISPLAYTITLE:''Salt'' and Brine}}\n"+strings.Repeat("Die Laterne am Hafen brannte in jeder Nacht des langen Winters, und niemand schrieb es auf. ", 5))
	if d.Meta.Title != "Salt and Brine" || d.Meta.Language != "de" {
		t.Errorf("title %q, language %q", d.Meta.Title, d.Meta.Language)
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   string
		want bool
	}{
		{"'''A''' is.<ref>B</ref>", true},
		{"== A ==\n[[B]] is.", true},
		{"[[B]] is a wiki link in Markdown.\n\n# A", false},
		{"Salt <ref> is no note without more.", false},
		{"A\n====\n\n[[B]]", false},
	} {
		if got := wikitext.Is([]byte(row.in)); got != row.want {
			t.Errorf("%q: %v", row.in, got)
		}
	}
}

// TestHostile reads what is built to hurt: time must grow with the size alone.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, one string }{
		{"opened templates", "{{"},
		{"opened links", "[["},
		{"opened notes", "<ref>"},
		{"opened notes with a name", "<ref name=a>b"},
		{"opened tables", "{|\n"},
		{"opened comments", "<!--"},
		{"opened addresses", "[http://a "},
		{"references", "<references>"},
		{"nowiki", "<nowiki>"},
		{"apostrophes", "''"},
		{"apostrophes of three", "a'''b "},
		{"ends", "}}]]</ref>"},
		{"cells", "| a || b [[\n"},
		{"one row", "|[[|"},
		{"headings", "=="},
		{"items", "*"},
		{"templates in each other", "{{cite book|title="},
		{"notes in each other", "{{efn|"},
		{"tags", "<div id=\""},
		{"entities", "&a"},
		{"lines", "\n \n"},
		{"sfn", "{{sfn|A|2000|p=1}}"},
		{"calls", "<ref name=x/>"},
		{"bars", "{{a|b}}|"},
		{"braces", "{"},
		{"brackets", "["},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			source := strings.Repeat(row.one, 1<<20/len(row.one))
			if row.one[0] == '|' {
				source = "{|\n" + source
			}
			start := time.Now()
			read(t, source)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("1 MiB took %v", took)
			}
		})
	}
	closed := strings.Repeat("{{efn|<ref>[[a|", 5000) + strings.Repeat("]]</ref>}}", 5000)
	read(t, closed)
	read(t, strings.Repeat("{{cite book|title=", 5000)+strings.Repeat("}}", 5000))
}

func BenchmarkRead(b *testing.B) {
	source := []byte(strings.Repeat("The '''light''' at [[Marrow Point]] burned on nine nights of ten.<ref>{{cite book |last=Ellingsworth |first=Mara |title=Tide Tables |publisher=Pier Press |location=Harbor |year=2009 |page=12}}</ref> "+
		"It was ''older'' than the town, and the keepers wrote little of it.<ref name=k>Ivo Kern, ''Handwerk'' (Ulm: Stein, 1998), 4.</ref><ref name=k />\n\n", 4000))
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := wikitext.Read(b.Context(), source, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
