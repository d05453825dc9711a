// Package citation reads a note: it splits it into citations, says of what kind
// each is, and finds signal, locator, addresses and the main fields.
//
//	citation.Parse(a) // fills Notes[i].Citations, Notes[i].URLs and a.URLs
//
// What each kind yields:
//
//   - full: an Item with author, title, container, issued … as far as known, Tags.
//   - ibid: Back.Device is IbidDevice (or IdemDevice), Item holds what else is
//     named (a name before it, a title behind it).
//   - short: Back.Device is NameOnly, OpCit, LocCit, IdemDevice or Supra; Item
//     holds the surnames (Incomplete) and short title that it gives.
//   - crossref: Back.Device is Supra, Back.Notes the numbers; one citation for each.
//   - commentary: prose; the only entry of its note.
//
// A short form with author, title and page but no publication data may be an
// article's full form of it: parser/backref decides that, who knows what came
// before. Words and months come from the tables in data.
package citation
