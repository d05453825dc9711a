// Package config reads files of settings and puts what they say into the flags
// of a command.
//
//	file, err := config.Read(".ibid.yaml", content, config.Project)
//	settings, err := config.Merge(cmd.Flags(), config.Layer{…file…}, …)
//
// A setting has the name of a flag and takes what the flag takes; the flag's own
// value checks it, so that a file and the command line are held to the same. Layers
// are given from the weakest to the strongest: of a single value the strongest
// layer counts, lists add up. What the user gave as a flag is stronger than all.
//
// A file that lies beside an article may come with the very change that is under
// test. It can't set what could be turned against the user: flags marked with
// [OwnOnly] are refused there, and folders named in it may not lead out of its
// own. The package opens nothing but the files of [Find] and [Load].
package config
