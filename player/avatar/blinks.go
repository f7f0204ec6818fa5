// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

// A blink, ms.
const (
	closeTime = 70
	shutTime  = 40
	openTime  = 120
	blinkTime = closeTime + shutTime + openTime
	clear     = 150 // no blink this close to a cut
)

// heldBlinks are the blinks of a hold, ms since it began; after the longest
// hold the eyes are open.
var heldBlinks = [...]int{2300, 5400, 8900, 11600, 16200}

// composeBlinks places a blink every 2 to 6 s, away from the seams of lines.
func composeBlinks(lines []Line) (out []int) {
	if len(lines) == 0 {
		return nil
	}
	seam, end := 0, lines[len(lines)-1].End
	for at := 1600; at < end; {
		for seam < len(lines) && lines[seam].End+clear <= at {
			seam++
		}
		if seam < len(lines) && at+blinkTime+clear > lines[seam].End {
			at = lines[seam].End + clear
			continue
		}
		out = append(out, at)
		at += 2200 + int(3000*random(len(out)))
	}
	return out
}

// blink returns how far the eyes are closed ms after a blink began.
func blink(ms int) float32 {
	switch {
	case ms < 0 || ms >= blinkTime:
		return 0
	case ms < closeTime:
		return float32(ms) / closeTime
	case ms < closeTime+shutTime:
		return 1
	}
	return 1 - float32(ms-closeTime-shutTime)/openTime
}

// blink returns how far the eyes are closed at m by blinking alone.
func (s *Score) blink(m Moment) float32 {
	list, t := s.blinks, m.T
	if m.Hold {
		list, t = heldBlinks[:], m.Held
	}
	if len(list) == 0 {
		return 0
	}
	return blink(t - list[last(len(list), t, func(i int) int { return list[i] })])
}
