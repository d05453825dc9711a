// Package history takes an earlier version of a file out of git.
//
//	if err := history.Check(ctx, "posts", "HEAD~1"); err != nil { … }
//	data, err := history.Show(ctx, "HEAD~1", "posts/salt.md", limit)
//
// It starts git itself, never a shell; what the user gave goes in as one
// argument, and nothing that could be read as an option gets so far.
package history
