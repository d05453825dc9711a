package backref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	heron = "Ida Marlowe, The Heron Ledger (London: Harbour House, 1998), 12."
	ferry = "Owen Pask, Ferries of the Estuary (Leeds: Fold, 2003), 40."
)

// TestResolveText follows notes as authors write them through parser/citation.
func TestResolveText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		notes []string
		want  []string // first citation of each note
	}{
		{"ibid twice", []string{heron, "Ibid., 13.", "Ibid."}, []string{"full", "ibid → 1#0", "ibid → 1#0"}},
		{"ibid first", []string{"Ibid., 4.", heron}, []string{"ibid → nothing", "full"}},
		{
			"ibid after two works",
			[]string{heron[:len(heron)-1] + "; " + ferry, "Ibid., 41."},
			[]string{"full", "ibid → 1#1 ?"},
		},
		{"short title", []string{heron, ferry, "Marlowe, Heron Ledger, 88."}, []string{"full", "full", "short → 1#0"}},
		{"surname alone", []string{heron, ferry, "Marlowe, 88."}, []string{"full", "full", "short → 1#0"}},
		{"title alone", []string{heron, ferry, "Heron Ledger, 88."}, []string{"full", "full", "short → 1#0"}},
		{"op. cit.", []string{heron, ferry, "Marlowe, op. cit., 90."}, []string{"full", "full", "short → 1#0"}},
		{"wrong number", []string{heron, ferry, "Marlowe, supra note 2, at 90."}, []string{"full", "full", "short → 1#0"}},
		{"cross-reference", []string{heron, "See note 1 above."}, []string{"full", "crossref → 1#0"}},
		{"out of range", []string{heron, "See note 9 above."}, []string{"full", "crossref → nothing"}},
		{"full citation later", []string{"Marlowe, Heron Ledger, 3.", heron}, []string{"short → 2#0", "full"}},
		{
			"hereinafter",
			[]string{"Coast Board, Tenth Survey of Sluices (York: Fold, 2001) [hereinafter Sluice Survey].", ferry, "Sluice Survey, 7."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"author and year",
			[]string{"Jörg Müllner, Die Deiche am Sund (Kiel: Strand, 1987), S. 5.", "Jörg Müllner, Inseln (Kiel: Strand, 1992), S. 5.", "Müllner 1987, S. 9."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"two surnames",
			[]string{"Ana Vega Luna, Los puertos del sur, Madrid, Ola, 1990, p. 12.", ferry, "Vega Luna, op. cit., p. 20."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"three authors",
			[]string{"Ida Marlowe, Owen Pask and Jane Quill, Tides of Law (Oxford: Fold, 2010), 3.", ferry, "Marlowe et al., Tides of Law, 9."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"a case in full twice",
			[]string{"Pike v. Weir, 505 U.S. 833 (1992).", "Pike v. Weir, 505 U.S. 833, 840 (1992).", "Pike, 505 U.S. at 841."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"a case a letter off",
			[]string{"Salter v. Brinemann, 410 U.S. 113, 120 (1973).", heron, "Slater, 410 U.S. at 121.", "Kohl, 410 U.S. at 12."},
			[]string{"full", "full", "short → 1#0", "short → nothing"},
		},
		{
			"a title a letter off",
			[]string{heron, ferry, "Marlowe, Heorn, 88.", "Pask, Kelp, 4."},
			[]string{"full", "full", "short → 1#0", "short → nothing"},
		},
		{
			"the editors of the volume",
			[]string{"Mia Liss, “Oaths,” in Crossing Rights: Essays, ed. Tobiah Greenlaw and Una Pratt (London: Tamar, 2006), 33–58.", "Greenlaw and Pratt, Crossing Rights, 4.", "Greenlaw and Pratt, introduction, 2."},
			[]string{"full", "short → 1#0", "short → 1#0"},
		},
		{"the introduction of a book", []string{heron, ferry, "Marlowe, introduction, 2."}, []string{"full", "full", "short → 1#0"}},
		{
			"a title in quotation marks",
			[]string{"Una Reith, Heather and Stone (Perth: Tay, 1955), 6.", "Una Reith, “Stone Dykes,” Scottish Studies 2 (1958): 17.", heron, "Reith, “Stone,” 19.", "Reith, Stone, 19."},
			[]string{"full", "full", "full", "short → 2#0", "short → 2#0 ?"},
		},
		{
			"the same author's work of a year",
			[]string{"Jörg Müllner (1987): Die Deiche am Sund. Kiel: Strand, S. 5.", "Jörg Müllner (1992): Inseln. Kiel: Strand, S. 5.", "Ders. (1987), S. 9."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"another day of a diary",
			[]string{"Ralph Tremlett, diary, 9 August 1804, Tremlett Papers, Devon Record Office.", ferry, "Tremlett, diary, 10 August 1804.", "Pask, diary, 10 August 1804."},
			[]string{"full", "full", "short → 1#0", "full"},
		},
		{
			"a name for a series of reports",
			[]string{"Great Ouse River Authority, Annual Reports (hereafter GORA), 1956, 3.", ferry, "GORA, 1957, 5."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"another address behind an ibid.",
			[]string{"Perry Lock, “Sluice Repairs Delayed,” Fenland Citizen, 4 June 2019, https://example.org/sluice.", "Ibid.", "Ibid., https://example.org/other-story."},
			[]string{"full", "ibid → 1#0", "ibid → 1#0 ?"},
		},
		{
			"an act by the name that is given",
			[]string{"Inland Salt (Abandonment) Act 1944 (ISAA 1944).", ferry, "ISAA 1944, s 3."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"reports by the year in their titles",
			[]string{"U.S. Salt Board, Annual Report for 1868 (Oslo: Pike, 1869), 14.", "Salt Board, Annual Report for 1871 (Oslo: Pike, 1872), 9.", "Salt Board, Annual Report for 1868, 15.", "Annual Report for 1871, 16.", "Annual Report for 1880, 4."},
			[]string{"full", "full", "short → 1#0", "short → 2#0", "full"},
		},
		{
			"a letter in a collection",
			[]string{"Edmund Hart to Lady Lark, 3 June 1711, in The Hart Correspondence, ed. P. L. Voss (Oxford: Tarn, 1939), 2:44.", "Hart to Lark, 9 June 1711, in Hart Correspondence, 2:46.", "Hart to Lark, 9 June 1711, in Pask Correspondence, 2:46."},
			[]string{"full", "short → 1#0", "full"},
		},
		{
			"Korean by the year",
			[]string{"노재훈, 「제분업과 농촌사회」, 『한국사연구』 155, 2011, 101쪽.", "노재훈(2011), 110쪽.", "노재훈(2014), 110쪽."},
			[]string{"full", "short → 1#0", "full"},
		},
		{
			"a law by the name that is given",
			[]string{"Lei n.º 58/2005, de 29 de dezembro (Lei da Água).", ferry, "Lei da Água, art. 4.º."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"from here on, in a sentence of its own",
			[]string{"Ysé Delorme, Le Phare et la page, Paris, Gallimard, 2001, p. 14. Désormais abrégé PP.", ferry, "PP, p. 20."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"letters of an archive that a note gives letters to",
			[]string{"Josias Wedmore to the Earl of Cawley, 14 February 1788, Cawley MSS, box 7, Somerset Heritage Centre, Taunton (hereafter SHC).", "Wedmore to Cawley, 20 February 1788, Cawley MSS, box 7, SHC.", "Wedmore to Cawley, 14 February 1788."},
			[]string{"full", "full", "short → 1#0"},
		},
		{
			"provisions",
			[]string{"FAR 39.103(a).", "FAR 39.103(b).", "Id."},
			[]string{"full", "full", "ibid → 2#0"},
		},
		{
			"German",
			[]string{"Jörg Müllner, Die Deiche am Sund (Kiel: Strand, 1987), S. 5.", "Ebd., S. 8.", "Müllner, a. a. O., S. 9."},
			[]string{"full", "ibid → 1#0", "short → 1#0"},
		},
		{
			"Russian",
			[]string{"Соколов П. И. Маяки залива. Москва: Волна, 1981. С. 3.", "Там же. С. 5.", "Соколов П. И. Указ. соч. С. 9."},
			[]string{"full", "ibid → 1#0", "short → 1#0"},
		},
		{
			"Korean",
			[]string{"박민호, 『등대의 역사』(서울: 물결, 2004), 12쪽.", "위의 책, 15쪽.", "박민호, 앞의 책, 20쪽."},
			[]string{"full", "ibid → 1#0", "short → 1#0"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := noted(t, test.notes...)
			var got []string
			for i := range a.Notes {
				got = append(got, pointing(a, i+1, 0))
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
