// Package html reads web pages: anything from a blog's page to what a word
// processor saves as one.
//
// It walks the tokens of x/net/html, whose raw lengths add up to the source,
// so that every run of text and every link target knows its exact place; the
// tree of that package knows none. It closes what authors leave open, bounds
// the depth, and takes time linear in the size of the page.
//
// Navigation, comments and the like are marked as chrome by their elements,
// roles and class names. A part that holds the targets of note markers is
// never chrome.
package html
