// Package text reads plain text, as people save it and as they copy it out of
// web pages and e-mails: hard-wrapped or one line a paragraph, with navigation
// before the article and comments after it.
//
// Paragraphs end at blank lines, at a line that starts a note, and at list
// items. Line breaks inside a paragraph stay in its text as line breaks.
// _Emphasis_ between underscores becomes an italic run without them.
package text
