package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The values of flags check themselves, so that what is wrong in a file of
// settings is told with its line, and the same words serve for the flag.

// number is a whole number of at least min.
type number struct {
	p   *int
	min int
}

func (n number) Set(s string) error {
	v, err := strconv.Atoi(s)
	if err != nil || v < n.min {
		return fmt.Errorf("use a whole number of %d or more", n.min)
	}
	*n.p = v
	return nil
}

func (n number) String() string {
	if n.p == nil {
		return ""
	}
	return strconv.Itoa(*n.p)
}

// Type is the name of the value in the help.
func (n number) Type() string { return "int" }

// wait is a time above zero.
type wait time.Duration

func (w *wait) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return errors.New("use a time above zero, as in 20s or 1m30s")
	}
	*w = wait(d)
	return nil
}

func (w *wait) String() string { return time.Duration(*w).String() }

// Type is the name of the value in the help.
func (w *wait) Type() string { return "duration" }

// choice is one of several words.
type choice struct {
	p  *string
	of []string
}

func (c choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return fmt.Errorf("use %s", alternatives(c.of))
	}
	*c.p = s
	return nil
}

func (c choice) String() string {
	if c.p == nil {
		return ""
	}
	return *c.p
}

// Type is the name of the value in the help.
func (c choice) Type() string { return "string" }

// alternatives are words as a sentence names them: "a, b or c".
func alternatives(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// list is a list of texts, each of which check accepts.
type list struct {
	p     *[]string
	check func(string) error
	kind  string
}

func (l list) Set(s string) error {
	if err := l.check(s); err != nil {
		return err
	}
	return l.Append(s)
}

// Append adds an entry that is known to be good.
func (l list) Append(s string) error {
	*l.p = append(*l.p, s)
	return nil
}

// Replace takes the place of all entries.
func (l list) Replace(values []string) error {
	*l.p = slices.Clone(values)
	return nil
}

// GetSlice are the entries.
func (l list) GetSlice() []string { return *l.p }

func (l list) String() string {
	if l.p == nil || len(*l.p) == 0 {
		return ""
	}
	return strings.Join(*l.p, "\n")
}

// Type is the name of the value in the help.
func (l list) Type() string { return l.kind }

// patterns is a list of regular expressions.
func patterns(p *[]string) list {
	return list{p: p, kind: "pattern", check: func(s string) error {
		if _, err := regexp.Compile(s); err != nil {
			return fmt.Errorf("not a regular expression: %w", err)
		}
		return nil
	}}
}

// rate is a number of requests a second.
type rate float64

func (r *rate) Set(s string) error {
	count, unit, _ := strings.Cut(s, "/")
	n, err := strconv.ParseFloat(count, 64)
	seconds, known := map[string]float64{"": 1, "s": 1, "m": 60, "h": 3600}[unit]
	if err != nil || !known || !(n > 0) || n > 1e6 {
		return errors.New("use a number of requests in a second, a minute or an hour, as in 2/s, 30/m or 100/h")
	}
	*r = rate(n / seconds)
	return nil
}

func (r *rate) String() string {
	if *r == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*r), 'g', 6, 64) + "/s"
}

// Type is the name of the value in the help.
func (r *rate) Type() string { return "rate" }
