// Command ibid verifies footnotes: it finds an article's numbered notes,
// resolves every "Ibid." and short form, opens every link, and writes a report.
//
//	ibid check draft.md
//	ibid check --format github content/
//	ibid demo
//
// main.go and root.go hold what all commands share; every command has a file
// of its own.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	startLate()
	os.Exit(run())
}

// run is main without os.Exit, so that the tests can call it as a command.
func run() int {
	log.SetOutput(io.Discard) // where net/http complains of servers; findings say what is wrong
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		stop() // a second Ctrl-C ends the program at once
	}()
	return execute(ctx, systemStreams(), os.Args[1:])
}
