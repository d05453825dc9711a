package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// scenario is a number of links on a number of hosts.
type scenario struct {
	links, hosts int
	wait         time.Duration // of every answer
	at, perHost  int           // requests at once, in all and for a host
}

// limit is the least time that it can take.
func (s scenario) limit() time.Duration {
	return time.Duration((s.links+s.at-1)/s.at) * s.wait
}

func (s scenario) String() string {
	return fmt.Sprintf("%d links, %d hosts, %s an answer, %d at once, %d a host", s.links, s.hosts, s.wait, s.at, s.perHost)
}

// checker is a program that opens links.
type checker struct {
	name, path string
	args       func(s scenario, page string) []string
}

// run is what one run of a checker took.
type run struct {
	wall, cpu time.Duration
	memory    int64 // bytes, at most
	asked     int64 // requests that reached the servers
}

func main() {
	log.SetFlags(0)
	if len(os.Args) == 5 && os.Args[1] == "serve" {
		if err := serveAlone(os.Args[2:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	var list []checker
	add := func(name, path string, args func(s scenario, page string) []string) {
		if path != "" {
			list = append(list, checker{name, path, args})
		}
	}
	ibid := flag.String("ibid", "", "path of ibid")
	muffet := flag.String("muffet", "", "path of muffet")
	linkinator := flag.String("linkinator", "", "path of linkinator")
	linkchecker := flag.String("linkchecker", "", "path of linkchecker")
	times := flag.Int("n", 3, "runs of each")
	most := flag.Int("most", 10000, "leave out what has more links")
	flag.Parse()
	add("ibid", *ibid, func(s scenario, page string) []string {
		return []string{
			"check", "--format", "json", "--cache", "off", "--archives", "off", "--config", "off", "--allow-private", "--fail-on", "never",
			"--concurrency", strconv.Itoa(s.at), "--per-host", strconv.Itoa(s.perHost), page,
		}
	})
	add("muffet", *muffet, func(s scenario, page string) []string {
		return []string{"--one-page-only", "--max-connections=" + strconv.Itoa(s.at), "--max-connections-per-host=" + strconv.Itoa(s.perHost), page}
	})
	add("linkinator", *linkinator, func(s scenario, page string) []string {
		return []string{page, "--concurrency", strconv.Itoa(s.at), "--verbosity", "error"}
	})
	add("linkchecker", *linkchecker, func(s scenario, page string) []string {
		return []string{"--threads=" + strconv.Itoa(s.at), "-r1", "--check-extern", "--no-robots", "--no-status", "-o", "none", page}
	})
	if len(list) == 0 {
		flag.Usage()
		os.Exit(2)
	}
	fmt.Println("| links | checker | × the limit | processor s | memory MB | processor ms / 1,000 links | requests |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, s := range []scenario{
		{2000, 50, 50 * time.Millisecond, 64, 8},
		{10000, 100, 20 * time.Millisecond, 64, 8},
	} {
		if s.links > *most {
			continue
		}
		if err := compare(context.Background(), s, list, *times); err != nil {
			log.Fatal(err)
		}
	}
}

// compare runs every checker some times, in turn, and prints the median of each.
func compare(ctx context.Context, s scenario, list []checker, times int) error {
	web, err := startWeb(ctx, s)
	if err != nil {
		return err
	}
	defer web.stop()
	runs := make([][]run, len(list))
	for range times {
		for i, c := range list {
			r, err := c.once(ctx, web, s)
			if err != nil {
				return err
			}
			runs[i] = append(runs[i], r)
		}
	}
	for i, c := range list {
		r := median(runs[i])
		fmt.Printf("| %s | %s | %.2f | %.2f | %d | %.0f | %d |\n", s, c.name, float64(r.wall)/float64(s.limit()), r.cpu.Seconds(),
			r.memory>>20, float64(r.cpu.Milliseconds())/float64(s.links)*1000, r.asked)
	}
	return nil
}

// once runs a checker. That it finds fault with a link is no failure; that it
// asked for fewer than there are is.
func (c checker) once(ctx context.Context, web *webProcess, s scenario) (run, error) {
	if _, err := web.asked(ctx); err != nil { // counts anew from here
		return run{}, err
	}
	cmd := exec.CommandContext(ctx, c.path, c.args(s, web.page)...)
	var out head
	cmd.Stdout = &out
	start := time.Now()
	failure := cmd.Run()
	r := run{wall: time.Since(start)}
	if cmd.ProcessState == nil {
		return r, fmt.Errorf("%s: %w", c.name, failure)
	}
	r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.memory = u.Maxrss << 10
	}
	var err error
	if r.asked, err = web.asked(ctx); err != nil {
		return r, err
	}
	if r.asked < int64(s.links) {
		return r, fmt.Errorf("%s asked for %d of %d links: %w\n%s", c.name, r.asked, s.links, failure, out.text)
	}
	return r, nil
}

// head keeps the start of what a checker prints, for messages: to hold on to all
// of it would take time from the checker.
type head struct{ text []byte }

// Write is io.Writer's.
func (h *head) Write(b []byte) (int, error) {
	h.text = append(h.text, b[:min(len(b), 2000-len(h.text))]...)
	return len(b), nil
}

// median is the run that took the middle time.
func median(runs []run) run {
	slices.SortFunc(runs, func(a, b run) int { return int(a.wall - b.wall) })
	m := runs[len(runs)/2]
	slices.SortFunc(runs, func(a, b run) int { return int(a.cpu - b.cpu) })
	m.cpu = runs[len(runs)/2].cpu
	slices.SortFunc(runs, func(a, b run) int { return int(a.memory - b.memory) })
	m.memory = runs[len(runs)/2].memory
	return m
}
