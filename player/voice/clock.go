// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

// Clock follows the sound that is being played. The sound leads; between two
// looks at it the clock goes on by itself, so that pictures move evenly.
type Clock struct {
	t float64 // ms of the guide
}

// Share of the difference that is made up at a look, and the difference at
// which the clock jumps instead, ms.
const (
	correction = .1
	leap       = 120
)

// Set puts the clock at ms of the guide: the person went there.
func (c *Clock) Set(ms int) { c.t = float64(ms) }

// Look lets elapsed ms of the guide pass, given the ms of the guide that are
// heard now, and returns the time. It never goes back: a clock ahead of the
// sound waits for it.
func (c *Clock) Look(elapsed, heard float64) int {
	off := heard - c.t
	switch {
	case off > leap:
		c.t = heard
	case off > -leap:
		c.t += max(0, elapsed+correction*(off-elapsed))
	}
	return int(c.t)
}
