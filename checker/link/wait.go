package link

import (
	"container/heap"
	"time"
)

// wait is a task or a host that has to wait.
type wait struct {
	at   time.Time
	task *task
	host *host
}

// waitList holds what waits, the earliest first.
type waitList struct{ h waitHeap }

func (l *waitList) add(w wait) { heap.Push(&l.h, w) }

// next is the earliest time, zero if nothing waits.
func (l *waitList) next() time.Time {
	if len(l.h) == 0 {
		return time.Time{}
	}
	return l.h[0].at
}

// due takes out what has waited long enough.
func (l *waitList) due(now time.Time) []wait {
	var out []wait
	for len(l.h) > 0 && !l.h[0].at.After(now) {
		if w, ok := heap.Pop(&l.h).(wait); ok {
			out = append(out, w)
		}
	}
	return out
}

type waitHeap []wait

func (h waitHeap) Len() int           { return len(h) }
func (h waitHeap) Less(i, j int) bool { return h[i].at.Before(h[j].at) }
func (h waitHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push is heap.Interface's.
func (h *waitHeap) Push(x any) {
	if w, ok := x.(wait); ok {
		*h = append(*h, w)
	}
}

// Pop is heap.Interface's.
func (h *waitHeap) Pop() any {
	old := *h
	w := old[len(old)-1]
	*h = old[:len(old)-1]
	return w
}
