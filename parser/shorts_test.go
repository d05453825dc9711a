package parser_test

import (
	"testing"

	"ibid/parser/article"
)

// TestPlainShorts asks that short forms without italics or quotation marks are
// found in languages whose titles have one capital.
func TestPlainShorts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ language, full, short string }{
		{"en", "Ivo Kern, Salt and the making of empire (Ulm: Stein, 1998), 40.", "Kern, Salt and the making of empire, 51."},
		{"fr", "Jean Dupont, Le sel de la terre (Paris : Seuil, 1998), 40.", "Dupont, Le sel de la terre, p. 51."},
		{"es", "Juan Pérez, La sal de la tierra (Madrid: Alianza, 1998), 40.", "Pérez, La sal de la tierra, p. 51."},
		{"it", "Mario Rossi, Il sale della terra, Torino, Einaudi, 1998, p. 40.", "M. Rossi, Il sale della terra, p. 51."},
		{"pl", "Jan Kowalski, Sól ziemi czarnej (Warszawa: PWN, 1998), s. 40.", "J. Kowalski, Sól ziemi czarnej, s. 51."},
		{"ru", "Иван Петров, Соль и море (Москва: Наука, 1998), с. 40.", "Петров, Соль и море, с. 51."},
		{"ru", "Петров И. И. Соль и море. М.: Наука, 1998. С. 40.", "Петров И. И. Соль и море. С. 51."},
		{"uk", "Іван Петренко, Сіль і море (Київ: Либідь, 1998), с. 40.", "Петренко, Сіль і море, с. 51."},
		{"el", "Γιάννης Παπαδόπουλος, Αλάτι και θάλασσα (Αθήνα: Πόλις, 1998), σ. 40.", "Παπαδόπουλος, Αλάτι και θάλασσα, σ. 51."},
		{"nl", "Jan de Vries, Het zout der aarde (Amsterdam: Querido, 1998), 40.", "De Vries, Het zout der aarde, 51."},
		{"sv", "Karl Berg, Jordens salt och hav (Stockholm: Norstedts, 1998), s. 40.", "Berg, Jordens salt och hav, s. 51."},
		{"hu", "Kovács János, A föld sója és vize (Budapest: Osiris, 1998), 40.", "Kovács, A föld sója és vize, 51."},
		{"tr", "Ali Kaya, Tuz ve deniz üzerine (İstanbul: İletişim, 1998), s. 40.", "Kaya, Tuz ve deniz üzerine, s. 51."},
		{"fr", "« Il faut saler la mer, et la terre aussi » (Jean Dupont, Le sel de la terre (Paris : Seuil, 1998), p. 40).", ""},
		{"en", "Kern was sixty that year, and the town knew it.", ""},
		{"en", "Parliament, The reading of the bill, 1951.", ""},
	} {
		t.Run(row.full, func(t *testing.T) {
			t.Parallel()
			source := `<html lang="` + row.language + `"><meta charset=utf-8><title>x</title><p>Salt.[1] Sand.[2] Mud.[3]</p><h2>Notes</h2><p>[1] ` + row.full + `</p><p>[2] Ada Quill, <i>Roads</i> (Ulm: Stein, 2001).</p><p>[3] ` + row.short + `</p>`
			a := parse(t, "a.html", source)
			if row.short == "" {
				if c := a.Notes[0].Citations; c[0].Kind == article.Short {
					t.Errorf("%+v", c)
				}
				return
			}
			if c := a.Notes[2].Citations; len(c) != 1 || c[0].Kind != article.Short || c[0].Target == nil || c[0].Target.Ref.Note != 0 {
				t.Errorf("%+v", c)
			}
			if c := a.Notes[0].Citations; len(c) != 1 || c[0].Kind != article.Full {
				t.Errorf("%+v", c)
			}
		})
	}
}

// TestRemarks asks that a note of one word is no short form unless it names a
// work, and that two back-references joined by a word are two.
func TestRemarks(t *testing.T) {
	t.Parallel()
	a := parse(t, "a.md", "Salt[^1] sand[^2] mud[^3] sea[^4] end.[^5]\n\n[^1]: Ivo Kern, *Salt* (Ulm: Stein, 1998).\n[^2]: Ada Quill, *Roads* (Ulm: Stein, 2001).\n[^3]: Kern.\n[^4]: Kern, op. cit. and Quill, op. cit.\n[^5]: Fin.\n")
	want := "full|full|short -> 1|short -> 1 short -> 2|commentary"
	got := ""
	for i := range a.Notes {
		for k := range a.Notes[i].Citations {
			c := &a.Notes[i].Citations[k]
			if k > 0 {
				got += " "
			}
			got += string(c.Kind)
			if c.Target != nil {
				got += " -> " + a.Notes[c.Target.Ref.Note].Number
			}
		}
		got += "|"
	}
	if got = got[:len(got)-1]; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
