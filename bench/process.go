package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// webProcess is a web in a process of its own: the kernel counts the memory of
// whoever starts a checker as the checker's, so that this must be a small one.
type webProcess struct {
	page string // lists all links
	cmd  *exec.Cmd
}

// startWeb has this program serve a scenario's links.
func startWeb(ctx context.Context, s scenario) (*webProcess, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "serve", strconv.Itoa(s.links), strconv.Itoa(s.hosts), s.wait.String())
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	w := &webProcess{cmd: cmd}
	if w.page, err = bufio.NewReader(out).ReadString('\n'); err != nil {
		w.stop()
		return nil, fmt.Errorf("the servers did not start: %w", err)
	}
	w.page = strings.TrimSpace(w.page)
	return w, nil
}

func (w *webProcess) stop() {
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait() // it was killed
}

// asked is how many requests reached the servers since it was last asked.
func (w *webProcess) asked(ctx context.Context) (int64, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, w.page+"asked", nil)
	if err != nil {
		return 0, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	body, err := io.ReadAll(res.Body)
	if err = errors.Join(err, res.Body.Close()); err != nil {
		return 0, err
	}
	return strconv.ParseInt(string(body), 10, 64)
}

// serveAlone serves links, hosts and the time of an answer, as its arguments
// say, says where the page that lists them is, and goes on until it is killed.
func serveAlone(args []string) error {
	links, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	hosts, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	wait, err := time.ParseDuration(args[2])
	if err != nil {
		return err
	}
	w, err := serve(context.Background(), hosts, wait)
	if err != nil {
		return err
	}
	fmt.Println(w.list(links))
	select {}
}
