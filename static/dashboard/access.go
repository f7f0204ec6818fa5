// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"
)

// Role is what somebody may do.
type Role int

// Roles, each with all that the one before it may do.
const (
	Nobody   Role = iota
	Viewer        // look and download
	Importer      // import manifests and contacts too
)

// Access tells who asks. It is the seam for other ways to sign in.
type Access interface {
	Role(r *http.Request) Role
}

// Headers that a trusted proxy sets after it has signed somebody in.
const (
	UserHeader = "X-Videoguida-User"
	RoleHeader = "X-Videoguida-Role" // viewer or importer
)

// Proxy believes what the institute's sign-in proxy says, and nobody else.
type Proxy struct{ Trusted []netip.Prefix }

// Role implements Access.
func (p Proxy) Role(r *http.Request) Role {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	addr := peer.Addr().Unmap()
	inside := func(t netip.Prefix) bool { return t.Contains(addr) }
	if err != nil || !slices.ContainsFunc(p.Trusted, inside) || r.Header.Get(UserHeader) == "" || len(r.Header.Values(RoleHeader)) != 1 {
		return Nobody
	}
	switch r.Header.Get(RoleHeader) {
	case "viewer":
		return Viewer
	case "importer":
		return Importer
	}
	return Nobody
}

// Token lets in who knows a word that was printed when the program started:
// for one machine, on its loopback. Programs send it as a bearer; browsers
// change it for a cookie that lives in memory.
type Token struct {
	sum [sha256.Size]byte
	now func() time.Time // the clock of sessions and tries

	mu       sync.Mutex
	sessions map[string]time.Time // until when
	tries    []time.Time          // wrong ones of the last minute
}

// NewToken returns a new token and how to let its holder in; sessions last by
// the clock now.
func NewToken(now func() time.Time) (word string, t *Token) {
	word = random()
	return word, &Token{sum: sha256.Sum256([]byte(word)), now: now, sessions: map[string]time.Time{}}
}

func random() string {
	b := make([]byte, 16)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Limits of sessions and of wrong tries.
const (
	sessionTime = 12 * time.Hour
	maxSessions = 100
	maxTries    = 20 // a minute
	cookieName  = "cruscotto"
)

// Role implements Access.
func (t *Token) Role(r *http.Request) Role {
	if word, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok && t.knows(word) {
		return Importer
	}
	c, err := r.Cookie(cookieName)
	if err != nil {
		return Nobody
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now().Before(t.sessions[c.Value]) {
		return Importer
	}
	return Nobody
}

func (t *Token) knows(word string) bool {
	sum := sha256.Sum256([]byte(word))
	return subtle.ConstantTimeCompare(sum[:], t.sum[:]) == 1
}

// enter changes the token for a session. The error text is for a person.
func (t *Token) enter(word string) (c *http.Cookie, why string) {
	now := t.now()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tries = slices.DeleteFunc(t.tries, func(at time.Time) bool { return now.Sub(at) > time.Minute })
	if len(t.tries) >= maxTries {
		return nil, "Troppi tentativi: riprova tra un minuto."
	}
	if !t.knows(strings.TrimSpace(word)) {
		t.tries = append(t.tries, now)
		return nil, "La parola non è quella stampata all'avvio."
	}
	for id, until := range t.sessions {
		if now.After(until) || len(t.sessions) >= maxSessions {
			delete(t.sessions, id)
		}
	}
	id := random()
	t.sessions[id] = now.Add(sessionTime)
	return &http.Cookie{Name: cookieName, Value: id, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: int(sessionTime.Seconds())}, ""
}

// leave ends a session.
func (t *Token) leave(r *http.Request) {
	if c, err := r.Cookie(cookieName); err == nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.sessions, c.Value)
	}
}
