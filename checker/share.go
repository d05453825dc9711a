package checker

import "sync"

// shared holds what rules work out of a report for each other (see [Share]).
// The zero value is ready.
type shared struct{ values sync.Map } // key of a Share → func() T

// Share makes of a pure function of a report's article one that works only once
// for each report, for the first rule that asks; the others get the same value and
// must not change it. It is safe for rules that run side by side. What opening
// links tells is no part of it, as some rules run before.
func Share[T any](of func(*Report) T) func(*Report) T {
	key := new(byte)
	return func(r *Report) T {
		value, ok := r.shared.values.Load(key)
		if !ok {
			value, _ = r.shared.values.LoadOrStore(key, sync.OnceValue(func() T { return of(r) }))
		}
		return value.(func() T)() //nolint:forcetypeassert // nothing else is stored under key
	}
}
