// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// live tells open pages that figures were released.
type live struct {
	mu     sync.Mutex
	next   chan struct{} // closed when there is something new
	closed chan struct{}
	once   sync.Once
}

func newLive() *live { return &live{next: make(chan struct{}), closed: make(chan struct{})} }

func (l *live) wait() chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.next
}

func (l *live) tell() {
	l.mu.Lock()
	defer l.mu.Unlock()
	close(l.next)
	l.next = make(chan struct{})
}

func (l *live) close() { l.once.Do(func() { close(l.closed) }) }

// Released tells open pages to look again.
func (s *Server) Released() { s.live.tell() }

// streamTime ends a stream, so that one who lost the right to look is asked
// again; the browser opens a new one.
const streamTime = 30 * time.Minute

// events streams a campaign's openings, starts and errors of closed quarters of
// an hour, whenever they change.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	c := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	var last tiles
	end := time.After(streamTime)
	for {
		next := s.live.wait()
		rep, _, err := s.report(r)
		if err != nil {
			return
		}
		if t := rep.tiles(); t != last {
			last = t
			text, err := json.Marshal(map[string]string{"aperture": t.Open, "avvii": t.Start, "errori": t.Errors, "quota": t.Share, "ora": t.Until})
			if err != nil {
				return
			}
			fmt.Fprintf(w, "event: cifre\ndata: %s\n\n", text)
		} else {
			fmt.Fprint(w, ":\n\n")
		}
		if c.Flush() != nil {
			return
		}
		select {
		case <-next:
		case <-end:
			return
		case <-s.live.closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}
