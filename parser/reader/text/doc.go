// Package text reads plain text, as people save it and as they copy it out of
// web pages and e-mails: hard-wrapped or one line a paragraph, with navigation
// before the article and comments after it.
//
// Package lines makes the paragraphs. Line breaks inside a paragraph stay in
// its text as line breaks. _Emphasis_ between underscores becomes an italic
// run without them, "> " before the lines of a quoted e-mail is left out.
//
// The header of a saved e-mail gives its title, author and date. Its body is
// read as it is stored: one in quoted-printable or base64 has to be saved as
// text first.
package text
