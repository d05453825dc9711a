// Package inputs turns the SOURCE arguments of a command into things that can
// be read: files, what a folder or a glob holds, web addresses, standard input.
//
//	sources, failures := inputs.Expand(ctx, []string{"content/", "draft.md", "-"}, inputs.Options{})
//
// A folder is walked for files whose format is known by name; hidden files and
// those that .gitignore names are left out. What cannot be found is a failure
// with a sentence that says what to do, and never stops the others.
package inputs
