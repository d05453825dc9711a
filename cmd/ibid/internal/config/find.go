package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Find is the path of the file of settings nearest to folder: in it, or in one
// above. The search ends at the top of a git repository, so that a project is
// not ruled by what lies around it; "" means that there is none.
func Find(folder string) (string, error) {
	dir, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, Name)
		info, err := os.Lstat(path)
		switch {
		case err == nil && !info.Mode().IsRegular():
			return "", fmt.Errorf("%s is no plain file: settings are not read through links or from devices", path)
		case err == nil:
			return path, nil
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
			return "", err
		}
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return "", nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Load reads the file at path; shown is what errors call it.
func Load(path, shown string, scope Scope) (*File, error) {
	f, err := os.Open(path) //nolint:gosec // found beside a source or named by the user
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	content, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	return Read(shown, content, scope)
}
