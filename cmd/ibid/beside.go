package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

// beside are the files that an article may name, and the article's own folder
// in them: those of the folder that the command runs in and below, where the
// article is one of them, else those of its own folder and below. Links that lead
// out of the folder are not followed. close has to be called after reading.
func beside(file string) (files fs.FS, folder string, closing func()) {
	root, folder := filepath.Dir(file), "."
	if dir, err := os.Getwd(); err == nil {
		if abs, err := filepath.Abs(file); err == nil {
			if rel, err := filepath.Rel(dir, filepath.Dir(abs)); err == nil && filepath.IsLocal(rel) {
				root, folder = dir, filepath.ToSlash(rel)
			}
		}
	}
	opened, err := os.OpenRoot(root)
	if err != nil {
		return nil, "", func() {}
	}
	return opened.FS(), folder, func() { _ = opened.Close() } // it was only read from
}
