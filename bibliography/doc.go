// Package bibliography makes the list of works that articles cite out of their
// notes: one entry for each distinct work, however often and in whatever form
// it is cited.
//
//	b := bibliography.Of(a)
//	for _, e := range b.Entries {
//		fmt.Println(e.Key, e.Item.Title)
//	}
//
// Two full citations are one work if they share a DOI, an address, an ISBN or
// author and title, and nothing of what they say speaks against it: another
// year, edition or subtitle makes another work. The entry has the fuller
// fields of both. An Ibid. or a short form adds no entry of its own; one that
// leads nowhere is listed apart, so that no work is lost unseen.
//
// The package computes values only; the formats are in reports.
package bibliography
