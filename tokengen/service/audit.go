// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"encoding/json"
	"io"
	"sync"
	"time"
)

// Entry is a line of the audit: who had how many letters signed, when and
// under which key. Nothing in it belongs to a person.
type Entry struct {
	Time     time.Time `json:"time"`
	Client   string    `json:"client"`
	Route    string    `json:"route"`
	Batch    string    `json:"batch,omitempty"`
	Outcome  string    `json:"outcome"`  // begun, issued, refused or broken-off
	Rows     int       `json:"rows"`     // letters read
	Issued   int       `json:"issued"`   // tokens signed
	Rejected int       `json:"rejected"` // letters refused
	Kid      string    `json:"kid,omitempty"`
	Guides   guides    `json:"guides"`
	// JtiHash is the SHA-256 of the ids of all tokens signed, one after the
	// other: whoever has the answer can prove that it is this line's.
	JtiHash string `json:"jti_hash,omitempty"`
	Code    string `json:"code,omitempty"` // of the problem, when there was one
}

// guides counts letters by guide.
type guides struct {
	Naspi   int `json:"naspi"`
	Pension int `json:"pension"`
}

func (g *guides) add(guide string) {
	if guide == "pension" {
		g.Pension++
	} else {
		g.Naspi++
	}
}

// audit writes entries, each in one write.
type audit struct {
	mu  sync.Mutex
	out io.Writer
}

// write adds a line. A token whose line cannot be written must not leave.
func (a *audit) write(e Entry) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	_, err = a.out.Write(append(line, '\n'))
	return err
}
