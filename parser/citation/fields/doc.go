// Package fields reads the fields of one full reference: who wrote it, what it
// is called, where and when it appeared.
//
// A reference is cut into pieces (piece.go): quotations, italics, addresses,
// dates, numbers with their words, and what stands between commas, stops and
// brackets. The grammar (grammar.go) says which field may follow which, and
// how much each order is worth; score.go says how well a stretch of pieces
// fits each field. decode.go finds the reading with the highest sum, and how
// far ahead of the next one each of its fields is: that is the field's
// confidence. No style is named anywhere: Chicago, OSCOLA, a German law review
// and a Chinese one are paths through the same grammar.
//
// Words are in the tables of data.
package fields
