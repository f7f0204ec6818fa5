// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package rows

import (
	"bufio"
	"bytes"
	"hash/fnv"
	"io"
	"unicode/utf8"

	"videoguida/tokengen/sign"
)

// jsonLines reads one JSON object a line.
type jsonLines struct {
	in   *bufio.Reader // of MaxRow bytes
	line int
}

func (j *jsonLines) next() (record, error) {
	for {
		j.line++
		text, err := j.in.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			return record{line: j.line}, ErrTooLong
		}
		if text = bytes.TrimSpace(text); len(text) > 0 && (err == nil || err == io.EOF) {
			return j.read(text), nil
		}
		if err != nil {
			return record{line: j.line}, err
		}
	}
}

func (j *jsonLines) read(text []byte) record {
	h := fnv.New64a()
	h.Write(text)
	rec := record{line: j.line, sum: h.Sum64()}
	if !utf8.Valid(text) {
		rec.bad = []sign.FieldError{{Field: "row", Code: "is not UTF-8 text"}}
		return rec
	}
	var err error
	if rec.values, rec.bad, err = sign.Object(text); err != nil {
		rec.bad = []sign.FieldError{{Field: "row", Code: "is not a JSON object"}}
	}
	for name, v := range rec.values {
		if v == nil {
			delete(rec.values, name)
		}
	}
	return rec
}
