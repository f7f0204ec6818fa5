// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"
)

// TestSteadySlowReader: who takes a little at a time, on a bad network, gets
// everything, within five minutes.
func TestSteadySlowReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		here, there := net.Pipe()
		c := &patientConn{Conn: there}
		c.SetWriteDeadline(time.Now().Add(answerTime))
		sent := make(chan error, 1)
		go func() { _, err := c.Write(make([]byte, 10*mouthful)); sent <- err }()
		took := time.Now()
		for n := 0; n < 10*mouthful; {
			time.Sleep(20 * time.Second)
			m, err := io.ReadFull(here, make([]byte, mouthful))
			if err != nil {
				t.Fatalf("broken off after %d bytes and %s: %v", n, time.Since(took), err)
			}
			n += m
		}
		if err := <-sent; err != nil {
			t.Error(err)
		}
	})
}

// TestOwnDeadlineHolds: the deadline that a connection's user sets is never
// moved on.
func TestOwnDeadlineHolds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		here, there := net.Pipe()
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			for { // a byte a second
				time.Sleep(time.Second)
				if _, err := here.Read(make([]byte, 1)); err != nil {
					return
				}
			}
		}()
		c := &patientConn{Conn: there}
		began := time.Now()
		c.SetWriteDeadline(began.Add(90 * time.Second))
		var err error
		for err == nil {
			_, err = c.Write([]byte("x"))
		}
		if took := time.Since(began); took != 90*time.Second {
			t.Errorf("ended after %s: %v", took, err)
		}
		here.Close()
		<-gone
	})
}
