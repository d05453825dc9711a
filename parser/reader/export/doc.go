// Package export holds what the readers of whole sites' exports have in common:
// one XML file of many articles, whose texts stand in it quoted, with entities or in
// CDATA.
//
//	for item, err := range export.Items(ctx, file, "item", func(head string) { … }) {
//		export.Children(item.Text, 0, len(item.Text), func(name string, from, to int) {
//			content := export.Value(item.Text, from, to)
//		})
//	}
//
// The export is read as it comes, and one item of it is held at a time. XML that
// is none in places, as exports have it, does no harm. A [Page] is made of the
// texts of an item, and knows where each of its bytes stands in the export.
package export
