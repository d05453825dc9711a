package citation_test

import (
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// TestShelfmark reads papers by their archive and the place in it, and leaves
// alone what has the same build.
func TestShelfmark(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		language, note string
		kind           article.Kind
		archive, leaf  string
	}{
		{"es", "AGI, Indiferente 737, f. 12r.", full, "AGI", "12r"},
		{"es", "AHN, Consejos, leg. 1234, exp. 5.", full, "AHN", ""},
		{"es", "Archivo General de Indias (AGI), Indiferente General 737.", full, "Archivo General de Indias (AGI)", ""},
		{"fr", "AN, F/7/3688.", full, "AN", ""},
		{"fr", "AD Gironde, 4 M 123.", full, "AD Gironde", ""},
		{"fr", "Archives départementales du Finistère (ADF), 4 S 117, lettre du sous-préfet, 3 mai 1834.", full, "Archives départementales du Finistère (ADF)", ""},
		{"fr", "BnF, ms. fr. 1234, f. 12.", full, "BnF", "12"},
		{"it", "ASV, Segr. Stato, b. 4.", full, "ASV", "4"},
		{"it", "Archivio di Stato di Venezia, Senato, Deliberazioni, reg. 12, c. 4.", full, "Archivio di Stato di Venezia", "4"},
		{"de", "GStA PK, I. HA Rep. 77, Nr. 12, Bl. 4.", full, "GStA PK", "4"},
		{"de", "BArch, R 43/1234, Bl. 12.", full, "BArch", "12"},
		{"de", "StA Hamburg, 111-1, Nr. 45.", full, "StA Hamburg", ""},
		{"nl", "Nationaal Archief, Den Haag (NL-HaNA), VOC, 1.04.02, inv.nr. 4321, fol. 7.", full, "Nationaal Archief, Den Haag (NL-HaNA)", "7"}, //nolint:misspell // Dutch
		{"pl", "AGAD, Metryka Koronna, t. 88, k. 12.", full, "AGAD", "12"},
		{"cs", "Národní archiv Praha, Česká dvorská komora, kart. 512, fol. 3.", full, "Národní archiv Praha", "3"},
		{"en", "Surrey History Centre (SHC), QS2/6/1799/Mid/3.", full, "Surrey History Centre (SHC)", ""},
		{"de", "BGH, NJW 2008, 3122 (3124).", full, "", ""},
		{"de", "DIHK, Salz 3/2012, S. 4.", full, "", ""},
		{"de", "Archiv für Salzgeschichte, Bd. 12, 1930.", full, "", ""},
		{"en", "NCBR, box 4.", short, "", ""},
		{"de", "EMRK, Art. 6 Abs. 1.", prose, "", ""},
		{"en", "RITS, Estuaries at Risk, 14.", short, "", ""},
	} {
		t.Run(row.note, func(t *testing.T) {
			t.Parallel()
			a := marked(row.language, row.note)
			citation.Parse(a)
			c := a.Notes[0].Citations[0]
			leaf := ""
			if c.Locator != nil && c.Locator.Label == "folio" {
				leaf = c.Locator.Value
			}
			if c.Kind != row.kind || c.Item.Archive != row.archive || leaf != row.leaf {
				t.Errorf("got %s %q %q, want %s %q %q", c.Kind, c.Item.Archive, leaf, row.kind, row.archive, row.leaf)
			}
		})
	}
}
