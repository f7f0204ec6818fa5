// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package trim

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// origin is the folder of the module as the proxy gave it. A module that only
// the browser's programs need may not be on this machine yet: it is downloaded
// before anything is read.
func (t Trimmer) origin() (string, error) {
	out, err := gocmd(t.Root, nil, "list", "-m", "-f", "{{.Version}} {{.Dir}}", Path)
	if err != nil {
		return "", fmt.Errorf("%w\n%w", ErrDownload, err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(out), " ")
	if version != Version {
		return "", ErrMoved
	}
	if dir != "" {
		return dir, nil
	}
	return t.download()
}

// download brings the module into the module cache and returns its folder
// there. Like every go command it heeds GOPROXY, GOFLAGS and go.sum.
func (t Trimmer) download() (string, error) {
	out, err := gocmd(t.Root, nil, "mod", "download", "-json", Path+"@"+Version)
	var answer struct{ Dir, Error string }
	if err := errors.Join(err, json.Unmarshal([]byte(out), &answer)); err != nil {
		return "", fmt.Errorf("%w\n%s\n%w", ErrDownload, answer.Error, err)
	}
	return answer.Dir, nil
}
