package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
)

// noConfig is what --config says for no file at all.
const noConfig = "off"

// configFlag defines --config.
func configFlag(f *pflag.FlagSet) {
	f.String("config", "", "read settings from `FILE` and from no other, or off for none (default "+config.Name+" above the sources, and the user's own)")
	config.FlagOnly(f, "config")
}

// checkSettings are the flags of check: every name that a file of settings may use.
func checkSettings() *pflag.FlagSet {
	f := pflag.NewFlagSet("check", pflag.ContinueOnError)
	new(checkOptions).add(f)
	return f
}

// settle puts the settings that files and the environment have for these
// sources into the flags of a command and those of single hosts into n, and says
// where each comes from.
func (s streams) settle(cmd *cobra.Command, args []string, n *networkFlags) (config.Origins, error) {
	named, err := cmd.Flags().GetString("config")
	if err != nil {
		return nil, err
	}
	files, err := s.files(named, args)
	if err != nil {
		return nil, err
	}
	var layers []config.Layer
	for _, f := range files {
		layers = append(layers, config.Layer{File: f})
	}
	from, err := config.Merge(cmd.Flags(), checkSettings(), append(layers, config.Layer{Getenv: s.environment})...)
	var hostErr error
	n.hosts, hostErr = hosts(files)
	return from, errors.Join(err, hostErr)
}

// files are the files of settings, the weakest first: the user's own and the
// project's, or the one that --config names.
func (s streams) files(named string, args []string) ([]*config.File, error) {
	if named == noConfig {
		return nil, nil
	}
	if named != "" {
		f, err := config.Load(named, filepath.ToSlash(named), config.User)
		if err != nil {
			return nil, fmt.Errorf("--config: %w", err)
		}
		return []*config.File{f}, nil
	}
	var files []*config.File
	if own := s.ownSettings(); own != "" {
		f, err := config.Load(own, filepath.ToSlash(own), config.User)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	path, err := projectSettings(args)
	if err != nil || path == "" {
		return files, err
	}
	f, err := config.Load(path, fromHere(path), config.Project)
	if err != nil {
		return nil, err
	}
	return append(files, f), nil
}

// ownSettings is the path of the user's own file, "" where there is none.
func (s streams) ownSettings() string {
	if s.configDir == nil {
		return ""
	}
	dir, err := s.configDir()
	if err != nil {
		return "" // a system without such a folder has no such file
	}
	path := filepath.Join(dir, "ibid", "config.yaml")
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return path
}

// projectSettings is the file of settings that the sources share. Those from
// the web and from standard input take that of the folder the command runs in.
func projectSettings(args []string) (string, error) {
	found, first := "", ""
	for _, arg := range append(args, ".")[:max(1, len(args))] {
		path, err := config.Find(folderOf(arg))
		if err != nil {
			return "", err
		}
		if first != "" && path != found {
			return "", fmt.Errorf("%s and %s have different settings (%s, %s): check them apart, or name one file with --config",
				first, arg, described(found), described(path))
		}
		found, first = path, arg
	}
	return found, nil
}

func described(path string) string {
	if path == "" {
		return "no " + config.Name
	}
	return fromHere(path)
}

// folderOf is the folder that a source lies in: of a glob, the part before its
// first sign that stands for others.
func folderOf(arg string) string {
	if arg == "-" || inputs.IsWeb(arg) {
		return "."
	}
	base, _ := inputs.SplitGlob(arg)
	if info, err := os.Stat(base); err == nil && info.IsDir() {
		return base
	}
	return filepath.Dir(base)
}

// fromHere is a path as seen from the folder the command runs in, where that is shorter.
func fromHere(path string) string {
	if dir, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(dir, path); err == nil && len(rel) < len(path) {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}
