package fields_test

import "testing"

// TestRomanceJournals has references as journals in French, Italian, Spanish and Portuguese
// print them.
func TestRomanceJournals(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"a surname in capitals before the given name",
			"SALIN André-Jean et KERN Michel, « Le juge et le sel », *Droit et sel*, vol. 49, nᵒ 3, 2001, p. 793‑824.",
			"type=article-journal; author=SALIN, André-Jean + KERN, Michel; title=Le juge et le sel; in=Droit et sel; volume=49; issue=3; page=793‑824; issued=2001",
		},
		{
			"a surname in capitals with its particle",
			"François OST et Michel VAN DE KERNOVE, « De la pyramide au sel ? », *Revue du sel* 44, nᵒ 1 (2000), p. 1‑82.",
			"type=article-journal; author=OST, François + van de Kernove, Michel; title=De la pyramide au sel ?; in=Revue du sel; volume=44; issue=1; page=1‑82; issued=2000",
		},
		{
			"surnames in capitals before given names that a stop ends",
			"SALINOR, Liora et KERN, Paul. Usages du sel dans l’arène. Revue du sel. 2001, vol. 49, nᵒ 3, p. 793‑824.",
			"type=article-journal; author=Salinor, Liora + KERN, Paul; title=Usages du sel dans l’arène; in=Revue du sel; volume=49; issue=3; page=793‑824; issued=2001",
		},
		{
			"initials in brackets, one of them a numeral",
			"Salari (V.), Diritto e sale, Roma-Bari, Laterza, 2004.",
			"type=book; author=Salari, V.; title=Diritto e sale; place=Roma-Bari; publisher=Laterza; issued=2004",
		},
		{
			"a translator in Italian",
			"Niklas Salmann, *La differenziazione del sale*, trad. it. di Raffaele Giorgio, Bologna, Il Mulino, 1990, p. 49.",
			"type=book; author=Salmann, Niklas; title=La differenziazione del sale; translator=Giorgio, Raffaele; place=Bologna; publisher=Il Mulino; issued=1990; at=page 49",
		},
		{
			"the issue of a year",
			"Valerio SALARI, « Il giudice e il sale », *Rivista del sale* 25 (1998/2), p. 41–66.",
			"type=article-journal; author=SALARI, Valerio; title=Il giudice e il sale; in=Rivista del sale; volume=25; page=41–66; issued=1998",
		},
		{
			"pages and the one pointed at, behind the year",
			"S. SALARI, La crisi del sale, «Giornale di diritto del sale» 7/4 (2001) 319-324, p. 321.",
			"type=article-journal; author=SALARI, S.; title=La crisi del sale; in=Giornale di diritto del sale; volume=7; issue=4; page=319-324; issued=2001; at=page 321",
		},
		{
			"pages in Canadian French",
			"Pierre Salin, « La force du sel » (1986) 64 *Actes de la recherche en sel* 3‑19 à la p 5.",
			"type=article-journal; author=Salin, Pierre; title=La force du sel; in=Actes de la recherche en sel; volume=64; page=3‑19; issued=1986; at=page 5",
		},
		{
			"two surnames in Spanish",
			"Eduardo Novoa Salinero, *El derecho como sal*, México, Siglo XXI, 1975, p. 43.",
			"type=book; author=Novoa Salinero, Eduardo; title=El derecho como sal; place=México; publisher=Siglo XXI; issued=1975; at=page 43",
		},
		{
			"two surnames in Spanish behind an initial",
			"M. García Salinero, *La eficacia de la sal*, Bogotá, 2014.",
			"type=book; author=García Salinero, M.; title=La eficacia de la sal; place=Bogotá; issued=2014",
		},
		{
			"an initial that is no surname's, in English",
			"J. Martin Salter, *The Price of Salt*, Leeds, 2014.",
			"type=book; author=Salter, J. Martin; title=The Price of Salt; place=Leeds; issued=2014",
		},
		{
			"two surnames and a year",
			"García Salinero 2014, 53.",
			"type=document; author=García Salinero; issued=2014; at=page 53",
		},
		{
			"surnames with a dash between them and a year",
			"Sarita – Kern 2002, 12.",
			"type=document; author=Sarita + Kern; issued=2002; at=page 12",
		},
		{
			"volume and issue in Mexico",
			"Salinero, Tereza, “Sal y cambio”, Estudios de Sal, vol. 18, 51, 2004, p. 79–101.",
			"type=article-journal; author=Salinero, Tereza; title=Sal y cambio; in=Estudios de Sal; volume=18; issue=51; page=79–101; issued=2004",
		},
		{
			"a city that looks like a month",
			"L. W. Saleiro, A judicialização do sal no Brasil, Rio de Janeiro, 1999.",
			"type=book; author=Saleiro, L. W.; title=A judicialização do sal no Brasil; place=Rio de Janeiro; issued=1999",
		},
	})
}
