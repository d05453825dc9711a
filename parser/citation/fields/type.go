package fields

import (
	"strings"

	"ibid/pattern"
)

// caseName is the title of a case: X v. Y, X gegen Y, In re X.
var caseName = pattern.New(`\p{Lu}[\p{L}.'’&()\s-]*\sv\.?\s\p{Lu}|^In re |^Ex parte |^R\.? v\.? | gegen \p{Lu}| c\. \p{Lu}`)

// hearing is the title of a hearing of a committee of the American congress.
var hearing = pattern.New(`\bHearings?\s(?:on\s.{3,200}\s)?[Bb]efore\s(?:the\s|a\s)`)

// statute is the title of a law: "Human Rights Act", "Telemediengesetz".
var statute = pattern.New(`(?:\b(?:Act|Ordinance|Statute|Treaty|Constitution|Directive|Regulation|Code|Charter|Covenant)|(?:gesetz|gesetzbuch|verordnung|ordnung))(?: (?:of|von) \d{4}| \d{4})?$`)

// typeOf is the CSL type of the work.
func (b *builder) typeOf() string {
	it := &b.r.Item
	if it.Genre != "" && b.opener == "" {
		if t := genreType(strings.ToLower(it.Genre)); t != "" {
			return t
		}
	}
	switch {
	case b.opener != "":
		return b.opener
	case hearing.MatchString(it.Title):
		return "hearing"
	case b.law:
		return "legislation"
	case b.review:
		return "review-book"
	case it.Archive == "arXiv":
		return "article"
	case b.coded != "":
		return b.coded
	case b.decided && len(it.Author) == 0, it.Authority != "" && it.Author == nil && it.ContainerTitle != "":
		return "legal_case"
	case len(it.Author) == 0 && it.ContainerTitle == "" && !b.quoted && statute.MatchString(it.Title):
		return "legislation"
	case len(it.Author) == 0 && it.Title != "" && !b.quoted && caseName.MatchString(it.Title), it.Authority != "" && len(it.Author) == 0 && it.Title != "":
		return "legal_case"
	case it.ContainerTitle != "" && it.Page != "" && it.Volume == "" && !b.inBook && !b.news && b.precision() == 1 && it.Publisher == "" && len(it.Editor) == 0 && !b.quoted:
		return "article-journal"
	case b.reference && (b.inBook || it.Title != "" || len(it.Author) > 0):
		return "entry-encyclopedia"
	case b.inBook && it.ContainerTitle != "" && len(it.Editor) > 0 && !b.journal:
		return "chapter"
	case b.inBook && it.ContainerTitle != "" && it.Issue == "" && !b.journal && !b.serial && !b.news:
		return "chapter"
	case b.blog && it.Volume == "" && (b.Linked || b.precision() == 3):
		return "post-weblog"
	case b.news && it.Volume == "" && (!b.Linked || b.precision() == 3 && !b.domain):
		return "article-newspaper"
	case b.journal || it.ContainerTitle != "" && (b.serial || it.Issue != "") || it.Volume != "" && it.ContainerTitle != "":
		return "article-journal"
	case it.ContainerTitle != "" && len(it.Editor) > 0:
		return "chapter"
	case b.Linked && (b.quoted || b.domain || it.Publisher == "" && !b.italics):
		return "webpage"
	case b.quoted && it.ContainerTitle == "" && (it.Volume != "" || b.r.Locator != nil):
		return "book" // old works have their titles between quotation marks
	case it.ContainerTitle != "" && !b.inBook && b.precision() == 3:
		return "article-newspaper"
	case it.ContainerTitle != "" && !b.inBook && b.precision() == 2:
		return "article-magazine"
	case b.quoted && it.ContainerTitle != "":
		return "article"
	case it.Archive != "" && it.Publisher == "" && !b.italics:
		return "manuscript"
	case b.paper && it.ContainerTitle == "":
		return "report"
	case it.Publisher != "" || it.PublisherPlace != "" || it.Edition != "" || b.italics || !b.quoted && it.Title != "":
		return "book"
	}
	return "document"
}

// precision is how exact the date of the work is: 1 for a year, 3 for a day.
func (b *builder) precision() int {
	d := b.r.Item.Issued
	switch {
	case d == nil || len(d.Parts) == 0:
		return 0
	case d.Season > 0:
		return 2
	}
	return len(d.Parts[0])
}

// genreType is the type that a genre names, or "".
func genreType(g string) string {
	for _, t := range []struct{ words, kind string }{
		{"diss|thesis|habil|masterarbeit|magisterarbeit|diplomarbeit|thèse|tesis|tese|tesi|phd|ph.d|学位论文|硕士|博士|석사|박사", "thesis"},
		{"urt|beschl|entscheid|arrêt|senten|judgment|acórdão", "legal_case"},
		{"speech|lecture|vortrag|referat|keynote|presented|presentation|paper read|comunicación|communication présentée|relazione", "speech"},
		{"report|working|discussion|gutachten|paper|pressemitteilung|press release|communiqué", "report"},
		{"interview", "interview"},
		{"letter|email|e-mail|communication|message|mitteilung|gespräch", "personal_communication"},
		{"conference", "paper-conference"},
		{"film|video|dvd", "motion_picture"},
		{"podcast", "broadcast"},
		{"dataset", "dataset"},
		{"manuscript|typescript|ms|mimeo|unpublished|unveröff", "manuscript"},
	} {
		for w := range strings.SplitSeq(t.words, "|") {
			if strings.Contains(g, w) {
				return t.kind
			}
		}
	}
	return ""
}
