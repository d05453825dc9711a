package style

// All are the guides, Auto first.
//
// Their facts are from the guides' own public pages and from library guides that
// quote them; a section's number stands here only where one of these gives it.
func All() []Guide {
	return []Guide{Auto(), chicago18(), chicago17(), turabian(), mhra(), bluebook(), oscola(), mla(), iso690(), ap(), house()}
}

// Auto is no guide: each article is held to its own habits.
func Auto() Guide {
	return Guide{Name: "auto", Title: "the article's own habits", Facts: []Fact{
		{"What the article does in a clear majority of cases is its style; what departs from it is reported.", ""},
		{"Where it has no clear habit, nothing is said.", ""},
	}}
}

func chicago18() Guide {
	return Guide{
		Name: "chicago18", Title: "The Chicago Manual of Style, 18th edition",
		Ibid: No, Word: "Ibid.", OpCit: No, FullAgain: No, MarkerAfter: Yes, CalledAgain: No, FinalStop: Yes, RangeDash: Yes, Accessed: Yes,
		Facts: []Fact{
			{"A short form is preferred to “Ibid.”, which hides the source.", "CMOS 18, 13.37"},
			{"A work is cited in full once and in short after that.", "CMOS 18, 13.32–13.39"},
			{"“Op. cit.” and “loc. cit.” are not used.", "CMOS 18"},
			{"Markers follow all punctuation but a dash; each note is called once.", "CMOS 18"},
			{"Notes end with a full stop; ranges take an en dash.", "CMOS 18"},
			{"A date of access is needed where a page has no date of its own.", "CMOS 18"},
		},
	}
}

func chicago17() Guide {
	return Guide{
		Name: "chicago17", Title: "The Chicago Manual of Style, 17th edition",
		Ibid: No, Word: "Ibid.", OpCit: No, FullAgain: No, MarkerAfter: Yes, CalledAgain: No, FinalStop: Yes, RangeDash: Yes, Accessed: Yes,
		Facts: []Fact{
			{"A short form is preferred to “Ibid.”, which hides the source.", "CMOS 17, 14.34"},
			{"A work is cited in full once and in short after that.", "CMOS 17, 14.29–14.30"},
			{"“Op. cit.” and “loc. cit.” are not used.", "CMOS 17, 14.36"},
			{"Markers follow all punctuation but a dash.", "CMOS 17, 14.26"},
			{"Each note is called once.", "CMOS 17, 14.28"},
			{"Notes end with a full stop.", "CMOS 17, 14.20"},
			{"Ranges take an en dash.", "CMOS 17, 6.78"},
			{"A date of access is needed where a page has no date of its own.", "CMOS 17, 14.12"},
		},
	}
}

func turabian() Guide {
	return Guide{
		Name: "turabian", Title: "Turabian, A Manual for Writers",
		Ibid: Yes, Word: "Ibid.", OpCit: No, FullAgain: No, MarkerAfter: Yes, FinalStop: Yes, RangeDash: Yes, Accessed: Yes,
		Facts: []Fact{
			{"“Ibid.” may stand for the work of the note before; no other Latin word is used.", "Turabian, 16.4.2"},
			{"A work is cited in full once and in short after that.", "Turabian, 16.4.1"},
			{"Markers follow the punctuation; notes end with a full stop; ranges take an en dash.", "Turabian"},
			{"A date of access is needed where a page has no date of its own.", "Turabian"},
		},
	}
}

func mhra() Guide {
	return Guide{
		Name: "mhra", Title: "MHRA Style Guide",
		Ibid: Yes, Word: "Ibid.", OpCit: No, FullAgain: No, MarkerAfter: Yes, FinalStop: Yes, RangeDash: Yes, Accessed: Yes,
		Facts: []Fact{
			{"After the first reference the shortest form that can be understood is used.", "MHRA, Later References"},
			{"“Ibid.” is used sparingly, where nothing can be confused; “op. cit.” and “loc. cit.” are not used.", "MHRA, Later References"},
			{"Markers follow the punctuation; notes end with a full stop; ranges take an en dash.", "MHRA"},
			{"Pages of the web are given with the day on which they were read.", "MHRA"},
		},
	}
}

func bluebook() Guide {
	return Guide{
		Name: "bluebook", Title: "The Bluebook",
		Ibid: Yes, Word: "Id.", OpCit: No, FullAgain: No, MarkerAfter: Yes, FinalStop: Yes, Accessed: Yes,
		Facts: []Fact{
			{"“Id.” stands for the one authority of the note before.", "Bluebook, R. 4.1"},
			{"A later citation is “Author, supra note 5”; cases and statutes have short forms of their own.", "Bluebook, R. 4.2 and 10.9"},
			{"Markers follow the punctuation but a dash or a colon; notes end with a full stop.", "Bluebook"},
			{"An undated page is given with the day of the last visit.", "Bluebook"},
		},
	}
}

func oscola() Guide {
	return Guide{
		Name: "oscola", Title: "OSCOLA",
		Ibid: Yes, Word: "ibid", OpCit: No, FullAgain: Yes, MarkerAfter: Yes, FinalStop: Yes, RangeDash: Yes, Accessed: Yes,
		Facts: []Fact{
			{"“ibid” has no capital and no stop of its own, and stands for the note just before.", "OSCOLA, 1.2.3"},
			{"A later citation is “Stevens (n 1)”; the full citation may be given again.", "OSCOLA, 1.2.1"},
			{"“Op cit”, “loc cit”, “supra” and “id” are avoided.", "OSCOLA, 1.2.3"},
			{"Markers follow the punctuation; notes end with a full stop.", "OSCOLA, 1.1"},
			{"Ranges take an en dash.", "OSCOLA, 1.3.2"},
			{"Pages of the web are given with the day on which they were read.", "OSCOLA"},
		},
	}
}

func mla() Guide {
	return Guide{
		Name: "mla", Title: "MLA Handbook",
		Ibid: No, OpCit: No, MarkerAfter: Yes, FinalStop: Yes,
		Facts: []Fact{
			{"A source is named by author and page; there is no “Ibid.” and no “op. cit.”.", "MLA Handbook"},
			{"Markers follow the punctuation but a dash; notes end with a full stop.", "MLA Handbook"},
			{"The date of access is left to the author.", "MLA Handbook"},
		},
	}
}

func iso690() Guide {
	return Guide{
		Name: "iso690", Title: "ISO 690",
		Ibid: Yes, OpCit: Yes, FullAgain: Yes, CalledAgain: Yes, Accessed: Yes,
		Facts: []Fact{
			{"A later citation may lead to the note of the first one, be shortened, or be given again; “ibid.” and “op. cit.” are left to the house.", "ISO 690"},
			{"Pages of the web are given with the day on which they were read.", "ISO 690"},
		},
	}
}

func ap() Guide {
	return Guide{
		Name: "ap", Title: "The Associated Press Stylebook",
		FullAgain: Yes, CalledAgain: Yes, RangeDash: No, Accessed: No,
		Facts: []Fact{
			{"Sources are named in the text and linked; a work may be named in full again.", "AP Stylebook"},
			{"Ranges take a hyphen; no dates of access are given.", "AP Stylebook"},
		},
	}
}

func house() Guide {
	return Guide{
		Name: "house", Title: "a house style of your own",
		Ibid: Yes, OpCit: Yes, FullAgain: Yes, CalledAgain: Yes,
		Facts: []Fact{
			{"No guide and no custom of a language is taken for granted; only departures from the article's own habits are reported.", ""},
			{"What your house asks for besides is turned on by name: `--style house --enable op-cit`.", ""},
		},
	}
}
