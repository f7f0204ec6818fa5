// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"net"
	"sync"
	"time"
)

// patient is a listener whose connections end when a client takes nothing for a
// minute. net/http's own limits are for a whole answer, which must be long for
// slow networks; its limit for HTTP/2 sets a timer twice for each frame, which
// costs 3 to 12 % of the film's CPU. Here it is moved on twice a minute.
type patient struct{ net.Listener }

// Accept implements net.Listener.
func (l patient) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &patientConn{Conn: c}, nil
}

// patientConn writes under two deadlines: the one that its user sets, and its
// own, of stuckTime at most, for each piece.
type patientConn struct {
	net.Conn
	mu    sync.Mutex
	users time.Time // what the user set, zero: none
	set   time.Time // what moveOn set since then, zero: nothing
}

// mouthful is how much is written under one deadline of the connection's own,
// bytes.
const mouthful = 64 << 10

// Write implements net.Conn.
func (c *patientConn) Write(b []byte) (n int, err error) {
	for {
		if err := c.moveOn(time.Now()); err != nil {
			return n, err
		}
		m, err := c.Conn.Write(b[n:min(n+mouthful, len(b))])
		n += m
		if err != nil || n == len(b) {
			return n, err
		}
	}
}

// moveOn sets the deadline anew when less than half of its time is left.
func (c *patientConn) moveOn(now time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.set.Sub(now) > stuckTime/2 || !c.set.IsZero() && c.set.Equal(c.users) {
		return nil
	}
	c.set = now.Add(stuckTime)
	if !c.users.IsZero() && c.users.Before(c.set) {
		c.set = c.users
	}
	return c.Conn.SetWriteDeadline(c.set)
}

// SetWriteDeadline implements net.Conn.
func (c *patientConn) SetWriteDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.users, c.set = t, time.Time{}
	return c.Conn.SetWriteDeadline(t)
}

// SetDeadline implements net.Conn.
func (c *patientConn) SetDeadline(t time.Time) error {
	if err := c.SetWriteDeadline(t); err != nil {
		return err
	}
	return c.Conn.SetReadDeadline(t)
}
