package link

// Page is the evidence from fetching a link once.
type Page struct {
	// Title is the page's title, white space folded.
	Title string
}
