// Package reports draws a [checker.Run] for people and for programs: one file
// per format, all from the same values.
//
//	f, ok := reports.All().ByName("table")
//	err := f.Write(os.Stdout, run, reports.Options{Width: 100, Color: true})
//
// What an article or a web page says is not trusted: terminal escapes, HTML,
// spreadsheet formulas and workflow commands in it are made harmless before
// they are printed. The same run and options give the same bytes. Writers take
// time in proportion to the size of the run, open no file and no connection.
package reports
