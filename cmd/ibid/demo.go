package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ibid/cmd/ibid/internal/demo"
)

func newDemo(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Check a small article with seeded mistakes, nothing to set up",
		Long: `Demo writes a small article into a temporary folder, starts a web server on
this machine that stands in for the sites it cites – alive, moved, gone, slow,
forbidden, and one that says "not found" with the status of a page that is
there – and runs the very check that ` + "`ibid check`" + ` runs. It needs no network.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runDemo(cmd, s) },
	}
}

func runDemo(cmd *cobra.Command, s streams) (err error) {
	path, err := demo.Write()
	if err != nil {
		return err
	}
	server, err := demo.Start(cmd.Context())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()

	page := filepath.Join(filepath.Dir(path), "report.html")
	err = runCheck(cmd.Context(), s, checkOptions{
		links: "all", style: "auto", failOn: "never", cache: noCache,
		network: networkFlags{concurrency: 64, perHost: 4, timeout: wait(time.Second), retries: 1, maxRedirects: 10, resolve: server.Resolve(), direct: true},
		formats: []string{"table", "html"}, files: []string{"-", page},
	}, []string{path})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "\nThe article is %s\nThe same report as a page: %s\n", path, page)
	return err
}
