package reader_test

import (
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// TestLanguage guesses the language of a paragraph, also where its neighbours look
// much like it; of one that says too little it is left open.
func TestLanguage(t *testing.T) {
	t.Parallel()
	for want, text := range map[string]string{
		"en": "The tax on salt was very old in the town, and none of those who lived there paid it, because they were poor and had not enough money for bread.",
		"de": "Die Salzsteuer war in der Stadt sehr alt, und keiner der Bewohner zahlte sie, weil sie arm waren und im langen Winter nicht genug Geld für Brot hatten.",
		"ar": "كانت الضريبة على الملح قديمة جدا في المدينة ولم يدفعها أحد من السكان لأنهم كانوا فقراء ولم يكن عندهم مال يكفي لشراء الخبز في الشتاء الطويل.",
		"fa": "مالیات نمک در شهر بسیار قدیمی بود و هیچ کس آن را نپرداخت، زیرا مردم فقیر بودند و در زمستان طولانی برای خریدن نان هم پول کافی نداشتند و چیزی نگفتند.",
		"he": "המס על המלח היה ישן מאוד בעיר ואיש מן התושבים לא שילם אותו, כי הם היו עניים ולא היה להם די כסף כדי לקנות לחם בחורף הארוך ההוא.",
		"ru": "Налог на соль был в городе очень старым, и никто из жителей его не платил, потому что они были бедны и не имели денег на хлеб этой зимой.",
		"uk": "Податок на сіль був у місті дуже давнім, і ніхто з мешканців його не сплачував, бо вони були бідні й не мали грошей на хліб довгої зими.",
		"cs": "Daň ze soli byla ve městě velmi stará a nikdo z obyvatel ji neplatil, protože byli chudí a během dlouhé zimy neměli dost peněz na chléb u přátel.",
		"ja": "塩税はこの町でとても古く、住民は誰も払わなかった。なぜなら彼らは貧しく、長い冬の間にパンを買う金さえ持っていなかったからである。港の帳簿にもその記録は残っていない。",
	} {
		doc := &document.Document{}
		for range 2 {
			doc.Blocks = append(doc.Blocks, document.Block{Runs: []document.Run{{Text: document.NewText(strings.Repeat(text+" ", 2), 0, "")}}})
		}
		if got := reader.Language(doc); got != want {
			t.Errorf("%q, want %q: %s", got, want, text)
		}
	}
	if got := reader.Language(&document.Document{Blocks: []document.Block{{Runs: []document.Run{{Text: document.NewText("Salt.", 0, "")}}}}}); got != "" {
		t.Errorf("of one word: %q", got)
	}
}

// TestLanguageBehindSummary guesses the language of the article, not that of its
// summary.
func TestLanguageBehindSummary(t *testing.T) {
	t.Parallel()
	const summary = "The tax on salt was very old in the town, and none of those who lived there paid it, because they were poor and had not enough money for bread. "
	const body = "Die Salzsteuer war in der Stadt sehr alt, und keiner der Bewohner zahlte sie, weil sie arm waren und im langen Winter nicht genug Geld für Brot hatten. "
	doc := &document.Document{}
	for _, text := range []string{strings.Repeat(summary, 12), strings.Repeat(body, 4), strings.Repeat(body, 4), strings.Repeat(body, 4)} {
		doc.Blocks = append(doc.Blocks, document.Block{Runs: []document.Run{{Text: document.NewText(text, 0, "")}}})
	}
	if got := reader.Language(doc); got != "de" {
		t.Errorf("%q, want de", got)
	}
}
