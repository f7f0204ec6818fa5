// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"
)

// Flood limits how much one neighbourhood of addresses, and everybody together,
// may send. Addresses are reduced to their /24 or /56 and hashed with a secret
// that lives in memory alone; the table has one size whatever arrives, so two
// neighbourhoods may share a place. Nothing of it is ever written.
type Flood struct {
	Rate  float64 // batches a second and neighbourhood
	Burst float64 // batches at once and neighbourhood
	All   float64 // batches a second and at once from everybody

	mu     sync.Mutex
	secret maphash.Seed
	places []bucket
	all    bucket
}

// bucket is a token bucket: spent tokens come back with time.
type bucket struct {
	spent float32
	at    uint32 // ms since the table was made, wraps after 49 days
}

// Bits of an address that make a neighbourhood: what one subscriber has, or a
// carrier's gateway.
const (
	bits4 = 24
	bits6 = 56
)

// floodPlaces is the size of the table: 512 KB.
const floodPlaces = 1 << 16

// NewFlood returns limits for a public site. A visit sends two or three
// batches; a carrier's gateway may hide thousands of phones.
func NewFlood() *Flood {
	return &Flood{Rate: 50, Burst: 2000, All: 20000, secret: maphash.MakeSeed(), places: make([]bucket, floodPlaces)}
}

// Allow reports whether a batch from the address may be taken at this time,
// counted from when the table was made.
func (f *Flood) Allow(addr netip.Addr, since time.Duration) bool {
	ms := uint32(since.Milliseconds())
	prefix := neighbourhood(addr)
	f.mu.Lock()
	defer f.mu.Unlock()
	place := &f.places[maphash.Comparable(f.secret, prefix)%floodPlaces]
	return place.take(ms, f.Rate, f.Burst) && f.all.take(ms, f.All, f.All)
}

func neighbourhood(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := bits6
	if a.Is4() {
		bits = bits4
	}
	p, _ := a.Prefix(bits)
	return p
}

// take spends one token if there is one.
func (b *bucket) take(ms uint32, rate, burst float64) bool {
	b.spent = max(0, b.spent-float32(float64(ms-b.at)/1000*rate))
	b.at = ms
	if float64(b.spent)+1 > burst {
		return false
	}
	b.spent++
	return true
}

// Sender tells whose batch it is behind proxies that are trusted.
type Sender struct {
	Trusted []netip.Prefix // proxies whose X-Forwarded-For is believed
}

// Addr returns the sender's address: the peer's, or, while the peer is a
// trusted proxy, the last hop of forwarded that is not one. What a client wrote
// into the header itself stands before that hop and is not read.
func (s Sender) Addr(peer string, forwarded []string) netip.Addr {
	p, err := netip.ParseAddrPort(peer)
	if err != nil {
		return netip.Addr{}
	}
	addr := p.Addr().Unmap()
	for i := len(forwarded) - 1; i >= 0 && s.trusts(addr); i-- {
		hop, err := netip.ParseAddr(forwarded[i])
		if err != nil {
			break
		}
		addr = hop.Unmap()
	}
	return addr
}

func (s Sender) trusts(a netip.Addr) bool {
	for _, p := range s.Trusted {
		if p.Contains(a) {
			return true
		}
	}
	return false
}
