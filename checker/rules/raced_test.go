//go:build race

package rules_test

// raced says that the race detector looks on.
const raced = true
