package docx_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"ibid/parser/reader"
	"ibid/parser/reader/docx"
	"ibid/parser/reader/pack"
)

// TestRefused: what can't or may not be read is an error that names the part.
func TestRefused(t *testing.T) {
	t.Parallel()
	good := body(para(run("Salt."))).zip(t)
	bomb := body(strings.Repeat(" ", pack.MaxPart+1))
	half := strings.Repeat(" ", pack.MaxPart-1000)
	for _, row := range []struct {
		name, part, reason string
		data               []byte
	}{
		{"cut off before its text", "", "the file is cut off: what stood behind", good[:bytes.Index(good, []byte("word/document.xml"))-30]},
		{"no zip", "", "cut off or damaged", []byte("PK")},
		{"without a text", "", "no word/document.xml", parts{"a": "b"}.zip(t)},
		{"twice", "word/document.xml", "twice", body("").with("word/Document.xml", "").zip(t)},
		{"twice, by other slashes", `word\document.xml`, "twice", body("").with(`word\document.xml`, "").zip(t)},
		{"one part too large", "word/document.xml", "unpacks to more", bomb.zip(t)},
		{"a size that lies", "", "word/document.xml is damaged", lying(t, bomb.zip(t))},
		{"all parts too large", "word/document.xml", "unpacks to more", body(half).with("word/styles.xml", root("styles", half)).with("word/settings.xml", root("settings", half)).zip(t)},
		{"a document type", "word/document.xml", "document type", body("").with("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`).zip(t)},
		{"a document type in the styles", "word/styles.xml", "document type", body(para(run("Salt."))).with("word/styles.xml", `<!DOCTYPE x><x/>`).zip(t)},
		{"deep", "word/document.xml", "deep", body(strings.Repeat("<w:p>", 600)).zip(t)},
		{"no XML at all", "", "word/document.xml is broken at byte", body("").with("word/document.xml", "<<<<").zip(t)},
		{"binary", "", "holds no XML", body("").with("word/document.xml", strings.Repeat("\x01\x02", 100)).zip(t)},
		{"empty", "", "is empty", body("").with("word/document.xml", "").zip(t)},
		{"encrypted in the zip", "word/document.xml", "encrypted", flagged(t, good)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := docx.Read(t.Context(), row.data, reader.Hint{})
			var e *pack.Error
			if !errors.As(err, &e) || e.Part != row.part || !strings.Contains(e.Error(), row.reason) {
				t.Errorf("%v, want one of %q: %s", err, row.part, row.reason)
			}
		})
	}
}

// lying makes every declared size of a zip small, in its directory too.
func lying(t *testing.T, data []byte) []byte {
	t.Helper()
	return patched(t, data, 24, []byte{9, 0, 0, 0})
}

// flagged says of every file of a zip that it is encrypted.
func flagged(t *testing.T, data []byte) []byte {
	t.Helper()
	return patched(t, data, 8, []byte{1, 0})
}

// patched writes over a field of every entry of a zip's directory.
func patched(t *testing.T, data []byte, at int, with []byte) []byte {
	t.Helper()
	data = bytes.Clone(data)
	found := 0
	for i := bytes.LastIndex(data, []byte("PK\x05\x06")); i >= 0; i = bytes.LastIndex(data[:i], []byte("PK\x01\x02")) {
		if data[i+2] == 1 {
			copy(data[i+at:], with)
			found++
		}
	}
	if found == 0 {
		t.Fatal("no directory")
	}
	return data
}

func TestEncrypted(t *testing.T) {
	t.Parallel()
	data := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1000))
	if docx.Encrypted(data) {
		t.Error("an old document counts as encrypted")
	}
	data, err := binary.Append(data, binary.LittleEndian, utf16.Encode([]rune("EncryptedPackage")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := docx.Read(t.Context(), data, reader.Hint{}); !errors.Is(err, docx.ErrEncrypted) {
		t.Error(err)
	}
}

// TestDamaged: what could be read is given, and what could not is said.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := body(para(run("Salt.") + call("2") + run(" Brine.") + call("3"))).footnotes(note("2", "One.") + note("3", "Two."))
	broken := func(part, text string) string {
		return strings.Replace(whole[part], text, "<"+text, 1)
	}
	for _, row := range []struct {
		name      string
		in        parts
		want, say string
	}{
		{"text", whole.with("word/document.xml", broken("word/document.xml", " Brine")), "p: Salt.[^1^]\nnote 1:  One.\n", "word/document.xml is broken at byte"},
		{"notes", whole.with("word/footnotes.xml", broken("word/footnotes.xml", "Two.")), "p: Salt.[^1^] Brine.[^2^]\nnote 1:  One.\nnote 2: \n", "word/footnotes.xml is broken at byte"},
		{"notes without an end", whole.with("word/footnotes.xml", whole["word/footnotes.xml"][:len(whole["word/footnotes.xml"])-14]), "p: Salt.[^1^] Brine.[^2^]\nnote 1:  One.\nnote 2:  Two.\n", "unexpected EOF"},
		{"styles", whole.with("word/styles.xml", "&x;"), "p: Salt.[^1^] Brine.[^2^]\nnote 1:  One.\nnote 2:  Two.\n", "word/styles.xml is broken at byte 3"},
		{"nothing", whole, "p: Salt.[^1^] Brine.[^2^]\nnote 1:  One.\nnote 2:  Two.\n", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := row.in.read(t)
			if got := show(d); got != row.want {
				t.Errorf("got\n%swant\n%s", got, row.want)
			}
			if !strings.Contains(d.Truncated, row.say) || row.say == "" && d.Truncated != "" {
				t.Errorf("%q, want %q", d.Truncated, row.say)
			}
		})
	}
}

