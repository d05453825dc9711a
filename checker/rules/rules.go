package rules

import "ibid/checker"

// All is the registry: every rule, by group. The order is that of lists and of
// docs, not of weight.
func All() []*checker.Rule {
	return []*checker.Rule{
		MarkerWithoutNote, NoteWithoutMarker, DuplicateNote, OutOfOrder, NoteNumberGap, MarkerReused, EmptyNote, PlaceholderNote, MarkerBeforePunctuation, DocumentDamaged,
		BacklinkBroken, NoteTextRepeated, NumberingRestarts, UnusedSuppression,

		IbidFirst, IbidAfterMultiple, IbidAmbiguous, IbidAfterCommentary, IbidAfterRepeatFar, IbidDiscouraged, IbidMisspelled, IbidStyleVaries, IbidSameLocator, OpCit, ShortFormUnresolved, ShortFormAmbiguous, ShortTitleMismatch,
		AuthorSpellingVaries, LateFullCitation, RepeatedFullCitation, CrossrefOutOfRange, CrossrefMismatch, CrossrefSelf, CrossrefStale, IdemAuthorMismatch,
		HereinafterUnused, HereinafterUndefined, IbidRetargeted, CrossrefRenumbered,

		PageRangeReversed, PageRangeImplausible, YearInFuture, YearImplausible, DateImpossible, DateDisagreesWithURL, MissingAccessDate,
		AccessDateBeforePublication, MissingElement, QuoteUnbalanced, BracketUnbalanced, MixedStraightCurly, NestedQuoteStyle, HyphenInRange,
		DoublePunctuation, NoteNoFinalStop, DOIForm, ISBNChecksum, ISSNChecksum, DOISyntax, ArxivIDSyntax, AIArtifact,

		DeadLink, SoftNotFound, ContentDrift, RedirectToOtherDomain, LinkRedirects, ServerError, RedirectLoop, LinkTimeout, TLSError,
		LinkBlocked, HTTPWhereHTTPS, BareDomain, URLMalformed, URLNoScheme, URLTrailingPunctuation, URLBrokenBySpace, URLTextMismatch, URLWrapped,
		URLShortener, URLTrackingParams, AITrackingParameter, URLSessionID, URLLocal, URLFragmentMissing, InsecureFileType, ArchiveLinkBroken, ArchiveUntrusted,

		CouldNotCheck, SourceTypeRisk,
	}
}
