package citation_test

import (
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// TestIntroductions has what notes say before the author of a work, each before works
// in three forms: it is neither part of the name nor of the title.
func TestIntroductions(t *testing.T) {
	t.Parallel()
	for language, introductions := range map[string][]string{
		"de": {
			"Zum Begriff der Rechtskultur vgl. etwa", "Hierzu und zum Folgenden:", "Dazu und zum Folgenden", "Hierzu ausführlich", "Ausführlich dazu", "Vgl. dazu ausführlich",
			"Siehe hierzu auch", "So auch", "So bereits", "So schon", "Grundlegend", "Grundlegend dazu", "Grundlegend hierfür", "Kritisch hierzu", "Kritisch", "Anders",
			"Anders etwa", "A. A.", "A.A. etwa", "Ähnlich", "Ähnlich argumentiert", "In diesem Sinne auch", "In diese Richtung", "Statt vieler", "Statt vieler nur",
			"Statt aller", "Vgl. nur", "Vgl. etwa", "Vgl. z.B.", "Vgl. z. B.", "Vgl. beispielsweise", "Vgl. insbesondere", "Vgl. insb.", "Vgl. allgemein", "Vgl. zum Folgenden",
			"Vgl. zum Ganzen", "Zum Ganzen", "Zum Ganzen eingehend", "Zur Kritik", "Zur Kritik daran", "Zur Geschichte des Begriffs", "Zur Geschichte des Begriffs siehe",
			"Zu dieser Unterscheidung", "Zu den Anfängen der Rechtssoziologie vgl.", "Für einen Überblick", "Für einen Überblick siehe", "Für einen Überblick vgl. statt vieler",
			"Einen Überblick gibt", "Einen guten Überblick bietet", "Zusammenfassend", "Zuletzt", "Zuletzt etwa", "Erstmals", "Aus der Literatur",
			"Aus der umfangreichen Literatur nur", "Aus soziologischer Sicht", "Instruktiv", "Lesenswert", "Weiterführend", "Nachweise bei", "Weitere Nachweise bei", "M.w.N.",
			"Näher dazu", "Näher", "Eingehend", "Prägnant", "Pointiert", "Treffend", "Klassisch", "Klassisch hierzu", "Immer noch grundlegend", "Nach wie vor grundlegend",
			"Rechtsvergleichend", "Vgl. aus neuerer Zeit", "Aus neuerer Zeit", "Der Begriff geht zurück auf", "Der Begriff stammt von", "Diesen Begriff prägte", "Begriff nach",
			"Zit. nach", "Zitiert nach", "Hier zitiert nach", "Abgedruckt in", "Wiederabgedruckt in", "Dagegen", "Dagegen jedoch", "Gegenteilig", "Skeptisch", "Zustimmend",
			"Ablehnend", "Befürwortend", "Differenzierend", "Vorsichtiger", "Optimistischer", "Siehe aber", "Siehe aber auch", "Vgl. aber", "Vgl. demgegenüber", "Demgegenüber",
			"Hierzu zählen", "Exemplarisch", "Exemplarisch sei genannt", "Beispielhaft", "Empirisch", "Empirisch hierzu", "Wie hier", "Wie hier auch", "Vgl. wiederum", "Ebenso",
			"Ebenso schon", "Ebenfalls", "Vgl. ebenfalls", "Dazu", "Hierzu", "Hierzu etwa", "Dazu zuletzt", "Dazu kritisch", "Vgl. dazu die Beiträge in",
			"So die Formulierung bei", "So die Formulierung von", "In Anlehnung an", "Im Anschluss an", "Mit Blick auf Frankreich",
		},
		"en": {
			"See", "See also", "See generally", "See, e.g.,", "See, for example,", "See for instance", "See especially", "See esp.", "See in particular", "See further",
			"See inter alia", "See, among many others,", "See, among others,", "But see", "But cf.", "Cf.", "Compare", "Contra", "Accord", "E.g.,", "For example,",
			"For instance,", "For an overview, see", "For an overview see", "For a good overview of the literature see", "For a discussion of this point, see",
			"For discussion, see", "For further discussion, see", "For a critique, see", "For a similar argument, see", "For a similar argument see", "For a different view, see",
			"For a contrary view see", "For more on this, see", "On this point, see", "On this, see", "On the notion of legal culture, see", "On legal culture, see",
			"On the history of legal aid, see generally", "The classic statement is", "The classic statement is in", "The classic study is", "The fullest account is",
			"The best account is", "The leading account is", "The term is taken from", "The term comes from", "This phrase is borrowed from", "I borrow this phrase from",
			"I take this expression from", "This follows", "This section draws on", "This section draws heavily on", "As argued by", "As argued in", "As noted by", "As shown by",
			"As discussed in", "As explained in", "As quoted in", "Quoted in", "Cited in", "Cited by", "Reprinted in", "Reported in", "Adapted from", "Source:",
			"Originally published as", "First published in", "See the discussion in", "See the essays in", "See the contributions to", "See the essays collected in",
			"See the review by", "See the seminal work of", "In this vein, see", "In the same vein, see", "In a similar vein,", "Similarly,", "Likewise,", "Also,",
			"See also the work of", "More recently,", "More recently, see", "Most recently,", "Most recently, see", "Recent examples include", "Examples include",
			"Notable exceptions include", "An exception is", "A notable exception is", "An important exception is", "Exceptions include", "And see", "And see also", "Note also",
			"Notably,", "Specifically, see", "In particular, see", "In contrast, see", "By contrast,", "In addition, see", "Among others, see", "Among the many studies, see",
			"There is a large literature; see, e.g.,", "The literature is vast. See, e.g.,", "The literature is extensive. See generally", "According to", "Following",
			"Drawing on", "Building on", "Compare the discussion in", "Most famously,", "Famously,", "Elsewhere,",
		},
	} {
		works := map[string][]string{
			"de": {"Ada Mohrmann, Recht und Alltag. Studien zum Salz, Köln 1993, S. 28.", "Klaus F. Brandis, Das Amtsgericht im Wandel, in: ZfSalz 21 (2001), S. 13–31.", "Anna Sievers/Ute Tornow, Wie wirkt das Salz?, Köln: Mohr 2010, S. 5 ff."},
			"en": {"Ada Mohrmann, Law and Salt: Studies in Brine (Oslo: Lamp Press, 1993), 28.", "Karl F. Brandis, “The County Court in Change,” Law & Salt Review 21, no. 2 (2001): 13–31.", "Ann Sievers and Ute Tornow, How Does Salt Work? (Oslo: Pier, 2010)."},
		}[language]
		for _, introduction := range introductions {
			for k, family := range []string{"Mohrmann", "Brandis", "Sievers"} {
				a := marked(language, introduction+" "+works[k])
				citation.Parse(a)
				list := a.Notes[0].Citations
				if len(list) != 1 || list[0].Kind != article.Full || len(list[0].Item.Author) == 0 || list[0].Item.Author[0].Family != family {
					t.Errorf("%s %s: %q", introduction, works[k], told(a.Notes[0]))
				}
			}
		}
	}
}