// TestChecksum: a part whose bytes were changed is read, and said to be damaged.
func TestChecksum(t *testing.T) {
	t.Parallel()
	data := patched(t, body(para(run("Salt."))).zip(t), 16, []byte{1, 2, 3, 4})
	d, err := docx.Read(t.Context(), data, reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if show(d) != "p: Salt.\n" || !strings.Contains(d.Truncated, "checksum") {
		t.Errorf("%q, %q", show(d), d.Truncated)
	}
}

// TestTargets: a relation leads to no part outside the container, and to none
// of another kind.
func TestTargets(t *testing.T) {
	t.Parallel()
	office := `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="`
	for _, row := range []struct{ name, target, want string }{
		{"usual", "word/document.xml", "p: Salt.\n"},
		{"another name", "/word/document2.xml", "p: Brine.\n"},
		{"outside", "../../word/document2.xml", "p: Salt.\n"},
		{"missing", "word/none.xml", "p: Salt.\n"},
	} {
		in := body(para(run("Salt."))).with("word/document2.xml", root("document", "<w:body>"+para(run("Brine."))+"</w:body>")).with("_rels/.rels", office+row.target+`"/></Relationships>`)
		if got := show(in.read(t)); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

// TestLinear reads what would take long if any step looked back.
func TestLinear(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in string }{
		{"fields", para(strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 30_000) + strings.Repeat(run("a"), 30_000))},
		{"links", para(strings.Repeat(`<w:hyperlink w:anchor="a">`+run("a")+`</w:hyperlink>`, 30_000))},
		{"bookmarks", strings.Repeat(para(`<w:bookmarkStart w:name="a"/>`), 60_000)},
		{"deleted marks", strings.Repeat(para(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+run("a")), 30_000)},
		{"text boxes", para(strings.Repeat(`<w:r><w:pict><w:txbxContent>`+para(run("a"))+`</w:txbxContent></w:pict></w:r>`, 30_000))},
		{"calls", para(strings.Repeat(call("2"), 30_000))},
		{"sections", strings.Repeat(para(`<w:pPr><w:sectPr/></w:pPr>`+run("a")), 30_000)},
		{"one long tag", para(`<w:fldSimple ` + strings.Repeat(`in="w:instr" `, 30_000) + `/>`)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeoutCause(t.Context(), 20e9, errors.New("too slow"))
			defer cancel()
			if _, err := docx.Read(ctx, body(row.in+para(run("b"))).zip(t), reader.Hint{}); err != nil {
				t.Error(err)
			}
		})
	}
}
